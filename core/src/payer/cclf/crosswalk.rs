//! CCLF9: which id replaced which; a chain of changes leads to its end and never in a circle.

use std::collections::HashMap;

use crate::payer::day::day_of;

/// Current ids by the ones that they replaced.
#[derive(Debug, Default)]
pub(super) struct Crosswalk(HashMap<String, String>);

/// Whether a line is a record of the file: its kind, two ids, and the days on which the old one counted.
pub(super) fn is_record(line: &str) -> bool {
    let day = |from: usize| line.get(from..from + 10).and_then(day_of).is_some();
    let width = line.trim_end().len();
    matches!(line.as_bytes().first(), Some(b'H' | b'M')) && (43..=56).contains(&width) && day(23) && day(33)
}

/// How many records a text has.
pub(super) fn records(text: &str) -> usize {
    text.lines().filter(|line| is_record(line)).count()
}

impl Crosswalk {
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let lines = texts.flat_map(str::lines).filter(|line| is_record(line));
        let pairs = lines.filter_map(|line| Some((line.get(12..23)?.trim(), line.get(1..12)?.trim())));
        Self(pairs.filter(|(old, new)| old != new).map(|(old, new)| (old.to_owned(), new.to_owned())).collect())
    }

    /// The id that counts instead of this one.
    pub(super) fn current(&self, id: &str) -> Option<&str> {
        let mut current = self.0.get(id)?;
        for _ in 0..self.0.len() {
            match self.0.get(current) {
                Some(next) => current = next,
                None => return Some(current),
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_leads_to_its_end_and_a_circle_nowhere() {
        let change = |new: &str, old: &str| format!("M{new:<11}{old:<11}2020-01-012021-01-01            ");
        let text = [change("B", "A"), change("C", "B"), change("Y", "X"), change("X", "Y")].join("\n");
        let crosswalk = Crosswalk::of([text.as_str()].into_iter());
        assert_eq!(["A", "B", "C", "X"].map(|id| crosswalk.current(id)), [Some("C"), Some("C"), None, None]);
    }
}
