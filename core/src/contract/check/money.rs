//! Contradictions of payment: an amount that could not be computed, or bounds that exclude every figure.

use super::{Agreement, Faults, each, named_once, once};
use crate::contract::payment::{AvoidedEscalation, LossRate, Method, MinimumRate, Model, Payment, SharedSavings};
use crate::value::Pilot;

pub(super) fn check(agreement: &Agreement, faults: &mut Faults<'_>) {
    let Some(payment) = &agreement.payment else { return };
    faults.within("payment", |faults| {
        match (&payment.model, agreement.contract.pilot) {
            (Model::SharedSavings(model), Pilot::Attribution) => shared_savings(model, faults),
            (Model::AvoidedEscalation(model), Pilot::Diversion) => avoided_escalation(model, agreement, faults),
            (Model::SharedSavings(_), Pilot::Diversion) => {
                faults.note_at(
                    "model",
                    "shared-savings belongs to an attribution pilot",
                    "write avoided-escalation, or correct contract.pilot",
                );
            }
            (Model::AvoidedEscalation(_), Pilot::Attribution) => {
                faults.note_at(
                    "model",
                    "avoided-escalation belongs to a crisis-diversion pilot",
                    "write shared-savings, or correct contract.pilot",
                );
            }
        }
        lag(payment, faults);
        named_once(&payment.triggers, "triggers", "measure", |trigger| &trigger.measure, faults);
        each("triggers", &payment.triggers, faults, |trigger, faults| {
            if trigger.op.lists() {
                faults.note_at(
                    "op",
                    format!("a rate is not compared with a list, as {} does", trigger.op.name()),
                    "use <, <=, >, >=, == or !=",
                );
            }
        });
    });
}

fn lag(payment: &Payment, faults: &mut Faults<'_>) {
    let (supportable, provisional) = (payment.lag_supportable_pct, payment.lag_provisional_pct);
    if supportable > provisional {
        let what = format!("a lag of up to {supportable} is supportable, and yet provisional only up to {provisional}");
        faults.note_at("lag_supportable_pct", what, "write at most lag_provisional_pct");
    }
}

fn shared_savings(model: &SharedSavings, faults: &mut Faults<'_>) {
    if let Some(MinimumRate::ByAssigned(points)) = &model.minimum_savings_rate {
        let mut last = None;
        each("minimum_savings_rate", points, faults, |&(people, _), faults| {
            if last.is_some_and(|last| people <= last) {
                faults.note(
                    format!("{people} people do not come after those before them"),
                    "write the table from the fewest people up, each number once",
                );
            }
            last = Some(people);
        });
    }
    if let Some(LossRate::ByQuality(rate)) = &model.shared_loss_rate
        && rate.floor > rate.ceiling
    {
        let what = format!("the floor {} is above the ceiling {}", rate.floor.get(), rate.ceiling.get());
        faults.within("shared_loss_rate", |faults| faults.note_at("floor", what, "write at most the ceiling"));
    }
    if model.minimum_loss_rate.is_some() && model.shared_loss_rate.is_none() {
        let what = "losses are shared from minimum_loss_rate on, and no share is agreed";
        faults.note_at("shared_loss_rate", what, "add it, or remove minimum_loss_rate");
    }
}

fn avoided_escalation(model: &AvoidedEscalation, agreement: &Agreement, faults: &mut Faults<'_>) {
    once(&model.downstream_kinds, "downstream_kinds", "the kind", faults);
    once(&model.avoided_statuses, "avoided_statuses", "the status", faults);
    match model.method {
        Method::EventLevel => each("downstream_kinds", &model.downstream_kinds, faults, |kind, faults| {
            if !model.unit_values.contains_key(kind) {
                faults.note(
                    format!("no value is agreed for “{kind}”, and event-level pays by kind"),
                    format!("add {kind} = \"0.00\" with its value to unit_values"),
                );
            }
        }),
        Method::BaselineRate if model.baseline_rates.is_empty() => {
            faults.note_at(
                "baseline_rates",
                "baseline-rate counts against rates, and none are agreed",
                "add a rate for each category",
            );
        }
        Method::BaselineRate => {
            let categories = agreement.triggers.iter().flat_map(|trigger| &trigger.categories);
            for category in categories.filter(|category| !model.baseline_rates.contains_key(*category)) {
                let what = format!("no rate is agreed for the category “{category}” of a trigger");
                faults.note_at("baseline_rates", what, format!("add {category} = \"0.00\" with its rate"));
            }
        }
    }
}
