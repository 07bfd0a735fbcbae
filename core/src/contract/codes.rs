//! The words that both sides write into their tables, and what each means; never a word that somebody made up on the way.

use crate::notation::reading::section;
use crate::notation::words::words;
use crate::value::Pilot;

section! {
    /// A reason for which somebody or something is left out.
    pub struct ExclusionCode {
        /// What is written into the tables.
        pub code: String,
        /// What it means, for people.
        pub label: String,
        /// Whether only a reviewer gives it: no criterion does.
        pub manual: bool = false,
    }
}

section! {
    /// A code and what it means.
    pub struct Code {
        /// What is written into the tables.
        pub code: String,
        /// What it means, for people.
        pub label: String,
    }
}

section! {
    /// Why a qualified event qualifies: its category must be one of these.
    pub struct TriggerBasis {
        /// The name that decisions give.
        pub basis: String,
        /// The categories of triage that it stands for.
        pub categories: Vec<String>,
    }
}

impl TriggerBasis {
    /// Whether it stands for a category.
    #[must_use]
    pub fn covers(&self, category: &str) -> bool {
        self.categories.iter().any(|covered| covered == category)
    }
}

words! {
    /// What a decision comes to, whatever a site calls it.
    pub enum Class {
        /// A participant is in.
        Active = "active",
        /// An event counts.
        Qualified = "qualified",
        /// Something must be clarified first.
        Pending = "pending",
        /// A participant is not in.
        Excluded = "excluded",
        /// An event does not count.
        Rejected = "rejected",
    }
}

impl Class {
    /// The class of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|class| class.name() == name)
    }

    /// The classes that decisions of a pilot come to.
    #[must_use]
    pub const fn of(pilot: Pilot) -> [Self; 3] {
        match pilot {
            Pilot::Attribution => [Self::Active, Self::Pending, Self::Excluded],
            Pilot::Diversion => [Self::Qualified, Self::Pending, Self::Rejected],
        }
    }

    /// Whether the participant is in, or the event counts.
    #[must_use]
    pub const fn admits(self) -> bool {
        matches!(self, Self::Active | Self::Qualified)
    }

    /// Whether the participant is out for good, or the event does not count.
    #[must_use]
    pub const fn refuses(self) -> bool {
        matches!(self, Self::Excluded | Self::Rejected)
    }
}

/// The roles whose word some controls take, whatever else a contract says of roles.
pub(crate) mod signing {
    pub(crate) const PAYER_RELATIONS: &str = "payer_relations";
    pub(crate) const COMPLIANCE: &str = "compliance";
    pub(crate) const FINANCE: &str = "finance";
    pub(crate) const EXECUTIVE_SPONSOR: &str = "executive_sponsor";

    /// All of them.
    pub(crate) const ALL: [&str; 4] = [PAYER_RELATIONS, COMPLIANCE, FINANCE, EXECUTIVE_SPONSOR];
}
