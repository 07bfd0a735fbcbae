//! The native door: the committed cases, the laws that hold for all of them, and real files where they are at hand.

mod case;
mod cases;
mod ladder;
mod laws;
mod payer;
mod planted;
mod real;
mod settlement;
mod sheet;
mod workbooks;
