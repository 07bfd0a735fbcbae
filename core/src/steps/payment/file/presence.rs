//! Which months have a row.

use super::rows;
use crate::control::Findings;
use crate::derive::Run;

/// Each month that is over has a row, and no other month has.
pub(crate) fn one_row_each(run: &Run<'_>, findings: &mut Findings<'_>) {
    let (Some(file), day) = (run.file(), run.file_day()) else { return };
    let months: Vec<_> = run.file_months().collect();
    for month in months.iter().filter(|month| !file.contains_key(month)) {
        let message = format!("{month} was over on {day}, and the file has no row for it.");
        findings.about(run.papers().file).key(month.to_string()).field("pilot_month").expected(month).says(message);
    }
    for (file, month, row) in rows(run).filter(|(_, month, _)| months.binary_search(month).is_err()) {
        let message = if month.last_day() > day {
            format!("The file has a row for {month}, which was not over on {day}.")
        } else {
            format!("The file has a row for {month}, before the contract's term.")
        };
        findings.at(file, row).field("pilot_month").stated(month.to_string()).says(message);
    }
}
