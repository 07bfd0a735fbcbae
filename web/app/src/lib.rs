//! The page of Tieout in two programs that share one language: [`page`] shows and never decides,
//! [`engine`] asks the core and never shows, and [`protocol`] is everything that they may say to each other.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "JavaScript counts in floats: the sizes and places that pass here are whole, positive and exact"
)]
#![allow(
    clippy::needless_pass_by_value,
    clippy::large_types_passed_by_value,
    clippy::must_use_candidate,
    reason = "a component takes its properties for good, and what it returns is always shown"
)]

pub mod protocol;

pub mod engine;

pub mod page;
