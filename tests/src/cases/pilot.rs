//! The cases of whole pilots: each theme takes the faults that can stand beside one another.

use super::Case;
use crate::sample::{
    Fault, FaultPlan, FileFault as File, Gate, Kind, Lapse, Plan, PositionFault as Position, WeekFault,
};

/// Faults that go together in a story, and change nothing for one another.
struct Theme {
    /// What the folder's name ends with.
    suffix: &'static str,
    about: &'static str,
    participants: u32,
    /// Whether everything is wrong that can be wrong about a person or an event.
    carried: bool,
    week: &'static [WeekFault],
    file: &'static [File],
    position: &'static [Position],
    /// How each confirmation falls short: in the first of these ways that it can.
    lapses: &'static [Lapse],
}

const THEMES: [Theme; 7] = [
    Theme {
        suffix: "",
        about: "Two months with every fault that a row can have, overstated figures, and confirmations by the wrong people.",
        participants: 400,
        carried: true,
        week: &[],
        file: &[File::CountDiffers, File::FigureDiffers, File::LagDiffers, File::TriggerDiffers, File::MonthTooMany],
        position: &[
            Position::PositionAbove,
            Position::MethodologyUnnoted,
            Position::LagUnnoted,
            Position::DependencyUnnoted,
            Position::ApprovedAbove,
            Position::StatementAmountDiffers,
            Position::ExternalAboveAmount,
            Position::ExternalUndecided,
        ],
        lapses: &[Lapse::WrongRole, Lapse::SupersededVersion],
    },
    Theme {
        suffix: "-clean",
        about: "Two months in which everything is as it should be.",
        participants: 120,
        carried: false,
        week: &[],
        file: &[],
        position: &[],
        lapses: &[],
    },
    Theme {
        suffix: "-late",
        about: "Everything is right, and much of it too late.",
        participants: 200,
        carried: false,
        week: WeekFault::ALL,
        file: &[],
        position: &[Position::MaterialWaited, Position::PositionForeign, Position::StatementPostdated],
        lapses: &[Lapse::TooLate, Lapse::OtherDay, Lapse::Expired],
    },
    Theme {
        suffix: "-empty",
        about: "Cells that nobody filled in, in the file and in the decisions.",
        participants: 100,
        carried: false,
        week: &[],
        file: &[File::CountEmpty, File::FigureEmpty, File::LagEmpty, File::TriggerEmpty, File::QuestionsEmpty],
        position: &[
            Position::BoardCodeEmpty,
            Position::PositionEmpty,
            Position::BoardDateEmpty,
            Position::BoardOwnerEmpty,
            Position::RiskEmpty,
            Position::BoardCheckpointEmpty,
            Position::StatementUnproven,
        ],
        lapses: &[Lapse::Undocumented, Lapse::Expired],
    },
    Theme {
        suffix: "-silent",
        about: "The committee did not decide, and hardly anybody confirmed anything.",
        participants: 100,
        carried: false,
        week: &[],
        file: &[File::TriggerForeign, File::QuestionsDiffer],
        position: &[Position::MonthUndecided, Position::StatementAbove],
        lapses: &[Lapse::Missing],
    },
    Theme {
        suffix: "-doubtful",
        about: "Confirmed by people who do not hold the role that they name, and said outside above what was decided.",
        participants: 100,
        carried: false,
        week: &[],
        file: &[File::MonthEmpty],
        position: &[
            Position::DecidedLate,
            Position::RestrictedUnowned,
            Position::ExternalAbovePosition,
            Position::StatementOutdated,
        ],
        lapses: &[Lapse::RoleNotHeld],
    },
    Theme {
        suffix: "-unfiled",
        about: "The file leaves out a month, and the board hears of one that has not ended.",
        participants: 100,
        carried: false,
        week: &[],
        file: &[File::MonthMissing],
        position: &[Position::StatementOfNoMonth],
        lapses: &[],
    },
];

/// Both pilots, in every theme.
pub(super) fn pilots() -> Vec<Case> {
    let named = [(Kind::Attribution, "attribution"), (Kind::Diversion, "diversion")];
    let cases = named.into_iter().flat_map(|(kind, name)| THEMES.iter().map(move |theme| case(kind, name, theme)));
    cases.collect()
}

fn case(kind: Kind, name: &str, theme: &Theme) -> Case {
    let faults = faults(kind, theme);
    let plan = faults.into_iter().fold(FaultPlan::none(), |plan, fault| plan.with(fault, 1));
    let plan = Plan { claims_each: 2, ..Plan::new(20_260_320, theme.participants).with_faults(plan) };
    Case { name: format!("pilots/{name}{}", theme.suffix), about: theme.about.to_owned(), kind, plan }
}

fn faults(kind: Kind, theme: &Theme) -> Vec<Fault> {
    let (gates, known) = match kind {
        Kind::Diversion => (&Gate::DIVERSION[..], Fault::of_diversion()),
        _ => (&Gate::ATTRIBUTION[..], Fault::of_attribution()),
    };
    let carried = known.iter().copied().filter(|fault| theme.carried && fault.is_carried());
    let week = theme.week.iter().map(|&fault| fault.into());
    let paid = theme.file.iter().map(|&fault| fault.into()).chain(theme.position.iter().map(|&fault| fault.into()));
    let lapses = gates.iter().filter_map(|&gate| {
        let lapse = theme.lapses.iter().find(|&&lapse| gate.can_lapse(lapse))?;
        Some(Fault::Confirmation(gate, *lapse))
    });
    carried.chain(week).chain(paid).chain(lapses).filter(|fault| known.contains(fault)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_of_a_pilot_is_in_one_of_its_cases() {
        for (kind, known) in [(Kind::Attribution, Fault::of_attribution()), (Kind::Diversion, Fault::of_diversion())] {
            let planted: Vec<Fault> = THEMES.iter().flat_map(|theme| faults(kind, theme)).collect();
            let missing: Vec<_> = known.iter().filter(|fault| !planted.contains(fault)).collect();
            assert!(missing.is_empty(), "{missing:?} are in no theme");
        }
    }
}
