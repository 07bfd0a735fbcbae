//! The question why somebody is in their tier: about whom it is asked, and the answer.

use leptos::prelude::*;

use super::desk::Desk;
use crate::protocol::{Request, TierAnswer};

/// The question that is asked of a run, as signals. A copy is the same question.
#[derive(Debug, Clone, Copy)]
pub(super) struct TierQuestion {
    /// The id that is asked about, as the field has it.
    pub(super) id: RwSignal<String>,
    /// The answer to what was asked last.
    pub(super) answer: RwSignal<Option<TierAnswer>>,
}

impl TierQuestion {
    pub(super) fn new() -> Self {
        Self { id: RwSignal::new(String::new()), answer: RwSignal::new(None) }
    }

    /// Another run has another answer.
    pub(super) fn begin(self) {
        self.id.set(String::new());
        self.answer.set(None);
    }

    /// Asks about the id in the field; about nobody, nothing is asked.
    pub(super) fn ask(self, desk: Desk, step: &str) {
        let id = self.id.with_untracked(|id| id.trim().to_owned());
        self.answer.set(None);
        if !id.is_empty() {
            desk.ask(&Request::WhyTier { step: step.to_owned(), id });
        }
    }
}
