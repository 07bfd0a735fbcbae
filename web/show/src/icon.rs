//! Small signs that stand beside a word, never in place of one.

use leptos::prelude::*;

use crate::told::{OutcomeView, StateView};

/// A sign. Each has a shape of its own, so that colour is never the only difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// It holds.
    Tick,
    /// It fails.
    Cross,
    /// It warns.
    Bang,
    /// It was not looked at.
    Ring,
    /// It has no use here.
    Dash,
}

impl Sign {
    /// The sign of a control's outcome; the control warns or else blocks.
    #[must_use]
    pub const fn of(outcome: OutcomeView, warns: bool) -> Self {
        match outcome {
            OutcomeView::Held => Self::Tick,
            OutcomeView::Failed if warns => Self::Bang,
            OutcomeView::Failed => Self::Cross,
            OutcomeView::NotChecked => Self::Ring,
            OutcomeView::NotApplicable => Self::Dash,
        }
    }

    /// The sign of a step's state.
    #[must_use]
    pub const fn of_state(state: StateView) -> Self {
        match state {
            StateView::Blocked => Self::Cross,
            StateView::Incomplete => Self::Ring,
            StateView::Clear => Self::Tick,
            StateView::NotStarted => Self::Dash,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Tick => "tick",
            Self::Cross => "cross",
            Self::Bang => "bang",
            Self::Ring => "ring",
            Self::Dash => "dash",
        }
    }

    const fn path(self) -> &'static str {
        match self {
            Self::Tick => "M4.5 8.5l2.5 2.5 4.5-5",
            Self::Cross => "M5.2 5.2l5.6 5.6m0-5.6l-5.6 5.6",
            Self::Bang => "M8 4v5m0 2.6v.4",
            Self::Ring => "M8 5.6a2.4 2.4 0 1 0 .01 0",
            Self::Dash => "M5 8h6",
        }
    }
}

/// Draws a sign. The word beside it says the same to those who cannot see it.
#[component]
pub fn Icon(
    /// Which.
    sign: Sign,
) -> impl IntoView {
    view! {
        <svg class=format!("sign sign-{}", sign.name()) viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="8" cy="8" r="8"></circle>
            <path d=sign.path()></path>
        </svg>
    }
}
