//! What is done about it, by whom and by when.

pub(crate) mod a3;
pub(crate) mod a4;
pub(crate) mod d3;
pub(crate) mod d4;

mod authority;
mod participant;
mod slots;
mod tally;
mod time;

use std::collections::BTreeMap;

use crate::derive::Run;
use crate::metric::Metric;
use crate::misuse::Misuse;
use crate::record::Record;
use crate::value::Step;

/// The figures of a step of this room.
pub(super) fn metrics(step: Step, run: &Run<'_>) -> BTreeMap<String, Metric> {
    match step {
        Step::A3 => a3::metrics(run),
        Step::A4 => a4::metrics(run),
        Step::D3 => d3::metrics(run),
        Step::D4 => d4::metrics(run),
        _ => BTreeMap::new(),
    }
}

/// The record of a step of this room.
pub(super) fn build<'r>(step: Step, run: &'r Run<'_>) -> Result<Record<'r>, Misuse> {
    match step {
        Step::A3 => a3::build(run),
        Step::A4 => a4::build(run),
        Step::D3 => d3::build(run),
        Step::D4 => d4::build(run),
        _ => Err(Misuse::new(format!("This version builds no record for {step}."))),
    }
}
