//! CCLF8: one beneficiary a line, in fixed width; whoever stands twice is one person.

use std::collections::HashMap;

use super::crosswalk::Crosswalk;
use crate::note::{Note, NoteKind};
use crate::payer::day::{day_of, written};
use crate::payer::rows::Rows;
use crate::payer::told::{counted, doubted, listed};
use crate::value::Day;

/// The columns of a line that are read, of every layout since 2018.
const ID: std::ops::Range<usize> = 0..11;
const BIRTH_DATE: std::ops::Range<usize> = 32..42;
/// How long a whole line is.
const WHOLE: usize = 549;

/// One person of the list.
#[derive(Debug)]
pub(super) struct Person<'t> {
    id: &'t str,
    birth_date: &'t str,
    line: u32,
}

/// The people of a file, and what was done so that they are people.
#[derive(Debug)]
pub(super) struct Beneficiaries<'t> {
    pub(super) lines: usize,
    pub(super) people: Vec<Person<'t>>,
    /// Lines that name somebody again.
    repeated: Vec<u32>,
    /// Lines of which the id was brought to the current one.
    current: Vec<u32>,
    /// Ids that a cross-reference would give to somebody born on another day.
    contradicted: Vec<(u32, String)>,
    /// Lines without an id.
    nameless: Vec<u32>,
}

/// Whether these lines are records of the file: whole ones by their length and birth dates, shortened ones only
/// where the file's name says so too.
pub(super) fn are_records(lines: &[&str], is_named: bool) -> bool {
    let Some(width) = lines.first().map(|line| line.len()) else { return false };
    let even = lines.iter().all(|line| line.len() == width && is_id(cell(line, ID)));
    let is_born = |line: &str| day_of(cell(line, BIRTH_DATE)).is_some();
    even && (width == WHOLE && lines.iter().any(|line| is_born(line)) || is_named && width >= ID.end)
}

fn is_id(text: &str) -> bool {
    text.len() >= 9 && text.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// A cell; empty where the line is too short to have the whole of it.
fn cell(line: &str, columns: std::ops::Range<usize>) -> &str {
    line.get(columns).unwrap_or_default().trim()
}

impl<'t> Beneficiaries<'t> {
    /// The people of a text. An id is brought to its current one unless that is another person's on the same list.
    pub(super) fn of(text: &'t str, crosswalk: &'t Crosswalk) -> Self {
        let lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
        let listed: Vec<_> = lines.map(|(line, n)| (cell(line, ID), cell(line, BIRTH_DATE), n)).collect();
        let born: HashMap<_, _> = listed.iter().map(|&(id, birth_date, _)| (id, birth_date)).collect();
        let mut all = Self {
            lines: listed.len(),
            people: Vec::new(),
            repeated: Vec::new(),
            current: Vec::new(),
            contradicted: Vec::new(),
            nameless: Vec::new(),
        };
        let mut seen = std::collections::HashSet::new();
        for (id, birth_date, line) in listed {
            let id = match crosswalk.current(id).filter(|&current| current != id) {
                Some(current) if born.get(current).is_some_and(|&other| other != birth_date) => {
                    all.contradicted.push((line, id.to_owned()));
                    id
                }
                Some(current) => {
                    all.current.push(line);
                    current
                }
                None => id,
            };
            if id.is_empty() {
                all.nameless.push(line);
            } else if seen.insert(id) {
                all.people.push(Person { id, birth_date, line });
            } else {
                all.repeated.push(line);
            }
        }
        all
    }

    /// What was done, and what was not.
    pub(super) fn notes(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        if let Some(&line) = self.current.first() {
            notes.push(Note {
                kind: NoteKind::Repaired,
                field: Some("participant_id"),
                cells: u32::try_from(self.current.len()).unwrap_or(u32::MAX),
                line: Some(line),
                message: format!(
                    "{} brought to the current id, as CCLF9 says.",
                    counted(self.current.len(), "changed id was", "changed ids were")
                ),
            });
        }
        if let Some(&line) = self.repeated.first() {
            let count = counted(self.repeated.len(), "line names", "lines name");
            notes.push(doubted(
                self.repeated.len(),
                Some(line),
                format!("{count} somebody who stands further up: each person was taken once."),
            ));
        }
        if let Some(&(line, _)) = self.contradicted.first() {
            let ids: Vec<_> = self.contradicted.iter().map(|(_, id)| id.clone()).collect();
            let message = format!(
                "By CCLF9 {} would be somebody on the same list who was born on another day: the ids were left as they are. Ask Medicare which is right.",
                listed(&ids)
            );
            notes.push(Note { field: Some("participant_id"), ..doubted(ids.len(), Some(line), message) });
        }
        if let Some(&line) = self.nameless.first() {
            let count = counted(self.nameless.len(), "line has", "lines have");
            notes.push(doubted(self.nameless.len(), Some(line), format!("{count} no MBI and made no row.")));
        }
        notes
    }

    pub(super) fn into_rows(self, from: Day) -> Rows {
        let (mut rows, from) = (Rows::attribution(), from.to_string());
        for person in self.people {
            rows.put(person.line, [person.id, &from, "", "medicare", &written(person.birth_date)]);
        }
        rows
    }
}
