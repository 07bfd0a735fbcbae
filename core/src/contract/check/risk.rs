//! Contradictions of scoring, tiers and authority: a score without a tier, and an action that nobody may lead.

use super::{Agreement, Faults, each, named_once, once};
use crate::contract::field::Field;
use crate::contract::scoring::{Scoring, Tier};
use crate::value::Pilot;

pub(super) fn check(agreement: &Agreement, faults: &mut Faults<'_>) {
    if let Some(scoring) = &agreement.scoring {
        faults.within("scoring", |faults| factors(scoring, agreement.contract.pilot, faults));
    }
    tiers(&agreement.tiers, faults);
    authority(agreement, faults);
    let (scored, tiered) = (agreement.scoring.is_some(), !agreement.tiers.is_empty());
    if tiered && !scored {
        faults.note_at(
            "scoring",
            "there are tiers, and no score that leads to them",
            "add the section, or remove the tiers",
        );
    }
    if scored && !tiered {
        faults.note_at(
            "tiers",
            "there is a score, and no tier that it leads to",
            "add tiers down to from = 0, or remove the scoring",
        );
    }
    if tiered && agreement.contract.pilot == Pilot::Attribution && agreement.barrier_codes.is_empty() {
        faults.note_at(
            "barrier_codes",
            "nothing can be said where a participant finds no lead",
            "add at least one barrier code",
        );
    }
}

fn factors(scoring: &Scoring, pilot: Pilot, faults: &mut Faults<'_>) {
    let scorable = Field::of_scoring(pilot);
    let mut seen = Vec::new();
    each("factors", &scoring.factors, faults, |factor, faults| {
        let name = factor.field.name();
        if !scorable.contains(&factor.field) {
            faults.note_at("field", format!("this kind of pilot cannot score “{name}”"), Field::offer(&scorable));
        }
        if seen.contains(&factor.field) {
            faults.note_at("field", format!("“{name}” is scored twice"), "keep one factor for it");
        }
        seen.push(factor.field);
        let mut last = None;
        each("steps", &factor.steps, faults, |step, faults| {
            if last.is_some_and(|last| step.from <= last) {
                faults.note_at(
                    "from",
                    format!("the step from {} does not come after the one before it", step.from),
                    "write the steps from the lowest value up, each once",
                );
            }
            last = Some(step.from);
        });
    });
}

fn tiers(tiers: &[Tier], faults: &mut Faults<'_>) {
    named_once(tiers, "tiers", "tier", |tier| &tier.tier, faults);
    let mut above: Option<&Tier> = None;
    faults.within("tiers", |faults| {
        for (nth, tier) in tiers.iter().enumerate() {
            faults.within(nth, |faults| {
                if let Some(above) = above.filter(|above| tier.from >= above.from) {
                    let what = format!(
                        "tier {} begins at {}, not below {}, which stands before it",
                        tier.tier, tier.from, above.tier
                    );
                    faults.note_at("from", what, "write the tiers from the highest score down");
                }
                if nth + 1 == tiers.len() && tier.from != 0 {
                    let what = format!("a score below {} leads to no tier", tier.from);
                    faults.note_at("from", what, "let the lowest tier begin at 0");
                }
                above = Some(tier);
                action(tier, faults);
            });
        }
    });
}

fn action(tier: &Tier, faults: &mut Faults<'_>) {
    if let Some(service) = &tier.service {
        once(&service.interventions, "interventions", "the intervention", faults);
    }
    if let Some(response) = &tier.response {
        once(&response.components, "components", "the component", faults);
    }
}

/// Whatever is to be led has somebody who may lead it.
fn authority(agreement: &Agreement, faults: &mut Faults<'_>) {
    let unled = |name: &str| !agreement.authority.contains_key(name);
    each("tiers", &agreement.tiers, faults, |tier, faults| match &tier.service {
        Some(service) => each("interventions", &service.interventions, faults, |intervention, faults| {
            if unled(intervention) {
                faults.note(
                    format!("nobody may lead “{intervention}”"),
                    format!("add {intervention} = [\"role\"] to authority"),
                );
            }
        }),
        None if tier.response.is_some() && unled(&tier.tier) => {
            faults.note_at(
                "tier",
                format!("nobody may lead “{}”", tier.tier),
                format!("add {} = [\"role\"] to authority", tier.tier),
            );
        }
        None => {}
    });
}
