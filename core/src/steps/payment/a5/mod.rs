//! A5, payment assurance file: what the months' shared savings could support; never what is hoped for.

mod fields;
mod reconciliation;
mod count;
mod savings;
mod lag;
mod every_month;
mod confirmations;

use crate::control::Control;
use crate::value::Step;

const STEP: Step = Step::A5;

/// The step's controls, in the order of reports.
pub(crate) static CONTROLS: &[Control] = &[
    fields::MONTH,
    fields::COUNT,
    fields::AMOUNT,
    fields::LAG,
    fields::TRIGGER,
    fields::QUESTIONS,
    reconciliation::TIED_OUT,
    count::TIED_OUT,
    savings::FOLLOW,
    lag::FOLLOWS,
    every_month::EVERY_MONTH,
    confirmations::FINANCE,
    confirmations::COMPLIANCE,
    confirmations::SPONSOR,
    confirmations::KEPT,
];
