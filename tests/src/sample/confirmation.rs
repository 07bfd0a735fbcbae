//! What had to be confirmed, by whom and when: the newest confirmation counts, and is the one that can fall short.

use chrono::{Days, NaiveDate, NaiveDateTime};
use serde::{Serialize, Serializer};

use super::calendar::minute;
use super::fault::{Fault, FaultPlan};
use super::table::{Answer, Charge, Row, Table, row};

/// A control that rests on a confirmation, by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gate(&'static str);

impl Gate {
    /// Those of an attribution pilot.
    pub const ATTRIBUTION: [Self; 18] = [
        Self("A1-G1"),
        Self("A1-G2"),
        Self("A1-L1"),
        Self("A2-R1"),
        Self("A2-R2"),
        Self("A2-L1"),
        Self("A3-G1"),
        Self("A3-G2"),
        Self("A3-R1"),
        Self("A3-L1"),
        Self("A4-R1"),
        Self("A4-L1"),
        Self("A5-G1"),
        Self("A5-R1"),
        Self("A5-R2"),
        Self("A5-R3"),
        Self("A5-L1"),
        Self("A6-L1"),
    ];

    /// Those of a crisis-diversion pilot.
    pub const DIVERSION: [Self; 16] = [
        Self("D1-G1"),
        Self("D1-G2"),
        Self("D1-L1"),
        Self("D2-R1"),
        Self("D2-R2"),
        Self("D2-L1"),
        Self("D3-R1"),
        Self("D3-L1"),
        Self("D4-R1"),
        Self("D4-L1"),
        Self("D5-G1"),
        Self("D5-R1"),
        Self("D5-R2"),
        Self("D5-R3"),
        Self("D5-L1"),
        Self("D6-L1"),
    ];

    /// The payer's file is the latest approved one.
    pub const POPULATION_APPROVED: Self = Self("A1-G1");
    /// The inclusion criteria have not changed.
    pub const CRITERIA_UNCHANGED: Self = Self("A1-G2");
    /// The roster is kept in the library, under the current contract version.
    pub const ROSTER_KEPT: Self = Self("A1-L1");

    /// The control that asks for it.
    #[must_use]
    pub const fn control(self) -> &'static str {
        self.0
    }

    /// Whether it can fall short in this way, and nothing else changes.
    #[must_use]
    pub fn can_lapse(self, lapse: Lapse) -> bool {
        let kind = self.0.as_bytes()[3];
        match lapse {
            // A list or a file whose link is not there was made on no day that anybody could know.
            Lapse::Missing => !matches!(self.0, "A3-L1" | "A5-L1" | "D5-L1"),
            Lapse::RoleNotHeld => true,
            Lapse::Expired => kind != b'L' && !self.is_word_of_the_day(),
            Lapse::WrongRole => self.role().is_some(),
            Lapse::Undocumented => kind == b'G',
            Lapse::SupersededVersion => kind == b'L',
            Lapse::TooLate => {
                matches!(self.0, "A2-R1" | "A2-R2" | "A5-R1" | "A5-R2" | "A5-R3" | "D5-R1" | "D5-R2" | "D5-R3")
            }
            Lapse::OtherDay => self.is_word_of_the_day(),
        }
    }

    /// The role whose word counts, where not everybody's does.
    fn role(self) -> Option<&'static str> {
        match self.0 {
            "A1-G1" | "A1-G2" | "D2-R2" => Some("payer_relations"),
            "A2-R1" | "D2-R1" | "A5-R2" | "D5-R2" => Some("compliance"),
            "A2-R2" | "A5-R1" | "D5-R1" => Some("finance"),
            "A5-R3" | "D5-R3" => Some("executive_sponsor"),
            _ => None,
        }
    }

    fn is_word_of_the_day(self) -> bool {
        matches!(self.0, "A3-R1" | "D3-R1")
    }
}

/// How a confirmation can fall short.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Lapse {
    /// Nobody ever confirmed it.
    Missing,
    /// It is older than the contract lets count.
    Expired,
    /// It came from somebody whose word does not count for it.
    WrongRole,
    /// Its author does not hold the role that it claims.
    RoleNotHeld,
    /// It names no document, and the gate asks for one.
    Undocumented,
    /// It names a contract version that has been replaced.
    SupersededVersion,
    /// It came after what it should precede.
    TooLate,
    /// Word went out on another day than the list.
    OtherDay,
}

