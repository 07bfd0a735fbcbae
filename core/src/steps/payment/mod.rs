//! What may be claimed and said about money. The two kinds of pilot differ in what they count, and share every other thought.

pub(crate) mod a5;
pub(crate) mod a6;
pub(crate) mod d5;
pub(crate) mod d6;

pub(super) mod file;
pub(super) mod position;
