//! What either pilot is paid on, decided and said: the same work on other nouns. Two months are judged,
//! the first settled, the second still open; both are decided here before a row is written.

mod claims;
mod fault;
mod file;
mod position;
mod source;
mod statement;

pub(crate) use claims::{SUPPORTABLE_LAG, YOUNG_LAG, claims};
pub use fault::{FileFault, PositionFault};

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::Delivery;
use super::fault::{Fault, FaultPlan};

/// The words and days of a pilot's payment.
pub(crate) struct Terms {
    /// What the pilot's controls begin with.
    pub(crate) letter: char,
    pub(crate) file: &'static str,
    pub(crate) file_header: [&'static str; 6],
    pub(crate) decisions: &'static str,
    pub(crate) position_column: &'static str,
    /// The kind of question that is the pilot's own, and where a decision notes it.
    pub(crate) dependency: (&'static str, &'static str),
    /// The measures that payment depends on, all of them met.
    pub(crate) measures: &'static [Measure],
    /// What the tracker says of each month, and when it said so.
    pub(crate) tracked_lags: [&'static str; 2],
    pub(crate) material_cents: i64,
    pub(crate) days: PaymentDays,
}

/// An outcome measure, with its numerators and denominators of both months.
pub(crate) struct Measure {
    pub(crate) name: &'static str,
    pub(crate) months: [(u32, u32); 2],
    pub(crate) per: Option<u32>,
}

/// When the pilot's months were filed, decided and spoken of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PaymentDays {
    /// The file that is judged.
    pub(crate) file: NaiveDate,
    /// The first look at the first month, on the file before this one.
    pub(crate) first_look: NaiveDate,
    /// The settling of the first month, before the file was made.
    pub(crate) settled: NaiveDate,
    /// The last day for a month with material exposure.
    pub(crate) material_until: NaiveDate,
    pub(crate) meeting: NaiveDate,
    pub(crate) today: NaiveDate,
}

/// What is true of a month.
#[derive(Debug, Clone)]
pub(crate) struct Month {
    /// As tables write it.
    pub(crate) name: &'static str,
    pub(crate) count: u32,
    /// What the file states: an amount, or a number of avoided escalations.
    pub(crate) figure: String,
    /// What is at stake.
    pub(crate) amount_cents: i64,
    pub(crate) lag_pct: &'static str,
}

/// The two months that have ended, and the one that has not.
pub(crate) const MONTHS: [&str; 3] = ["2026-01", "2026-02", "2026-03"];
/// The questions that are open on the second month when the file is made.
const OPEN_QUESTIONS: [u32; 2] = [0, 2];

/// Everything about a pilot's payment.
pub(crate) struct Account<'p> {
    pub(crate) terms: &'static Terms,
    pub(crate) months: [Month; 2],
    /// How many are locked into the month that has not ended.
    pub(crate) running_count: u32,
    pub(crate) faults: &'p FaultPlan,
}

/// Writes everything about a pilot's payment, the statements last: they name the file.
pub(crate) fn deliver(account: &Account<'_>, delivery: &mut Delivery<'_>) {
    delivery.table(source::outcome_report(account));
    delivery.table(source::methodology_questions(account));
    delivery.table(source::claims_lag_tracker(account));
    delivery.table(position::decisions(account));
    let file = file::file(account).written();
    let digest = Sha256::digest(&file.bytes);
    let digest = digest.iter().fold("sha256:".to_owned(), |text, byte| format!("{text}{byte:02x}"));
    delivery.written(file);
    delivery.table(statement::statements(account, &digest));
}

impl Account<'_> {
    fn has(&self, fault: impl Into<Fault>) -> bool {
        self.faults.has(fault.into())
    }

    /// A control of the pilot, as `5-V1`.
    fn control(&self, rest: &str) -> String {
        format!("{}{rest}", self.terms.letter)
    }

    /// When the committee decided on the second month.
    fn decided_on(&self) -> NaiveDate {
        let days = self.terms.days;
        let material = self.months[1].amount_cents.abs() >= self.terms.material_cents;
        let waited = self.has(PositionFault::MaterialWaited);
        assert!(material || !waited, "so little is at stake that it may wait: plan more participants");
        if self.has(PositionFault::DecidedLate) {
            days.meeting + chrono::Days::new(1)
        } else if material && !waited {
            days.material_until
        } else {
            days.meeting
        }
    }

    /// What the file says is at stake in a month.
    fn filed_cents(&self, nth: usize) -> i64 {
        let misfiled = nth == 1 && self.figure_is_amount() && self.has(FileFault::FigureDiffers);
        self.months[nth].amount_cents + if misfiled { file::MISFILED_CENTS } else { 0 }
    }

    fn figure_is_amount(&self) -> bool {
        self.terms.letter == 'A'
    }
}

/// Cents, as tables write an amount.
pub(crate) fn money(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
}
