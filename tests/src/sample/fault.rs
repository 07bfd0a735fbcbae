//! What can be wrong with a week's files, and how much of it; which finding follows is said where
//! the faulty row is written.

use std::collections::BTreeMap;

use serde::Serialize;

use super::draw::Draw;
use super::person::{Person, Standing};

/// One thing that somebody got wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// On the roster by nomination; the payer has never heard of the person.
    NomineeListed,
    /// On the roster although the attribution has ended.
    FormerListed,
    /// On the roster before the attribution begins.
    AnnouncedListed,
    /// On the roster with an id that lost its hyphen.
    IdMistyped,
    /// In the payer's file, and forgotten on the roster.
    Forgotten,
    /// The roster has another attribution date than the payer.
    DateDiffers,
    /// The roster has another category than case management.
    CategoryDiffers,
    /// The roster has another status than the register amounts to.
    StatusDiffers,
    /// The authorization is not in force, and the roster noticed neither that nor the code.
    LapseUnnoticed,
    /// The rules give a code; the roster has none.
    CodeMissing,
    /// The roster has a code that nobody agreed on.
    CodeForeign,
    /// The roster has another code than the rules give.
    CodeDiffers,
    /// The roster has a rule's code; the rules give none.
    CodeUncalled,
    /// A reviewer's code stands where the rules give another.
    CodeOverruled,
    /// The person is on the roster twice.
    ListedTwice,
    /// A roster row without an id.
    IdEmpty,
    /// A roster row without an attribution date.
    DateEmpty,
    /// A roster row without a category.
    CategoryEmpty,
    /// A roster row without a status.
    StatusEmpty,
    /// The roster's attribution date is written the American way.
    DateUnreadable,
    /// The payer's file holds the same attribution twice.
    AttributedTwice,
    /// A register row begins on a day that no calendar has.
    RegisterDateUnreadable,
    /// A register row has a status that is not in the closed list.
    RegisterStatusForeign,
    /// A register row belongs to nobody.
    RegisterIdEmpty,
}

impl Fault {
    /// Every fault that a row can carry.
    pub const ALL: [Self; 24] = [
        Self::NomineeListed,
        Self::FormerListed,
        Self::AnnouncedListed,
        Self::IdMistyped,
        Self::Forgotten,
        Self::DateDiffers,
        Self::CategoryDiffers,
        Self::StatusDiffers,
        Self::LapseUnnoticed,
        Self::CodeMissing,
        Self::CodeForeign,
        Self::CodeDiffers,
        Self::CodeUncalled,
        Self::CodeOverruled,
        Self::ListedTwice,
        Self::IdEmpty,
        Self::DateEmpty,
        Self::CategoryEmpty,
        Self::StatusEmpty,
        Self::DateUnreadable,
        Self::AttributedTwice,
        Self::RegisterDateUnreadable,
        Self::RegisterStatusForeign,
        Self::RegisterIdEmpty,
    ];

    /// Whether the fault says something false about this person, and only that.
    fn suits(self, person: &Person) -> bool {
        use super::agreement::NO_AUTHORIZATION;
        if person.fault.is_some() {
            return false;
        }
        let attributed = person.standing == Standing::Attributed;
        match self {
            Self::NomineeListed => person.standing == Standing::Nominee,
            Self::FormerListed => person.standing == Standing::Former && person.nominated_on.is_none(),
            Self::AnnouncedListed => person.standing == Standing::Announced && person.nominated_on.is_none(),
            Self::CategoryDiffers => attributed && person.category.is_some(),
            Self::LapseUnnoticed => attributed && person.rule_code == Some(NO_AUTHORIZATION),
            Self::CodeMissing | Self::CodeDiffers | Self::CodeOverruled => attributed && person.rule_code.is_some(),
            Self::CodeUncalled => attributed && person.rule_code.is_none() && person.manual_code.is_none(),
            _ => attributed,
        }
    }
}

