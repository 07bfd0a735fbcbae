//! Inputs whose right answer is known before any checker has seen them.
//!
//! Nothing here reads the core: a person's standing is decided when the person is made, and the
//! files are written from that decision. What the core finds is then held against what was planted.

pub mod sample;

pub mod cases;
