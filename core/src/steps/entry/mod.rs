//! Who enters the pilot, and on what grounds.

pub(crate) mod a1;
pub(crate) mod a2;
pub(crate) mod d1;
pub(crate) mod d2;

mod decided;
mod exclusion;

use std::collections::BTreeMap;

use crate::derive::Run;
use crate::metric::Metric;
use crate::misuse::Misuse;
use crate::record::Record;
use crate::value::Step;

/// The figures of a step of this room.
pub(super) fn metrics(step: Step, run: &Run<'_>) -> BTreeMap<String, Metric> {
    match step {
        Step::A1 => a1::metrics(run),
        Step::A2 => a2::metrics(run),
        Step::D1 => d1::metrics(run),
        Step::D2 => decided::metrics(run),
        _ => BTreeMap::new(),
    }
}

/// The record of a step of this room.
pub(super) fn build<'r>(step: Step, run: &'r Run<'_>) -> Result<Record<'r>, Misuse> {
    match step {
        Step::A1 => a1::build(run),
        Step::A2 => a2::build(run),
        Step::D1 => d1::build(run),
        Step::D2 => d2::build(run),
        _ => Err(Misuse::new(format!("No record of {step} is made among those who enter."))),
    }
}
