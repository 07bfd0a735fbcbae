//! Contradictions of codes and criteria: a code that nobody agreed on, and a test that no value could pass or fail.

use super::{Agreement, Faults, each, named_once, once};
use crate::contract::codes::Class;
use crate::contract::criteria::{Criterion, Scalar, Test};
use crate::contract::field::{Field, Nature};
use crate::notation::fault::nearest;
use crate::value::Pilot;

pub(super) fn check(agreement: &Agreement, faults: &mut Faults<'_>) {
    named_once(&agreement.exclusion_codes, "exclusion_codes", "code", |code| &code.code, faults);
    named_once(&agreement.barrier_codes, "barrier_codes", "code", |code| &code.code, faults);
    named_once(&agreement.reason_codes, "reason_codes", "code", |code| &code.code, faults);
    named_once(&agreement.criteria, "criteria", "id", |criterion| &criterion.id, faults);
    named_once(&agreement.triggers, "triggers", "basis", |trigger| &trigger.basis, faults);
    each("triggers", &agreement.triggers, faults, |trigger, faults| {
        once(&trigger.categories, "categories", "the category", faults);
    });
    decision_codes(agreement, faults);
    each("criteria", &agreement.criteria, faults, |criterion, faults| {
        exclusion_code(agreement, criterion, faults);
        if is_readable(criterion.field, agreement.contract.pilot, faults) {
            test(criterion.field, &criterion.test, faults);
        }
    });
}

fn decision_codes(agreement: &Agreement, faults: &mut Faults<'_>) {
    let classes = Class::of(agreement.contract.pilot);
    faults.within("decision_codes", |faults| {
        for (code, class) in &agreement.decision_codes {
            if !classes.contains(class) {
                let mend = format!("write one of {}", classes.map(Class::name).join(", "));
                faults.note_at(code.as_str(), format!("“{}” is no class of this kind of pilot", class.name()), mend);
            }
        }
    });
}

fn exclusion_code(agreement: &Agreement, criterion: &Criterion, faults: &mut Faults<'_>) {
    let code = &criterion.exclusion_code;
    match agreement.exclusion_codes.iter().find(|known| &known.code == code) {
        None => {
            let mend = match nearest(code, agreement.exclusion_codes.iter().map(|known| known.code.as_str())) {
                Some(meant) => format!("write {meant} if that was meant, or add {code} to exclusion_codes"),
                None => format!("add {code} to exclusion_codes"),
            };
            faults.note_at("exclusion_code", format!("“{code}” is not among the exclusion codes"), mend);
        }
        Some(known) if known.manual => {
            let what = format!("“{code}” is manual, and yet this criterion gives it");
            faults.note_at(
                "exclusion_code",
                what,
                "let the criterion give another code, or take manual away from this one",
            );
        }
        Some(_) => {}
    }
}

fn is_readable(field: Field, pilot: Pilot, faults: &mut Faults<'_>) -> bool {
    let readable = Field::of_criteria(pilot);
    let found = readable.contains(&field);
    if !found {
        let what = format!("criteria of this kind of pilot cannot look at “{}”", field.name());
        faults.note_at("field", what, Field::offer(&readable));
    }
    found
}

fn test(field: Field, test: &Test, faults: &mut Faults<'_>) {
    let (operator, scalars) = (test.op, test.value.scalars());
    let (nature, name) = (field.nature(), field.name());
    if operator.lists() != test.value.is_list() {
        let (what, mend) = if operator.lists() {
            (
                format!("{} compares with a list, and the value is a single one", operator.name()),
                "write the value in [ ]",
            )
        } else {
            (
                format!("{} compares with one value, and this is a list", operator.name()),
                "write one value, or use one_of or not_one_of",
            )
        };
        faults.note_at("value", what, mend);
        return;
    }
    if operator.orders() && nature == Nature::Text {
        let what = format!("{name} is a text, which is neither below nor above another");
        faults.note_at("op", what, "use ==, !=, one_of or not_one_of");
        return;
    }
    let suits = |scalar: &Scalar| {
        matches!(
            (scalar, nature),
            (Scalar::Number(_), Nature::Number) | (Scalar::Day(_), Nature::Day) | (Scalar::Text(_), Nature::Text)
        )
    };
    if !scalars.iter().all(suits) {
        let (kind, mend) = match nature {
            Nature::Number => ("a number", "write digits without quotes"),
            Nature::Day => ("a date", "write it as 2026-01-31, without quotes"),
            Nature::Text => ("a text", "put the value in quotes"),
        };
        faults.note_at("value", format!("{name} is {kind}, and what it is compared with is not"), mend);
        return;
    }
    let Some(list) = field.closed_list() else { return };
    for scalar in scalars {
        if let Scalar::Text(text) = scalar
            && !list.contains(&text.as_str())
        {
            faults.note_at("value", format!("{name} is never “{text}”"), format!("choose among {}", list.join(", ")));
        }
    }
}
