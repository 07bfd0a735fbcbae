//! The file that is paid on: a row for each month that has ended.

use super::{Account, FileFault as F, MONTHS, OPEN_QUESTIONS};
use crate::sample::table::{Answer, Charge, Row, Table, row};

/// By how much an amount is misfiled.
pub(super) const MISFILED_CENTS: i64 = 125_040;

const MONTH: usize = 0;
const COUNT: usize = 1;
const FIGURE: usize = 2;
const LAG: usize = 3;
const TRIGGER: usize = 4;
const QUESTIONS: usize = 5;

/// The file, and what must be found in it.
pub(crate) fn file(account: &Account<'_>) -> Table {
    let mut table = Table::new(account.terms.file, &account.terms.file_header, &[MONTH]);
    table.push(told(account, 0));
    if !account.has(F::MonthMissing) {
        table.push(second_row(account));
    }
    if account.has(F::MonthTooMany) {
        let figure = if account.figure_is_amount() { "0.00" } else { "0" };
        let early = row![MONTHS[2], account.running_count, figure, "0.00", "not_evaluable", 0]
            .charged(Charge::new(account.control("5-T1"), F::MonthTooMany))
            .charged(undecided(account, F::MonthTooMany));
        table.push(early);
    }
    if let Some(fault) = left_out(account) {
        table.answer(Answer::about(account.terms.file, account.control("5-T1"), fault).keyed(MONTHS[1]));
    }
    table
}

/// Why the file says nothing about the second month, where it does not.
pub(super) fn left_out(account: &Account<'_>) -> Option<F> {
    [F::MonthMissing, F::MonthEmpty].into_iter().find(|&fault| account.has(fault))
}

/// A month of the file that the committee should have decided by now.
pub(super) fn undecided(account: &Account<'_>, planted: impl serde::Serialize) -> Charge {
    Charge::new(account.control("6-T1"), planted).missing_from(account.terms.decisions)
}

fn told(account: &Account<'_>, nth: usize) -> Row {
    let month = &account.months[nth];
    row![month.name, month.count, month.figure, month.lag_pct, "met", OPEN_QUESTIONS[nth]]
}

fn second_row(account: &Account<'_>) -> Row {
    let mut row = told(account, 1);
    let month = &account.months[1];
    for &fault in F::ALL.iter().filter(|&&fault| account.has(fault)) {
        let charge = |control: &str| Some(Charge::new(account.control(control), fault));
        match fault {
            F::MonthEmpty => row.spoil(MONTH, "", charge("5-F1")),
            F::CountEmpty => row.spoil(COUNT, "", charge("5-F2")),
            F::FigureEmpty => row.spoil(FIGURE, "", charge("5-F3")),
            F::LagEmpty => row.spoil(LAG, "", charge("5-F4")),
            F::TriggerEmpty => row.spoil(TRIGGER, "", charge("5-F5")),
            F::TriggerForeign => row.spoil(TRIGGER, "yes", charge("5-F5")),
            F::QuestionsEmpty => row.spoil(QUESTIONS, "", charge("5-F6")),
            F::CountDiffers => row.spoil(COUNT, month.count + 3, charge("5-V1")),
            F::FigureDiffers if account.figure_is_amount() => {
                row.spoil(FIGURE, super::money(account.filed_cents(1)), charge("5-V2"));
            }
            F::FigureDiffers => row.spoil(FIGURE, format!("{}.5", month.figure), charge("5-V2")),
            F::LagDiffers => row.spoil(LAG, "9.10", charge("5-V3")),
            F::TriggerDiffers => row.spoil(TRIGGER, "not_met", charge("5-G1")),
            F::QuestionsDiffer => row.spoil(QUESTIONS, OPEN_QUESTIONS[1] + 1, charge("5-G1")),
            F::MonthMissing | F::MonthTooMany => {}
        }
    }
    if account.has(super::PositionFault::MonthUndecided) && left_out(account).is_none() {
        row.charge(undecided(account, super::PositionFault::MonthUndecided));
    }
    row
}
