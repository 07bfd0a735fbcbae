//! D5, avoided-escalation settlement file: what the months' diversions could support; never what is hoped for.

mod fields;
mod reconciliation;
mod count;
mod avoided;
mod lag;
mod every_month;
mod confirmations;

use crate::control::Control;
use crate::value::Step;

const STEP: Step = Step::D5;

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
    avoided::FOLLOW,
    lag::FOLLOWS,
    every_month::EVERY_MONTH,
    confirmations::FINANCE,
    confirmations::COMPLIANCE,
    confirmations::SPONSOR,
    confirmations::KEPT,
];
