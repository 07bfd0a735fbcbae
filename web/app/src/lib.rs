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
    clippy::redundant_closure,
    reason = "a component takes its properties for good, what it returns is always shown, and a closure in a view is what follows a signal"
)]

pub mod protocol;

pub mod engine;

pub mod page;
