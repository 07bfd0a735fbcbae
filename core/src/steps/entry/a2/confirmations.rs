//! Who must have looked before anybody is served.

use crate::contract::Deadline;
use crate::control::{Decide, Effect, Need, Timing, control};
use crate::dataset::Dataset::{Confirmations, LiveWorkflow};
use crate::derive::Run;

control! {
    /// Compliance reviewed the cohort before it was activated.
    ///
    /// ## Example
    /// ```clean
    /// confirmations: control_id confirmed_role confirmed_at | A2-R1 compliance 2026-03-09T10:00
    /// live_workflow: participant_id entered_at | P1 2026-03-09T10:00
    /// ```
    /// ```fault
    /// confirmations: control_id confirmed_role confirmed_at | A2-R1 compliance 2026-03-09T10:01 <-
    /// live_workflow: participant_id entered_at | P1 2026-03-09T10:00
    /// ```
    COMPLIANCE = "A2-R1" Signoff Block,
    needs [Need::Table(Confirmations), Need::Table(LiveWorkflow)],
    Decide::Confirmed(Timing::Before(activation))
}

control! {
    /// Finance reviewed the cohort before it was activated.
    ///
    /// ## Example
    /// ```clean
    /// confirmations: control_id confirmed_role confirmed_at | A2-R2 finance 2026-03-09T10:00
    /// live_workflow: participant_id entered_at | P1 2026-03-09T10:00
    /// ```
    /// ```fault
    /// confirmations: control_id confirmed_role confirmed_at | A2-R2 finance 2026-03-09T10:01 <-
    /// live_workflow: participant_id entered_at | P1 2026-03-09T10:00
    /// ```
    FINANCE = "A2-R2" Signoff Block,
    needs [Need::Table(Confirmations), Need::Table(LiveWorkflow)],
    Decide::Confirmed(Timing::Before(activation))
}

/// The first entry into the live workflow on or after the roster day.
fn activation(run: &Run<'_>) -> Option<Effect> {
    let workflow = run.table(LiveWorkflow)?;
    let (entered, clock) = (workflow.column("entered_at"), run.clock());
    let since = clock.first_moment(run.record_day(super::STEP));
    let entries = workflow.rows().filter_map(|row| Some((entered.instant(row, clock)?, row)));
    let (at, row) = entries.filter(|&(at, _)| at >= since).min()?;
    let id = workflow.column("participant_id").text(row);
    let what = format!("{id} entered the live workflow at {}", entered.text(row));
    Some(Effect { until: Deadline::At(at), what, seen: workflow.place(row) })
}
