//! Words and figures for people, in one place, so that a thing has one name wherever it is shown.

use leptos::prelude::*;

use crate::told::{KindView, OutcomeView, StateView};

/// A count with its thousands set apart.
#[must_use]
pub fn count(number: impl Into<u64>) -> String {
    let digits = number.into().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A count with its noun.
#[must_use]
pub fn counted(number: impl Into<u64>, one: &str, many: &str) -> String {
    let number = number.into();
    format!("{} {}", count(number), if number == 1 { one } else { many })
}

/// A size as file managers show it.
#[must_use]
pub fn size(bytes: u64) -> String {
    let tenths = |unit: u64, name: &str| format!("{}.{} {name}", bytes / unit, bytes % unit * 10 / unit);
    match bytes {
        ..1_000 => counted(bytes, "byte", "bytes"),
        1_000..1_000_000 => format!("{} kB", bytes / 1_000),
        1_000_000..1_000_000_000 => tenths(1_000_000, "MB"),
        _ => tenths(1_000_000_000, "GB"),
    }
}

/// A table's name as the beginning of a label.
#[must_use]
pub fn titled(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).map(|letter| if letter == '_' { ' ' } else { letter }).collect()
}

/// The state of a step.
#[must_use]
pub const fn state(state: StateView) -> &'static str {
    match state {
        StateView::Blocked => "Blocked",
        StateView::Incomplete => "Incomplete",
        StateView::Clear => "Clear",
        StateView::NotStarted => "Not started",
    }
}

/// What a state means for the work.
#[must_use]
pub const fn meaning(state: StateView) -> &'static str {
    match state {
        StateView::Blocked => "Something must be mended before this step may go on.",
        StateView::Incomplete => "Nothing found so far stops this step, but part of it could not be checked.",
        StateView::Clear => "Everything was checked, and nothing stops this step.",
        StateView::NotStarted => "None of the tables that this step makes was given.",
    }
}

/// The outcome of a control, which warns or else blocks.
#[must_use]
pub const fn outcome(outcome: OutcomeView, warns: bool) -> &'static str {
    match outcome {
        OutcomeView::Held => "Holds",
        OutcomeView::Failed if warns => "Warns",
        OutcomeView::Failed => "Fails",
        OutcomeView::NotChecked => "Not checked",
        OutcomeView::NotApplicable => "Does not apply",
    }
}

/// A kind of control, as the heading of its group.
#[must_use]
pub const fn kind(kind: KindView) -> &'static str {
    match kind {
        KindView::Intake => "Files as received",
        KindView::Field => "Required fields",
        KindView::Gate => "Gates",
        KindView::Validation => "Validations",
        KindView::Deadline => "Deadlines",
        KindView::SignOff => "Sign-offs",
        KindView::Link => "Links",
        KindView::Conduct => "Conduct",
    }
}

/// A name of a file or a column: where it is too long, it breaks after a word and not within one.
#[must_use]
pub fn in_words(name: &str) -> AnyView {
    name.split_inclusive(['_', '.']).map(|word| view! { {word.to_owned()}<wbr/> }).collect_view().into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([0_u32, 999, 1000, 98_412, 1_234_567].map(count), ["0", "999", "1,000", "98,412", "1,234,567"]);
        assert_eq!(counted(1_u32, "row", "rows"), "1 row");
    }

    #[test]
    fn sizes_are_those_of_file_managers() {
        assert_eq!(
            [1, 999, 15_558, 23_400_000, 1_250_000_000].map(size),
            ["1 byte", "999 bytes", "15 kB", "23.4 MB", "1.2 GB"]
        );
    }
}
