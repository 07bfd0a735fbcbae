//! The cases of a roster's week: what can be wrong with one roster, and with its confirmations.

use super::Case;
use crate::sample::{Fault, FaultPlan, Gate, Kind, Lapse, Plan, RosterFault, WeekFault};

/// The weeks of step A1 alone.
pub(super) fn weeks() -> Vec<Case> {
    let every_fault = FaultPlan::spread(0)
        .with(RosterFault::NomineeListed, 2)
        .with(RosterFault::Forgotten, 2)
        .with(RosterFault::StatusDiffers, 3)
        .with(RosterFault::CodeMissing, 2)
        .with(Fault::Confirmation(Gate::POPULATION_APPROVED, Lapse::WrongRole), 1)
        .with(Fault::Confirmation(Gate::CRITERIA_UNCHANGED, Lapse::Missing), 1)
        .with(Fault::Confirmation(Gate::ROSTER_KEPT, Lapse::SupersededVersion), 1);
    let stale = FaultPlan::none()
        .with(WeekFault::MadeOnAnotherDay, 1)
        .with(Fault::Confirmation(Gate::POPULATION_APPROVED, Lapse::Expired), 1)
        .with(Fault::Confirmation(Gate::CRITERIA_UNCHANGED, Lapse::Undocumented), 1)
        .with(Fault::Confirmation(Gate::ROSTER_KEPT, Lapse::RoleNotHeld), 1);
    let silent = [Gate::ROSTER_KEPT, Gate::POPULATION_APPROVED, Gate::CRITERIA_UNCHANGED]
        .into_iter()
        .fold(FaultPlan::none(), |plan, gate| plan.with(Fault::Confirmation(gate, Lapse::Missing), 1));
    let week = |name: &str, about: &str, plan| {
        let (name, about) = (format!("A1/{name}"), about.to_owned());
        Case { name, about, kind: Kind::RosterWeek, plan }
    };
    vec![
        week(
            "sample",
            "A week of 400 people with every fault that a row can have.",
            Plan::new(20_260_309, 400).with_faults(every_fault),
        ),
        week("clean", "A week of 60 people in which everything is as it should be.", Plan::new(60, 60)),
        week(
            "late",
            "A Friday's roster whose confirmations are stale, unwritten or not theirs to give.",
            Plan::new(61, 60).with_faults(stale),
        ),
        week(
            "unconfirmed",
            "The list of confirmations is kept and empty: the as-of day dates the roster.",
            Plan::new(62, 60).with_faults(silent),
        ),
    ]
}
