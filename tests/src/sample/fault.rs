//! What can be wrong with a pilot's files, and how much of it; which finding follows is said where
//! the faulty row is written.

use std::collections::BTreeMap;

use serde::Serialize;

use super::attribution::{AssignmentFault, CohortFault, ListFault, RankFault, RosterFault, WeekFault};
use super::confirmation::{Gate, Lapse, lapse_word, lapses};
use super::diversion::{BundleFault, CompletionFault, OutcomeFault, QualificationFault, RecordFault};
use super::draw::Draw;
use super::payment::{FileFault, PositionFault};

/// A closed list of faults, and that list as a constant.
macro_rules! faults {
    ($(#[$about:meta])* pub enum $name:ident { $($(#[$doc:meta])* $variant:ident,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Every one of them.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];
        }
    };
}
pub(crate) use faults;

/// One thing that somebody got wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(untagged)]
pub enum Fault {
    /// On the roster, or in what it is made from.
    Roster(RosterFault),
    /// In when a week's work was done.
    Week(WeekFault),
    /// In the decisions on the cohort.
    Cohort(CohortFault),
    /// On the priority list.
    List(ListFault),
    /// In the order of the priority list.
    Rank(RankFault),
    /// In the assignments.
    Assignment(AssignmentFault),
    /// In the record of an event.
    Record(RecordFault),
    /// In the decisions on events.
    Qualification(QualificationFault),
    /// In a response.
    Bundle(BundleFault),
    /// In how a response ended.
    Completion(CompletionFault),
    /// In what is claimed as avoided.
    Outcome(OutcomeFault),
    /// In the file that is paid on.
    File(FileFault),
    /// In what is decided and said about payment.
    Position(PositionFault),
    /// In what had to be confirmed.
    #[serde(serialize_with = "lapse_word")]
    Confirmation(Gate, Lapse),
}

macro_rules! named {
    ($($variant:ident($fault:ident))+) => {
        $(impl From<$fault> for Fault {
            fn from(fault: $fault) -> Self {
                Self::$variant(fault)
            }
        })+
    };
}

named! {
    Roster(RosterFault) Week(WeekFault) Cohort(CohortFault) List(ListFault) Rank(RankFault) Assignment(AssignmentFault)
    Record(RecordFault) Qualification(QualificationFault) Bundle(BundleFault) Completion(CompletionFault)
    Outcome(OutcomeFault) File(FileFault) Position(PositionFault)
}

impl Fault {
    /// Every fault of a roster's week alone.
    #[must_use]
    pub fn of_roster_week() -> Vec<Self> {
        let mut all = all_of(RosterFault::ALL);
        all.push(WeekFault::MadeOnAnotherDay.into());
        all.extend(lapses(&Gate::ATTRIBUTION[..3]));
        all
    }

    /// Every fault of a whole attribution pilot.
    #[must_use]
    pub fn of_attribution() -> Vec<Self> {
        // Without its link the roster would be the as-of day's.
        let undated = Self::Confirmation(Gate::ROSTER_KEPT, Lapse::Missing);
        let mut all = all_of(WeekFault::ALL);
        all.extend(Self::of_people());
        all.extend(all_of(RankFault::ALL));
        all.extend(all_of(FileFault::ALL).into_iter().chain(all_of(PositionFault::ALL)));
        all.extend(lapses(&Gate::ATTRIBUTION).filter(|&lapse| lapse != undated));
        all
    }

    /// Every fault of a whole crisis-diversion pilot.
    #[must_use]
    pub fn of_diversion() -> Vec<Self> {
        let mut all = Self::of_events();
        all.extend(all_of(FileFault::ALL).into_iter().chain(all_of(PositionFault::ALL)));
        all.extend(lapses(&Gate::DIVERSION));
        all
    }

    /// Whether it stands in a row of a person or an event, of which there are many.
    #[must_use]
    pub fn is_carried(self) -> bool {
        !matches!(self, Self::Week(_) | Self::File(_) | Self::Position(_) | Self::Confirmation(..))
    }