/// A confirmation of this step: two gates and the link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gate {
    /// The payer's file is the latest approved one.
    PopulationApproved,
    /// The inclusion criteria have not changed.
    CriteriaUnchanged,
    /// The roster is kept in the library, under the current contract version.
    RosterKept,
}

impl Gate {
    /// All three, in the order in which people confirm them.
    pub const ALL: [Self; 3] = [Self::RosterKept, Self::PopulationApproved, Self::CriteriaUnchanged];

    /// The control that asks for it.
    pub(super) const fn control(self) -> &'static str {
        match self {
            Self::PopulationApproved => "A1-G1",
            Self::CriteriaUnchanged => "A1-G2",
            Self::RosterKept => "A1-L1",
        }
    }
}

/// How a confirmation can fall short.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Lapse {
    /// Nobody ever confirmed it.
    Missing,
    /// It is older than the contract lets count.
    Expired,
    /// It came from somebody outside payer relations.
    WrongRole,
    /// Its author does not hold the role that it claims.
    RoleNotHeld,
    /// It names no document, and the gate asks for one.
    Undocumented,
    /// It names a contract version that has been replaced.
    SupersededVersion,
}

/// How many rows carry which fault, and which confirmations fall short.
#[derive(Debug, Clone, Default)]
pub struct FaultPlan {
    rows: BTreeMap<Fault, u32>,
    gates: BTreeMap<Gate, Lapse>,
}

impl FaultPlan {
    /// Everything is as it should be.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// About so many faults in all, every kind as often as any other, and each at least once.
    #[must_use]
    pub fn spread(total: u32) -> Self {
        let each = (total / Fault::ALL.len() as u32).max(1);
        Fault::ALL.into_iter().fold(Self::none(), |plan, fault| plan.with(fault, each))
    }

    /// The same plan with so many rows of this fault.
    #[must_use]
    pub fn with(mut self, fault: Fault, rows: u32) -> Self {
        self.rows.insert(fault, rows);
        self
    }

    /// The same plan with this confirmation falling short.
    ///
    /// # Panics
    /// When the lapse is none of this confirmation: only gates grow old and name a document, and
    /// only the link names a version that counts.
    #[must_use]
    pub fn with_lapse(mut self, gate: Gate, lapse: Lapse) -> Self {
        let of_gates = matches!(lapse, Lapse::Expired | Lapse::Undocumented | Lapse::WrongRole);
        let of_link = lapse == Lapse::SupersededVersion;
        let fits = if gate == Gate::RosterKept { !of_gates } else { !of_link };
        assert!(fits, "{lapse:?} is no fault of {}", gate.control());
        self.gates.insert(gate, lapse);
        self
    }

    pub(super) fn rows(&self, fault: Fault) -> u32 {
        self.rows.get(&fault).copied().unwrap_or(0)
    }

    pub(super) fn lapse(&self, gate: Gate) -> Option<Lapse> {
        self.gates.get(&gate).copied()
    }

    /// Gives each fault to as many people as the plan says; nobody carries two.
    ///
    /// # Panics
    /// When there are too few people whom a fault suits: a smaller plan or more participants mend it.
    pub(super) fn plant(&self, people: &mut [Person], draw: &mut Draw) {
        // The hardest to place first, so that no common fault takes the few whom another one needs.
        let mut faults = Fault::ALL;
        faults.sort_by_cached_key(|fault| people.iter().filter(|p| fault.suits(p)).count());
        for fault in faults {
            for _ in 0..self.rows(fault) {
                let start = draw.below(people.len() as u32) as usize;
                let carrier = (0..people.len())
                    .map(|step| (start + step) % people.len())
                    .find(|&place| fault.suits(&people[place]));
                let Some(place) = carrier else {
                    panic!("nobody is left for {fault:?}: plan fewer faults or more participants");
                };
                people[place].fault = Some(fault);
            }
        }
    }
}
