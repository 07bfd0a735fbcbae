//! Whether somebody is on the roster because a local team wished it so.

use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{LocalNominations, PayerAttribution, Roster};
use crate::derive::Run;

control! {
    /// Nobody is on the roster on a local nomination alone.
    ///
    /// ## Why
    /// A cohort to which teams add the people who do well is a cohort whose results prove nothing.
    /// ## Remedy
    /// Take the person off the roster, or have the payer attribute them first.
    /// ## Example
    /// ```clean
    /// payer_attribution: participant_id attribution_date | P1 2026-01-01
    /// local_nominations: participant_id nominated_by | P1 team_north | P2 team_north
    /// roster: participant_id | P1
    /// ```
    /// ```fault
    /// payer_attribution: participant_id attribution_date | P1 2026-01-01
    /// local_nominations: participant_id nominated_by | P1 team_north | P2 team_north
    /// roster: participant_id | P1 | P2 <-
    /// ```
    NOMINATED = "A1-C1" Conduct Block,
    needs [Need::Table(Roster), Need::Table(PayerAttribution), Need::Table(LocalNominations)],
    Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let (Some(roster), Some(population)) = (run.table(Roster), run.population()) else { return };
    let (Some(nominations), Some(nominated)) = (run.table(LocalNominations), run.nominations()) else { return };
    roster.for_each_row(|row| {
        let person = roster.person(row);
        let Some(nomination) = nominated.get(person).filter(|_| population.get(person).is_none()) else { return };
        let id = roster.column("participant_id").text(row);
        let by = nominations.column("nominated_by").code(nomination).map_or(String::new(), |by| format!(" by {by}"));
        let message = format!("{id} was nominated{by} and is not attributed on {}.", run.record_day(super::STEP));
        findings
            .at(roster, row)
            .field("participant_id")
            .stated(id)
            .other(Some(nominations.place(nomination)))
            .says(message);
    });
}
