//! What the file is made from besides the work itself: outcomes, questions, and the tracker of claims.

use chrono::{Days, NaiveDate};

use super::{Account, MONTHS, Measure};
use crate::sample::table::{Table, or_empty, row};

/// The outcome measures; one of them nobody is paid on, and the running month is not complete.
pub(crate) fn outcome_report(account: &Account<'_>) -> Table {
    let mut table =
        Table::new("outcome_report", &["pilot_month", "measure", "numerator", "denominator", "per"], &[0, 1]);
    for Measure { name, months, per } in account.terms.measures {
        table.extend(
            MONTHS.iter().zip(months).map(|(month, (part, whole))| row![month, name, part, whole, or_empty(*per)]),
        );
    }
    table.push(row![MONTHS[0], "READMIT-30", 9, 71, ""]);
    table.push(row![MONTHS[1], "READMIT-30", 14, 66, ""]);
    table
}

/// The questions that were raised: settled ones on the first month, three open ones on the second, of
/// which the last came after the file.
pub(crate) fn methodology_questions(account: &Account<'_>) -> Table {
    let days = account.terms.days;
    let (before, after) = (|day: NaiveDate, n| day - Days::new(n), days.file + Days::new(1));
    let questions = [
        (MONTHS[0], "methodology", before(days.settled, 21), Some(before(days.settled, 2))),
        (MONTHS[0], "lag", before(days.settled, 14), Some(days.settled)),
        (MONTHS[1], "methodology", before(days.file, 6), None),
        (MONTHS[1], account.terms.dependency.0, days.file, None),
        (MONTHS[1], "lag", before(days.file, 4), Some(before(days.file, 1))),
        (MONTHS[1], "lag", after, None),
        (MONTHS[2], "methodology", after, None),
    ];
    let header = ["question_id", "pilot_month", "kind", "raised_on", "resolved_on"];
    let mut table = Table::new("methodology_questions", &header, &[0]);
    let numbered = questions.into_iter().zip(1..);
    table.extend(numbered.map(|((month, kind, raised, resolved), number)| {
        row![format!("Q-{number:02}"), month, kind, raised, or_empty(resolved)]
    }));
    table
}

/// The tracker that somebody keeps, whether or not the contract goes by it.
pub(crate) fn claims_lag_tracker(account: &Account<'_>) -> Table {
    let as_of = account.terms.days.file - Days::new(30);
    let mut table = Table::new("claims_lag_tracker", &["pilot_month", "claims_lag_pct", "as_of"], &[0]);
    let [first, second] = account.terms.tracked_lags;
    table.push(row![MONTHS[0], first, as_of]);
    table.push(row![MONTHS[1], second, account.terms.days.file]);
    table
}
