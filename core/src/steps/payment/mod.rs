//! What may be claimed and said about money. The two kinds of pilot differ in what they count, and share every other thought.

pub(crate) mod a5;
pub(crate) mod a6;
pub(crate) mod d5;
pub(crate) mod d6;

mod file;
mod position;

use std::collections::BTreeMap;

use crate::derive::Run;
use crate::metric::Metric;
use crate::misuse::Misuse;
use crate::record::Record;
use crate::value::Step;

/// The figures of a step of this room.
pub(super) fn metrics(step: Step, run: &Run<'_>) -> BTreeMap<String, Metric> {
    match step {
        Step::A5 | Step::D5 => file::metrics(run),
        _ => position::metrics(run),
    }
}

/// The record of a step of this room.
pub(super) fn build<'r>(step: Step, run: &'r Run<'_>) -> Result<Record<'r>, Misuse> {
    match step {
        Step::A5 | Step::D5 => file::build(run),
        _ => position::build(run),
    }
}