    /// Those that a person of an attribution pilot can carry.
    pub(crate) fn of_people() -> Vec<Self> {
        [all_of(RosterFault::ALL), all_of(CohortFault::ALL), all_of(ListFault::ALL), all_of(AssignmentFault::ALL)]
            .concat()
    }

    /// Those that an event of a diversion pilot can carry.
    pub(crate) fn of_events() -> Vec<Self> {
        [
            all_of(RecordFault::ALL),
            all_of(QualificationFault::ALL),
            all_of(BundleFault::ALL),
            all_of(CompletionFault::ALL),
            all_of(OutcomeFault::ALL),
        ]
        .concat()
    }
}

fn all_of<F: Copy + Into<Fault>>(faults: &[F]) -> Vec<Fault> {
    faults.iter().map(|&fault| fault.into()).collect()
}

/// Whoever or whatever a fault can be about.
pub(crate) trait Carrier {
    /// Whether the fault says something false about it, and only that.
    fn suits(&self, fault: Fault) -> bool;
    fn carry(&mut self, fault: Fault);
}

/// How many rows carry which fault.
#[derive(Debug, Clone, Default)]
pub struct FaultPlan(BTreeMap<Fault, u32>);

impl FaultPlan {
    /// Everything is as it should be.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// About so many of the roster's faults in all, every kind as often as any other, and each at least once.
    #[must_use]
    pub fn spread(total: u32) -> Self {
        let kinds = RosterFault::ALL;
        let each = (total / kinds.len() as u32).max(1);
        kinds.iter().fold(Self::none(), |plan, &fault| plan.with(fault, each))
    }

    /// The same plan with so many rows of this fault. A fault of a whole table, or of a single row, is there or not.
    ///
    /// # Panics
    /// When the fault is a lapse that its confirmation cannot have.
    #[must_use]
    pub fn with(mut self, fault: impl Into<Fault>, rows: u32) -> Self {
        let fault = fault.into();
        if let Fault::Confirmation(gate, lapse) = fault {
            assert!(gate.can_lapse(lapse), "{lapse:?} is no fault of {}", gate.control());
        }
        self.0.insert(fault, rows);
        self
    }

    pub(crate) fn rows(&self, fault: impl Into<Fault>) -> u32 {
        self.0.get(&fault.into()).copied().unwrap_or(0)
    }

    pub(crate) fn has(&self, fault: impl Into<Fault>) -> bool {
        self.rows(fault) > 0
    }

    pub(crate) fn lapse(&self, gate: Gate) -> Option<Lapse> {
        self.0.iter().find_map(|(fault, &rows)| match fault {
            Fault::Confirmation(lapsed, lapse) if *lapsed == gate && rows > 0 => Some(*lapse),
            _ => None,
        })
    }

    /// Gives each of these faults to as many carriers as the plan says; none carries two.
    ///
    /// # Panics
    /// When there are too few carriers whom a fault suits: a smaller plan or more of them mend it.
    pub(crate) fn plant(&self, carriers: &mut [impl Carrier], faults: &[Fault], draw: &mut Draw) {
        // The hardest to place first, so that no common fault takes the few whom another one needs.
        let mut faults: Vec<_> = faults.iter().copied().filter(|&fault| self.has(fault)).collect();
        faults.sort_by_cached_key(|&fault| carriers.iter().filter(|carrier| carrier.suits(fault)).count());
        for fault in faults {
            for _ in 0..self.rows(fault) {
                let start = draw.below(carriers.len() as u32) as usize;
                let suited = (0..carriers.len())
                    .map(|step| (start + step) % carriers.len())
                    .find(|&place| carriers[place].suits(fault));
                let Some(place) = suited else {
                    panic!("nobody is left for {fault:?}: plan fewer faults or more participants");
                };
                carriers[place].carry(fault);
            }
        }
    }
}
