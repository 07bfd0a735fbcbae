//! What may be claimed and said about money.

pub(crate) mod a5;
pub(crate) mod a6;
pub(crate) mod d5;
pub(crate) mod d6;
