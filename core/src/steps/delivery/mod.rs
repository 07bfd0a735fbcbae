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
