//! Whether everybody who is active stands on a basis that still holds.

use super::super::decided::Docket;
use crate::contract::Class;
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{CohortDecisions, PayerAttribution, Roster};
use crate::derive::Run;
use crate::derive::entry::{AnyDay, Ruling};
use crate::finding::Place;
use crate::table::Row;

control! {
    /// Each active participant stands on a sound attribution basis.
    ///
    /// ## Why
    /// Whoever is served without being attributed and qualified costs money that no contract brings back.
    /// ## Remedy
    /// Enter the basis; where the person is no longer attributed, or a rule keeps them out, decide again.
    /// ## Example
    /// ```clean
    /// payer_attribution: participant_id attribution_date product birth_date | P1 2026-01-01 medicaid 1980-01-01
    /// case_management: participant_id qualifying_category | P1 smi
    /// authorization_register: participant_id status start_date | P1 active 2026-01-01
    /// cohort_decisions: participant_id cohort_decision_code attribution_basis | P1 IN payer_file
    /// ```
    /// ```fault
    /// payer_attribution: participant_id attribution_date product birth_date | P1 2026-01-01 medicaid 1980-01-01
    /// case_management: participant_id qualifying_category | P1 smi
    /// authorization_register: participant_id status start_date end_date | P1 active 2026-01-01 2026-03-08
    /// cohort_decisions: participant_id cohort_decision_code attribution_basis | P1 IN payer_file <-
    /// ```
    SOUND = "A2-V1" Validation Block,
    needs [Need::Table(CohortDecisions), Need::Table(Roster), Need::Table(PayerAttribution), Need::Criteria],
    Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(docket) = Docket::of(run) else { return };
    let (basis, rules) = (docket.table.column("attribution_basis"), run.on_any_day());
    for (person, decided) in docket.of_class(Class::admits) {
        let id = docket.id(decided.row);
        if let Some(Doubt { what, other }) = doubt(run, rules.as_ref(), person) {
            let stated = docket.table.column(docket.code).text(decided.row);
            let draft = findings.at(docket.table, decided.row).field(docket.code).stated(stated);
            draft.other(other).says(format!("{id} is active, and {what}."));
        } else if basis.is_empty(decided.row) {
            let message = format!("{id} is active, and no attribution basis is entered.");
            findings.at(docket.table, decided.row).field("attribution_basis").says(message);
        }
    }
}

/// Why somebody should not be active.
struct Doubt {
    what: String,
    other: Option<Place>,
}

/// The first doubt that the payer, the rules or the roster raise about somebody on the day.
fn doubt(run: &Run<'_>, rules: Option<&AnyDay<'_>>, person: u32) -> Option<Doubt> {
    let day = run.as_of.day();
    let payer_place = |row: Row| run.table(PayerAttribution).map(|payer| payer.place(row));
    if let Some(rules) = rules {
        match rules.on(day, person) {
            None => return Some(Doubt { what: format!("is not attributed on {day}"), other: None }),
            Some((row, Ruling::Excluded(criterion))) => {
                let what = format!("on {day} criterion {} gives {}", criterion.id, criterion.exclusion_code);
                return Some(Doubt { what, other: payer_place(row) });
            }
            Some(_) => {}
        }
    }
    let (roster, row) = (run.table(Roster)?, run.records()?.get(person)?);
    let code = roster.column("exclusion_reason_code").code(row)?;
    Some(Doubt { what: format!("the roster excludes them with {code}"), other: Some(roster.place(row)) })
}
