//! Who enters the pilot, and on what grounds.

pub(crate) mod a1;
pub(crate) mod a2;
pub(crate) mod d1;
pub(crate) mod d2;

pub(super) mod decided;
mod exclusion;
