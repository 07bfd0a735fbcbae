//! Whether the utilization feed reaches up to the release, and somebody stands for it.

use chrono::Days;

use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{Confirmations, UtilizationFeed};
use crate::derive::Run;

control! {
    /// The utilization feed is recent, and was confirmed as current in writing.
    ///
    /// ## Why
    /// A feed that stopped weeks ago makes everybody look stable, and those whose crisis is newest most of all.
    /// ## Remedy
    /// Load the newest delivery of the feed, rank again, and record the written confirmation of whoever keeps it.
    /// ## Example
    /// ```clean
    /// utilization_feed: participant_id service_date | P1 2026-03-06
    /// confirmations: control_id confirmed_at document_ref | A3-G1 2026-03-09T09:00 DOC-1
    /// ```
    /// ```fault
    /// utilization_feed: participant_id service_date <- | P1 2026-02-20
    /// confirmations: control_id confirmed_at document_ref | A3-G1 2026-03-09T09:00 DOC-1
    /// ```
    CURRENT = "A3-G1" Gate Block, needs [Need::Table(UtilizationFeed), Need::Table(Confirmations)],
    Decide::ConfirmedAnd(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let scoring = run.contract.scoring.as_ref();
    let Some(utilization) = scoring.and_then(|scoring| scoring.utilization.as_ref()) else { return };
    let Some(feed) = run.table(UtilizationFeed) else { return };
    let (served, day) = (feed.column("service_date"), run.release_day());
    let mut newest = None;
    feed.for_each_row(|row| newest = newest.max(served.day(row).filter(|&served| served <= day)));
    let max_age_days = utilization.feed_max_age_days;
    let Some(earliest) = day.checked_sub_days(Days::new(max_age_days.into())) else { return };
    let draft = |findings: &mut Findings<'_>, stated: String, message: String| {
        let draft = findings.about(UtilizationFeed).field("service_date").stated(stated);
        draft.expected(format!("{earliest} or later")).says(message);
    };
    match newest {
        None => draft(findings, String::new(), format!("The feed has no encounter on or before {day}.")),
        Some(newest) if newest < earliest => {
            let message = format!(
                "The newest encounter on or before {day} is of {newest}, more than {max_age_days} days earlier."
            );
            draft(findings, newest.to_string(), message);
        }
        Some(_) => {}
    }
}
