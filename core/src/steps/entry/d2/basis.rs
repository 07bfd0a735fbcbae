//! Whether every event that counts stands on a basis that the contract names.

use super::super::decided::Docket;
use crate::contract::Class;
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{EventDecisions, EventRecords, Referrals, Triage};
use crate::derive::Run;
use crate::derive::entry::{Decided, Ruling};
use crate::finding::Place;

control! {
    /// Each qualified event stands on a sound trigger basis.
    ///
    /// ## Why
    /// An event that the rules keep out, or that stands on the wrong basis, is one for which the payer owes nothing.
    /// ## Remedy
    /// Enter the basis that the contract names for the category of triage; where a rule keeps the event out, decide again.
    /// ## Example
    /// ```clean
    /// referrals: event_id participant_id event_timestamp event_source | E1 P1 2026-03-08T09:00 crisis_line
    /// payer_eligibility: participant_id eligibility_status start_date | P1 eligible 2026-01-01
    /// triage: event_id crisis_category | E1 psychosis
    /// event_decisions: event_id event_decision_code trigger_basis | E1 YES DANGER
    /// ```
    /// ```fault
    /// referrals: event_id participant_id event_timestamp event_source | E1 P1 2026-03-08T09:00 crisis_line
    /// payer_eligibility: participant_id eligibility_status start_date | P1 eligible 2026-01-01
    /// triage: event_id crisis_category | E1 overdose
    /// event_decisions: event_id event_decision_code trigger_basis | E1 YES DANGER <-
    /// ```
    SOUND = "D2-V1" Validation Block,
    needs [
        Need::Table(EventDecisions),
        Need::Table(EventRecords),
        Need::Table(Referrals),
        Need::Table(Triage),
        Need::Criteria,
    ],
    Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(docket) = Docket::of(run) else { return };
    for (event, decided) in docket.of_class(Class::admits) {
        let doubt = excluded(run, docket, event).or_else(|| baseless(run, docket, event, decided));
        if let Some(Doubt { field, expected, other, what }) = doubt {
            let (id, stated) = (docket.id(decided.row), docket.table.column(field).text(decided.row));
            let message = format!("{id} is qualified, and {what}.");
            let draft = findings.at(docket.table, decided.row).field(field).stated(stated).other(other);
            draft.expected_if(expected).says(message);
        }
    }
}

/// Why an event should not count.
struct Doubt {
    field: &'static str,
    expected: Option<String>,
    other: Option<Place>,
    what: String,
}

/// The rules, or the event's own record, keep it out.
fn excluded(run: &Run<'_>, docket: Docket<'_>, event: u32) -> Option<Doubt> {
    let doubt = |what, other| Some(Doubt { field: docket.code, expected: None, other, what });
    if let Some(Ruling::Excluded(criterion)) = run.rulings().map(|rulings| rulings.get(event)) {
        let what = format!("criterion {} gives {}", criterion.id, criterion.exclusion_code);
        return doubt(what, run.admitted_by(event));
    }
    let (records, row) = (run.table(EventRecords)?, run.records()?.get(event)?);
    let code = records.column("exclusion_reason_code").code(row)?;
    doubt(format!("its record excludes it with {code}"), Some(records.place(row)))
}

/// Its basis is none of the contract's for the category that triage found.
fn baseless(run: &Run<'_>, docket: Docket<'_>, event: u32, decided: Decided) -> Option<Doubt> {
    let stated = docket.table.column("trigger_basis").text(decided.row);
    let (triage, triggers) = (run.table(Triage).zip(run.triage()), &run.contract.triggers);
    let row = triage.and_then(|(_, rows)| rows.get(event));
    let category = triage.zip(row).and_then(|((table, _), row)| table.column("crisis_category").code(row));
    let what = match (triggers.iter().find(|trigger| trigger.basis == stated), &category) {
        (None, _) if stated.is_empty() => "no trigger basis is entered".to_owned(),
        (None, _) => format!("{stated} is not one of the contract's trigger bases"),
        (Some(known), Some(category)) if !known.covers(category) => {
            format!("{stated} is no basis for {category}, the category of triage")
        }
        (Some(_), None) if triage.is_some() && row.is_none() => {
            format!("triage has no row for it on which {stated} could rest")
        }
        (Some(_), _) => return None,
    };
    let fitting = triggers.iter().filter(|trigger| category.as_ref().is_some_and(|category| trigger.covers(category)));
    let fitting = fitting.map(|trigger| trigger.basis.as_str()).collect::<Vec<_>>().join(" | ");
    let other = triage.zip(row).map(|((table, _), row)| table.place(row));
    Some(Doubt { field: "trigger_basis", expected: Some(fitting).filter(|names| !names.is_empty()), other, what })
}
