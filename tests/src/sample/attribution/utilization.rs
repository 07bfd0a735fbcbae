//! Rows that amount to the counts which were decided first, and around them those that must not count.

use chrono::NaiveDate;

use super::agreement::{ED_KIND, INPATIENT_KINDS, OTHER_KINDS, SEVERITIES};
use super::participant::Participant;
use super::person::MemberId;
use super::week::Week;
use crate::sample::calendar::{days_after, days_between};
use crate::sample::draw::Draw;
use crate::sample::table::{Table, or_empty, row};

/// The feed, in the order of its days: about so many encounters a person.
pub(super) fn utilization_feed(people: &[Participant], each: u32, week: Week, draw: &mut Draw) -> Table {
    const FIRST_NUMBER: u32 = 7_400_213;
    let mut encounters = Vec::new();
    for participant in people {
        participant_encounters(participant, each, week, draw, &mut encounters);
    }
    if let Some(first) = people.first() {
        encounters.push((week.feed_until, first.person.id, OTHER_KINDS[0]));
    }
    encounters.sort_unstable();
    let mut table = Table::new("utilization_feed", &["encounter_id", "participant_id", "service_date", "kind"], &[0]);
    let numbered = encounters.into_iter().zip(FIRST_NUMBER..);
    table.extend(numbered.map(|((day, id, kind), number)| row![format!("EN{number:08}"), id, day, kind]));
    table
}

type Encounter = (NaiveDate, MemberId, &'static str);

fn participant_encounters(p: &Participant, each: u32, week: Week, draw: &mut Draw, into: &mut Vec<Encounter>) {
    let (id, risk) = (p.person.id, &p.risk);
    let first = into.len();
    for _ in 0..risk.ed_count {
        into.push((day_in_window(week, draw), id, ED_KIND));
    }
    for _ in 0..risk.inpatient_count {
        into.push((day_in_window(week, draw), id, draw.pick(&INPATIENT_KINDS)));
    }
    // A visit on the last day before the window is as good as none.
    if draw.percent(12) {
        into.push((draw.before(week.window_first_day(), 1, 60), id, draw.pick(&[ED_KIND, INPATIENT_KINDS[0]])));
    }
    let counted = (into.len() - first) as u32;
    for _ in counted..each {
        into.push((draw.before(week.feed_until, 0, 200), id, draw.pick(&OTHER_KINDS)));
    }
}

/// The first and the last day of the window count.
fn day_in_window(week: Week, draw: &mut Draw) -> NaiveDate {
    let days = days_between(week.window_first_day(), week.feed_until);
    match draw.below(20) {
        0 => week.window_first_day(),
        1 => week.feed_until,
        _ => draw.before(week.feed_until, 0, days),
    }
}

/// Incidents, in the order in which they happened.
pub(super) fn incident_history(people: &[Participant], week: Week, draw: &mut Draw) -> Table {
    let release_day = week.release.date();
    let days = days_between(week.window_first_day(), release_day);
    let mut incidents = Vec::new();
    for participant in people {
        let id = participant.person.id;
        let counted = participant.risk.incidents.iter();
        incidents.extend(counted.map(|&place| (draw.before(release_day, 0, days), id, SEVERITIES[place].0)));
        if draw.percent(6) {
            incidents.push((draw.before(week.window_first_day(), 1, 90), id, SEVERITIES[2].0));
        }
        if draw.percent(2) {
            incidents.push((week.day_after_release(), id, SEVERITIES[1].0));
        }
    }
    incidents.sort_unstable();
    let mut table = Table::new("incident_history", &["incident_id", "participant_id", "occurred_on", "severity"], &[0]);
    let numbered = incidents.into_iter().zip(1..);
    table.extend(numbered.map(|((day, id, severity), number)| row![format!("INC-{number:06}"), id, day, severity]));
    table
}

/// Departures from care plans; one that is resolved on the day of the release is resolved.
pub(super) fn case_variances(people: &[Participant], week: Week, draw: &mut Draw) -> Table {
    let release_day = week.release.date();
    let mut variances = Vec::new();
    for participant in people {
        let id = participant.person.id;
        for _ in 0..participant.risk.unresolved_variances {
            let resolved = draw.percent(10).then(|| week.day_after_release());
            variances.push((draw.before(release_day, 0, 70), id, resolved));
        }
        if draw.percent(25) {
            let opened = draw.before(release_day, 10, 120);
            variances.push((opened, id, Some(draw.pick(&[release_day, days_after(opened, 9)]))));
        }
        if draw.percent(2) {
            variances.push((week.day_after_release(), id, None));
        }
    }
    variances.sort_unstable();
    let mut table = Table::new("case_variances", &["variance_id", "participant_id", "opened_on", "resolved_on"], &[0]);
    let numbered = variances.into_iter().zip(1..);
    table.extend(
        numbered.map(|((opened, id, resolved), number)| row![format!("V-{number:06}"), id, opened, or_empty(resolved)]),
    );
    table
}
