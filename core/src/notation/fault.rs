//! What is wrong with a file: every fault with its line, its place and its mending; never only the first.

use std::fmt;

use toml::de::{DeTable, DeValue};

use crate::value::{Pilot, sort_by_key};

/// Why a file was refused, fault by fault in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileError {
    faults: Vec<Fault>,
}

impl FileError {
    /// Each fault on its own.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    pub(super) fn new(mut faults: Vec<Fault>) -> Self {
        sort_by_key(&mut faults, |fault| fault.line);
        Self { faults }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, fault) in self.faults.iter().enumerate() {
            write!(f, "{}{fault}", if nth > 0 { "\n" } else { "" })?;
        }
        Ok(())
    }
}

impl std::error::Error for FileError {}

/// One thing that is wrong, written as one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    line: Option<usize>,
    place: String,
    what: String,
    mend: String,
}

impl Fault {
    /// The line of the file, counted from one; none where the whole file lacks something.
    #[must_use]
    pub const fn line(&self) -> Option<usize> {
        self.line
    }

    /// The field, as `tiers[1].interventions`; a column of the line where the file is no TOML.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.place
    }

    /// What is wrong there.
    #[must_use]
    pub fn what(&self) -> &str {
        &self.what
    }

    /// How to mend it.
    #[must_use]
    pub fn mend(&self) -> &str {
        &self.mend
    }

    /// A fault of the notation, at an offset into the text.
    pub(super) fn of_notation(text: &str, offset: usize, what: &str, mend: &str) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let column = before.chars().rev().take_while(|&c| c != '\n').count() + 1;
        Self {
            line: Some(line_at(text, offset)),
            place: format!("column {column}"),
            what: what.to_owned(),
            mend: mend.to_owned(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}, ")?;
        }
        write!(f, "{}: {}. To mend it, {}.", self.place, self.what, self.mend)
    }
}

/// Where a fault stands in the tree of the file.
#[derive(Debug, Clone, Default)]
pub(crate) struct Place(Vec<Part>);

/// One turn on the way down the tree.
#[derive(Debug, Clone)]
pub(crate) enum Part {
    Key(String),
    Index(usize),
}

impl From<&str> for Part {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<usize> for Part {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, part) in self.0.iter().enumerate() {
            match part {
                Part::Key(key) => write!(f, "{}{key}", if nth > 0 { "." } else { "" })?,
                Part::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// The faults found so far, and the place that is being looked at.
pub(crate) struct Faults<'t> {
    text: &'t str,
    tree: &'t DeTable<'t>,
    pilot: Option<Pilot>,
    here: Place,
    found: Vec<Fault>,
    alone: Option<Fault>,
}

impl<'t> Faults<'t> {
    pub(super) fn new(text: &'t str, tree: &'t DeTable<'t>, pilot: Option<Pilot>) -> Self {
        Self { text, tree, pilot, here: Place::default(), found: Vec::new(), alone: None }
    }

    /// The kind of pilot that the file names.
    pub(super) const fn pilot(&self) -> Option<Pilot> {
        self.pilot
    }

    /// Looks at something with a part of this place as the place.
    pub(crate) fn within<T>(&mut self, part: impl Into<Part>, look: impl FnOnce(&mut Self) -> T) -> T {
        self.here.0.push(part.into());
        let seen = look(self);
        self.here.0.pop();
        seen
    }

    /// Notes a fault at this place. The line is that of the place or, where it is not in the file, of what should hold it.
    pub(crate) fn note(&mut self, what: impl Into<String>, mend: impl Into<String>) {
        self.add(what.into(), mend.into());
    }

    fn add(&mut self, what: String, mend: String) {
        let line = self.offset().map(|offset| line_at(self.text, offset));
        self.found.push(Fault { line, place: self.here.to_string(), what, mend });
    }

    /// Notes a fault at a part of this place.
    pub(crate) fn note_at(&mut self, part: impl Into<Part>, what: impl Into<String>, mend: impl Into<String>) {
        self.within(part, |faults| faults.note(what, mend));
    }

    /// Notes a fault at this place beside which no other counts.
    pub(crate) fn note_alone(&mut self, what: impl Into<String>, mend: impl Into<String>) {
        self.note(what, mend);
        self.alone = self.found.pop();
    }

    /// Gives what was read, unless anything was wrong with it.
    pub(super) fn verdict<T>(self, read: Option<T>) -> Result<T, FileError> {
        match (self.alone, read) {
            (None, Some(sound)) if self.found.is_empty() => Ok(sound),
            (alone, _) => Err(FileError::new(alone.map_or(self.found, |alone| vec![alone]))),
        }
    }

    fn offset(&self) -> Option<usize> {
        let (first, rest) = self.here.0.split_first()?;
        let Part::Key(first) = first else { return None };
        let (key, value) = self.tree.get_key_value(first.as_str())?;
        let (mut offset, mut value) = (key.span().start, value.get_ref());
        for part in rest {
            let inner = match (part, value) {
                (Part::Key(key), DeValue::Table(table)) => {
                    table.get_key_value(key.as_str()).map(|(key, value)| (key.span(), value))
                }
                (Part::Index(index), DeValue::Array(array)) => array.get(*index).map(|value| (value.span(), value)),
                _ => None,
            };
            let Some((span, inner)) = inner else { break };
            (offset, value) = (span.start, inner.get_ref());
        }
        Some(offset)
    }
}

fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|&byte| byte == b'\n').count() + 1
}

/// The name that was probably meant: the nearest of those that exist, if it is near at all.
pub(crate) fn nearest<'n>(written: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let tolerated = (1 + written.chars().count() / 4).min(3);
    names
        .into_iter()
        .map(|name| (edits(written, name), name))
        .filter(|&(edits, _)| edits <= tolerated)
        .min()
        .map(|(_, name)| name)
}

/// How many letters must be added, dropped or changed to make one word the other.
fn edits(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (nth, letter) in from.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], nth + 1);
        for (column, &other) in to.iter().enumerate() {
            let changed = diagonal + usize::from(letter != other);
            diagonal = row[column + 1];
            row[column + 1] = changed.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognized_and_a_stranger_is_not() {
        let names = ["effective_to", "effective_from", "timezone"];
        assert_eq!(nearest("effectiv_to", names), Some("effective_to"));
        assert_eq!(nearest("timezome", names), Some("timezone"));
        assert_eq!(nearest("zone", names), None);
        assert_eq!(edits("kitten", "sitting"), 3);
    }
}