impl Lapse {
    /// Every one of them.
    pub const ALL: [Self; 8] = [
        Self::Missing,
        Self::Expired,
        Self::WrongRole,
        Self::RoleNotHeld,
        Self::Undocumented,
        Self::SupersededVersion,
        Self::TooLate,
        Self::OtherDay,
    ];
}

/// A lapse in an answer is its own word; the control says whose it is.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out references")]
pub(crate) fn lapse_word<S: Serializer>(_: &Gate, lapse: &Lapse, serializer: S) -> Result<S::Ok, S::Error> {
    lapse.serialize(serializer)
}

/// The versions of a contract, and since when the newer one holds.
pub(crate) struct Versions {
    pub(crate) current: &'static str,
    pub(crate) superseded: &'static str,
    pub(crate) since: NaiveDate,
}

/// One thing that is confirmed again and again.
pub(crate) struct Signing {
    gate: Gate,
    by: &'static str,
    role: &'static str,
    /// What stands before and after the day in a document's name.
    document: (&'static str, &'static str),
    /// Oldest first; the last one counts.
    at: Vec<NaiveDateTime>,
    /// A moment that would have been too late.
    late: Option<NaiveDateTime>,
}

impl Signing {
    pub(crate) fn new(
        control: &'static str,
        (by, role): (&'static str, &'static str),
        document: (&'static str, &'static str),
        at: Vec<NaiveDateTime>,
    ) -> Self {
        Self { gate: Gate(control), by, role, document, at, late: None }
    }

    pub(crate) fn late_at(mut self, moment: NaiveDateTime) -> Self {
        self.late = Some(moment);
        self
    }

    /// When it was confirmed, given what went wrong.
    fn moments(&self, lapse: Option<Lapse>) -> Vec<NaiveDateTime> {
        let Some(&newest) = self.at.last() else { return Vec::new() };
        match lapse {
            Some(Lapse::Missing) => Vec::new(),
            Some(Lapse::Expired) => vec![newest - Days::new(49), newest - Days::new(42)],
            Some(Lapse::TooLate) => self.late.into_iter().collect(),
            Some(Lapse::OtherDay) => [&self.at[..self.at.len() - 1], &[newest + Days::new(1)]].concat(),
            _ => self.at.clone(),
        }
    }

    fn row(&self, moment: NaiveDateTime, lapse: Option<Lapse>, versions: &Versions) -> Row {
        let (by, role) = match lapse {
            Some(Lapse::RoleNotHeld) => ("S-140", self.gate.role().unwrap_or("payer_relations")),
            Some(Lapse::WrongRole) => ("S-133", "case_manager"),
            _ => (self.by, self.role),
        };
        let document = match lapse {
            Some(Lapse::Undocumented) => String::new(),
            _ => format!("{}{}{}", self.document.0, moment.date(), self.document.1),
        };
        let superseded = lapse == Some(Lapse::SupersededVersion) || moment.date() < versions.since;
        let version = if superseded { versions.superseded } else { versions.current };
        row![self.gate.control(), by, role, minute(moment), document, version]
            .charged(lapse.map(|lapse| Charge::new(self.gate.control(), lapse)))
    }
}

/// The confirmations, in the order in which they were given.
pub(crate) fn confirmations(signings: &[Signing], versions: &Versions, faults: &FaultPlan) -> Table {
    let header = ["control_id", "confirmed_by", "confirmed_role", "confirmed_at", "document_ref", "contract_version"];
    let mut table = Table::new("confirmations", &header, &[0, 3]);
    let mut rows = Vec::new();
    for signing in signings {
        let lapse = faults.lapse(signing.gate);
        let moments = signing.moments(lapse);
        let Some((&newest, earlier)) = moments.split_last() else {
            let control = signing.gate.control();
            table.answer(Answer::about("confirmations", control, Lapse::Missing).keyed(control));
            continue;
        };
        rows.extend(earlier.iter().map(|&moment| (moment, signing.row(moment, None, versions))));
        rows.push((newest, signing.row(newest, lapse, versions)));
    }
    rows.sort_by_key(|(moment, _)| *moment);
    table.extend(rows.into_iter().map(|(_, row)| row));
    table
}

/// Every way in which these can fall short.
pub(crate) fn lapses(gates: &[Gate]) -> impl Iterator<Item = Fault> {
    gates.iter().flat_map(|&gate| {
        Lapse::ALL
            .into_iter()
            .filter(move |&lapse| gate.can_lapse(lapse))
            .map(move |lapse| Fault::Confirmation(gate, lapse))
    })
}
