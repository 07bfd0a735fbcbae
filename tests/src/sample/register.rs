//! The executive register, in which decisions of either pilot are seen.

use chrono::NaiveDateTime;

use super::calendar::minute;
use super::table::{Table, row};

/// One decision, as the register shows it.
pub(crate) struct Entry {
    pub(crate) case: String,
    /// The class, or the site's code for it.
    pub(crate) decision: &'static str,
    pub(crate) at: NaiveDateTime,
}

/// The register, numbered as it was written.
pub(crate) fn executive_register(mut entries: Vec<Entry>) -> Table {
    const FIRST_NUMBER: u32 = 30_117;
    entries.sort_by(|a, b| (a.at, &a.case).cmp(&(b.at, &b.case)));
    let header = ["case_id", "decision", "recorded_at", "record_ref"];
    let mut table = Table::new("executive_register", &header, &[0, 2]);
    let numbered = entries.iter().zip(FIRST_NUMBER..);
    table.extend(
        numbered.map(|(entry, number)| row![entry.case, entry.decision, minute(entry.at), format!("EPR-{number}")]),
    );
    table
}
