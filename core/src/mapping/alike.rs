//! When two headers are one name: case, blanks, hyphens, dots and low lines make no difference; words do.

/// A header as headers are compared first: trimmed, without case.
pub(crate) fn canonical(header: &str) -> String {
    header.trim().to_lowercase()
}

/// What is left of a header once nothing but its letters, digits and rarer signs count: `Participant ID`,
/// `participant_id` and `participantId` are one.
pub(crate) fn core(header: &str) -> String {
    header
        .chars()
        .filter(|&c| !c.is_whitespace() && !matches!(c, '_' | '-' | '.' | '\u{feff}'))
        .flat_map(char::to_lowercase)
        .collect()
}

/// How surely a header is a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Likeness {
    /// But for case and blanks about it.
    Same,
    /// But for signs and blanks within it.
    Alike,
}

/// Where a name stands among the headers. Of two equal headers the first counts; of two that are only alike, neither.
pub(crate) fn place_of(name: &str, headers: &[String]) -> Option<(usize, Likeness)> {
    let wanted = canonical(name);
    if let Some(place) = headers.iter().position(|header| canonical(header) == wanted) {
        return Some((place, Likeness::Same));
    }
    let wanted = core(name);
    let mut alike = headers.iter().enumerate().filter(|(_, header)| core(header) == wanted);
    let (place, first) = alike.next()?;
    let another = alike.any(|(_, header)| canonical(header) != canonical(first));
    (!another && !wanted.is_empty()).then_some((place, Likeness::Alike))
}
