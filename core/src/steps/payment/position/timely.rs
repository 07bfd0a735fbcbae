//! Whether each month was decided on by the committee's next meeting, or sooner where much is at stake.

use super::super::file::rows;
use super::standing;
use crate::control::Findings;
use crate::derive::Run;
use crate::derive::payment::ReviewLimit;

/// Each decision comes within its limit, and each month of the file has one once the limit is over.
pub(crate) fn in_time(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(committee) = run.committee() else { return };
    let (clock, papers) = (run.clock(), run.papers());
    for (log, month, decision) in standing(run) {
        let Some(limit) = run.review_limit(month) else { continue };
        // What was decided before the file was made cannot have waited for it.
        if decision.day >= run.file_day() && !limit.until.allows_day(decision.day, clock) {
            let until = limit.until.day(clock);
            let message = format!("{month} was decided on {}; {} was {until}.", decision.day, name(limit));
            let draft = findings.at(log, decision.row).field("review_date").stated(decision.day.to_string());
            draft.expected(format!("{until} or earlier")).says(message);
        }
    }
    for (file, month, row) in rows(run) {
        let Some(limit) = run.review_limit(month) else { continue };
        let is_over = !limit.until.allows(run.as_of.instant(), clock);
        if is_over && committee.current(month, run.as_of.day()).is_none() {
            let until = limit.until.day(clock);
            let message = format!("{month} has not been decided on; {} was {until}.", name(limit));
            let draft = findings.at(file, row).field("pilot_month").stated(month.to_string());
            draft.expected(format!("a decision by {until}")).missing_from(papers.decisions).says(message);
        }
    }
}

fn name(limit: ReviewLimit) -> &'static str {
    if limit.is_material { "the limit for a material amount" } else { "the committee's next meeting" }
}
