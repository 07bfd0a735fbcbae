//! What the page and the element show alike: words for people, signs beside them, and what these are about. It knows no data.

#![allow(
    clippy::must_use_candidate,
    clippy::needless_pass_by_value,
    reason = "a component takes its properties for good, and what it returns is always shown"
)]

pub mod told;

pub mod words;

pub mod icon;

pub mod bar;
pub mod button;

pub mod file_button;

pub mod evidence;
