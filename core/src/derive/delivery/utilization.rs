//! What happened to each person in the window, counted from the feeds; never from what a list says of them.

use crate::contract::Utilization;
use crate::dataset::Dataset;
use crate::derive::Run;
use crate::table::Subject;
use crate::value::Day;

/// A person's encounters in the window, by what the contract counts.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Encounters {
    pub(crate) ed: u32,
    pub(crate) inpatient: u32,
}

impl Utilization {
    /// Whether a day counts: the window ends with the release day.
    pub(crate) fn counts(&self, day: Day, release_day: Day) -> bool {
        (0..i64::from(self.window_days)).contains(&(release_day - day).num_days())
    }
}

pub(super) fn encounters(run: &Run<'_>) -> Option<Vec<Encounters>> {
    let (feed, utilization, day) = (run.table(Dataset::UtilizationFeed)?, utilization(run)?, run.release_day());
    let (served, kind) = (feed.column("service_date"), feed.column("kind"));
    let mut all = vec![Encounters::default(); run.received.count(Subject::Person)];
    feed.for_each_row(|row| {
        let Some(known) = all.get_mut(feed.person(row) as usize) else { return };
        if served.day(row).is_some_and(|served| utilization.counts(served, day)) {
            let kind = kind.text(row);
            known.ed += u32::from(utilization.ed_kinds.iter().any(|ed| *ed == kind));
            known.inpatient += u32::from(utilization.inpatient_kinds.iter().any(|inpatient| *inpatient == kind));
        }
    });
    Some(all)
}

pub(super) fn incident_points(run: &Run<'_>) -> Option<Vec<u64>> {
    let (history, utilization, day) = (run.table(Dataset::IncidentHistory)?, utilization(run)?, run.release_day());
    let (occurred, severity) = (history.column("occurred_on"), history.column("severity"));
    let mut all = vec![0; run.received.count(Subject::Person)];
    history.for_each_row(|row| {
        let Some(known) = all.get_mut(history.person(row) as usize) else { return };
        if occurred.day(row).is_some_and(|occurred| utilization.counts(occurred, day)) {
            let points = utilization.incident_severity_points.get(severity.text(row).as_ref());
            *known += points.map_or(0, |points| u64::from(*points));
        }
    });
    Some(all)
}

pub(super) fn open_variances(run: &Run<'_>) -> Option<Vec<u32>> {
    let (variances, day) = (run.table(Dataset::CaseVariances)?, run.release_day());
    let (opened, resolved) = (variances.column("opened_on"), variances.column("resolved_on"));
    let mut all = vec![0; run.received.count(Subject::Person)];
    variances.for_each_row(|row| {
        let Some(known) = all.get_mut(variances.person(row) as usize) else { return };
        let is_open = opened.day(row).is_some_and(|opened| opened <= day);
        *known += u32::from(is_open && resolved.day(row).is_none_or(|resolved| resolved > day));
    });
    Some(all)
}

fn utilization<'r>(run: &Run<'r>) -> Option<&'r Utilization> {
    run.contract.scoring.as_ref()?.utilization.as_ref()
}
