//! What decisions on participants and decisions on events have in common: one thought on two nouns, asked here once.

mod coded;
mod docket;
mod link;
mod metrics;
mod pending;
mod rationale;
mod reviewer;
mod terms;
mod visible;

pub(super) use coded::coded;
pub(super) use docket::Docket;
pub(super) use link::{Loose, tied, undecided};
pub(crate) use metrics::metrics;
pub(super) use pending::{ahead, owned};
pub(super) use rationale::rationale;
pub(super) use reviewer::entitled;
pub(super) use terms::{Terms, in_time};
pub(super) use visible::visible;
