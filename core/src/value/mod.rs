//! Words: what a day, an instant, a number and a digest are, and what each can never be.

mod composed;
mod day;
mod digest;
mod duration;
mod instant;
mod month;
mod number;
mod order;
mod side_by_side;
mod step;
mod stretch;

pub(crate) use composed::composed;
pub use day::parse_day;
pub use digest::Digest;
pub use duration::Limit;
pub use instant::{Clock, Instant};
pub(crate) use instant::{parse_local, parse_time, without_offset};
pub use month::{Month, parse_month};
pub use number::{parse_count, parse_money, parse_pct, rounded};
pub(crate) use order::{gathered, sort, sort_by, sort_by_key};
pub(crate) use side_by_side::side_by_side;
pub use step::{Pilot, Step};
pub(crate) use stretch::in_stretches;

/// A calendar day, never a moment.
pub type Day = chrono::NaiveDate;
