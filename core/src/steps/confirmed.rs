//! Gates, sign-offs and links: whether somebody with the right role confirmed it, in time, and in the right form.

use crate::contract::signing;
use crate::control::{Control, Findings, Kind, Timing};
use crate::dataset::Dataset::Confirmations;
use crate::derive::{Confirmation, Run};
use crate::finding::Place;
use crate::table::Table;

/// Decides a control that rests on a confirmation.
pub(crate) fn check(control: &Control, timing: &Timing, run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(table) = run.table(Confirmations) else { return };
    let Some(current) = run.confirmations().of(control.id) else {
        let message = format!("No confirmation of {} is recorded by {}.", control.id, run.as_of.day());
        return findings.about(Confirmations).key(control.id).field("control_id").says(message);
    };
    if let Timing::SameDayAs(link) = timing
        && run.confirmations().of(link).is_none()
    {
        findings.not_checked = Some(format!("{link}, whose day it must share, is not confirmed."));
    }
    let fault = fault(control, run, table, current).or_else(|| mistimed(control, timing, run, table, current));
    if let Some(fault) = fault {
        let draft = findings.at(table, current.row).field(fault.field).stated(fault.stated).other(fault.seen);
        draft.expected_if(fault.expected).says(fault.message);
    }
}

/// The first thing that is wrong with a confirmation.
struct Fault {
    field: &'static str,
    stated: String,
    expected: Option<String>,
    seen: Option<Place>,
    message: String,
}

fn fault(control: &Control, run: &Run<'_>, table: &Table, current: &Confirmation) -> Option<Fault> {
    let cell = |name: &str| table.column(name).text(current.row).into_owned();
    let (role, by) = (cell("confirmed_role"), cell("confirmed_by"));
    if control.kind == Kind::Gate && cell("document_ref").is_empty() {
        let message = "The confirmation names no document. A gate must be confirmed in writing.".to_owned();
        return Some(Fault { field: "document_ref", stated: String::new(), expected: None, seen: None, message });
    }
    let version = cell("contract_version");
    if control.kind == Kind::Link && version != run.contract.version {
        let expected = run.contract.version.clone();
        let named =
            if version.is_empty() { "no contract version".to_owned() } else { format!("contract version {version}") };
        let message = format!("The link names {named}; the contract's is {expected}.");
        return Some(Fault {
            field: "contract_version",
            stated: version,
            expected: Some(expected),
            seen: None,
            message,
        });
    }
    if let Some(fault) = too_old(control, run, current) {
        return Some(Fault { stated: cell("confirmed_at"), ..fault });
    }
    if let Some(expected) = role_of(control.id).filter(|&expected| !role.is_empty() && role != expected) {
        let message = format!("The confirmation was given as {role}; it takes {expected}.");
        return Some(Fault {
            field: "confirmed_role",
            stated: role,
            expected: Some(expected.to_owned()),
            seen: None,
            message,
        });
    }
    let holds = run.staff()?.holds(&table.column("confirmed_by").id(current.row), &role);
    (!holds && !by.is_empty() && !role.is_empty()).then(|| {
        let message = format!("{by} confirmed this as {role}, a role that the staff list does not give them.");
        Fault { field: "confirmed_by", stated: by, expected: None, seen: None, message }
    })
}

/// Gates and sign-offs lapse; a link does not.
fn too_old(control: &Control, run: &Run<'_>, current: &Confirmation) -> Option<Fault> {
    let max_age_days = run.contract.confirmations.max_age_days?;
    let (record_day, lapses) = (run.record_day(control.step), matches!(control.kind, Kind::Gate | Kind::Signoff));
    let earliest = record_day.checked_sub_days(chrono::Days::new(max_age_days.into()))?;
    (lapses && current.day < earliest).then(|| {
        let message = format!(
            "It was confirmed on {}, more than {max_age_days} days before {record_day}: confirm it again.",
            current.day
        );
        let expected = Some(format!("{earliest} or later"));
        Fault { field: "confirmed_at", stated: String::new(), expected, seen: None, message }
    })
}

/// A sign-off that came after what it should precede, or word that went out on another day.
fn mistimed(control: &Control, timing: &Timing, run: &Run<'_>, table: &Table, current: &Confirmation) -> Option<Fault> {
    let stated = table.column("confirmed_at").text(current.row).into_owned();
    match timing {
        Timing::Any => None,
        Timing::Before(effect) => {
            let effect = effect(run)?;
            let first = run.confirmations().first_of(control.id)?;
            (!effect.until.allows(first, run.clock())).then(|| {
                let message = format!("It was first confirmed on {}, after {}.", run.clock().day(first), effect.what);
                let expected = Some(format!("{} or earlier", effect.until.written(run.clock())));
                Fault { field: "confirmed_at", stated, expected, seen: Some(effect.seen), message }
            })
        }
        Timing::SameDayAs(link) => {
            let link_day = run.confirmations().of(link)?.day;
            (current.day != link_day).then(|| {
                let message = format!("Word went out on {}; {link} was confirmed on {link_day}.", current.day);
                Fault { field: "confirmed_at", stated, expected: Some(link_day.to_string()), seen: None, message }
            })
        }
    }
}

/// An example of such a control, for its documentation.
#[cfg(feature = "examples")]
pub(super) fn example(control: &Control) -> String {
    let role = role_of(control.id).unwrap_or("quality_lead");
    let row = |role: &str, document: &str, version: &str| {
        format!(
            "confirmations: control_id confirmed_role confirmed_at document_ref contract_version | {} {role} 2026-03-09T09:00 {document} {version}",
            control.id
        )
    };
    let fault = match control.kind {
        Kind::Gate => row(role, "-", "2026.3"),
        Kind::Link => row(role, "DOC-1", "2026.2"),
        _ => row("somebody_else", "DOC-1", "2026.3"),
    };
    super::blocks(&row(role, "DOC-1", "2026.3"), &format!("{fault} <-"))
}

/// The role whose word a control takes; any role where none is named.
fn role_of(control: &str) -> Option<&'static str> {
    match control {
        "A1-G1" | "A1-G2" | "D2-R2" => Some(signing::PAYER_RELATIONS),
        "A2-R1" | "D2-R1" | "A5-R2" | "D5-R2" => Some(signing::COMPLIANCE),
        "A2-R2" | "A5-R1" | "D5-R1" => Some(signing::FINANCE),
        "A5-R3" | "D5-R3" => Some(signing::EXECUTIVE_SPONSOR),
        _ => None,
    }
}
