//! Which tables carry a pilot's payment, and what their columns are called; the two kinds of pilot differ in nothing else.

use crate::dataset::Dataset;
use crate::value::{Pilot, Step};

/// The papers of one kind of pilot.
pub(crate) struct Papers {
    /// The step that makes the file.
    pub(crate) step: Step,
    /// What could be claimed, month by month.
    pub(crate) file: Dataset,
    /// Its column that counts people or events.
    pub(crate) count: &'static str,
    /// Its column that states what is claimed.
    pub(crate) amount: &'static str,
    /// Who or what counts in each month, frozen.
    pub(crate) locked: Dataset,
    /// What the committee decided.
    pub(crate) decisions: Dataset,
    /// Its column that states the position.
    pub(crate) position: &'static str,
    /// The kinds of question that a decision must note, with the column of each note.
    pub(crate) notes: [(&'static str, &'static str); 2],
}

/// The column that notes the doubts about lag, of either kind of pilot.
pub(crate) const LAG_NOTE: &str = "lag_note";

impl Papers {
    /// The papers of a kind of pilot.
    pub(crate) const fn of(pilot: Pilot) -> &'static Self {
        match pilot {
            Pilot::Attribution => &ATTRIBUTION,
            Pilot::Diversion => &DIVERSION,
        }
    }
}

static ATTRIBUTION: Papers = Papers {
    step: Step::A5,
    file: Dataset::PaymentAssurance,
    count: "attributed_participant_count",
    amount: "provisional_savings_estimate",
    locked: Dataset::LockedCohort,
    decisions: Dataset::PaymentDecisions,
    position: "payment_position_status",
    notes: [("methodology", "methodology_note"), ("data", "data_note")],
};

static DIVERSION: Papers = Papers {
    step: Step::D5,
    file: Dataset::SettlementFile,
    count: "qualified_event_count",
    amount: "provisional_avoided_escalation_count",
    locked: Dataset::LockedEvents,
    decisions: Dataset::SettlementDecisions,
    position: "settlement_position_status",
    notes: [("methodology", "methodology_note"), ("closure", "closure_note")],
};
