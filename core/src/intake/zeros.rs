//! Ids that lost their leading zeros in one file and kept them in another, told by holding the tables of a run side by
//! side. Whether `12345` is `0012345` is for the source to say: nothing is changed, and a person is told where to look.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Input, inspect};
use crate::note::{Note, NoteKind};
use crate::table::{Digits, NOBODY, Numbering, Row, Subject, Table};
use crate::value::{Pilot, gathered};

/// Notes every file whose ids would be those of another table, had they kept their leading zeros.
pub(super) fn doubt(tables: &[Table], subject: Subject, numbering: &Numbering, pilot: Pilot, inputs: &mut [Input]) {
    if !numbering.may_lack_zeros() {
        return;
    }
    let spellings = Spellings::of(numbering);
    let columns = tables.iter().map(|table| Ids::of(table, subject, numbering, &spellings));
    let columns: Vec<_> = columns.collect();
    let name = |ids: &Ids<'_>| inspect::naming(ids.table, subject, pilot);
    for short in &columns {
        // Of several tables that have them in full, the first of those that have the most is named.
        let full = columns.iter().rev().map(|full| (full, short.padded_in(full, &spellings)));
        let Some((full, padded)) = full.max_by_key(|(_, padded)| padded.len()) else { continue };
        for (file, cells, row) in short.files_with(subject, &padded) {
            let (field, line) = (name(short), short.table.line(row));
            let example = padded[&short.table.number(subject, row)];
            let message = format!(
                "{} of {} with leading zeros before {}, as {} would be {} on its line {}. Nothing was changed: export the column as text again.",
                if cells == 1 { "1 id would be one".to_owned() } else { format!("{cells} ids would be those") },
                full.table.dataset(),
                if cells == 1 { "it" } else { "them" },
                short.table.column(field).id(row),
                full.table.column(name(full)).id(example),
                full.table.line(example),
            );
            let note = Note { kind: NoteKind::Doubted, field: Some(field), cells, line: Some(line), message };
            let is_it = |input: &&mut Input| input.dataset == Some(short.table.dataset()) && *input.label() == *file;
            if let Some(input) = inputs.iter_mut().find(is_it) {
                // What the column alone gave to suspect of the same cells is said better here.
                input.notes.retain(|other| {
                    (other.kind, other.field, other.cells, other.line) != (note.kind, note.field, cells, note.line)
                });
                input.notes.push(note);
            }
        }
    }
}

/// The ids of a run that are the same number and not the same digits.
struct Spellings {
    of: BTreeMap<u32, Digits>,
    known: BTreeMap<Digits, u32>,
}

impl Spellings {
    fn of(numbering: &Numbering) -> Self {
        let digits = (0..numbering.count() as u32).filter_map(|id| Some((numbering.digits(id)?, id)));
        let mut known: BTreeMap<Digits, u32> = gathered(digits);
        let values: Vec<_> = known.keys().map(|digits| digits.value).collect();
        let twice: BTreeSet<_> = gathered(values.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]));
        known.retain(|digits, _| twice.contains(&digits.value));
        Self { of: gathered(known.iter().map(|(&digits, &id)| (id, digits))), known }
    }
}

/// The ids of a table, as far as they are spelled in more than one way.
struct Ids<'t> {
    table: &'t Table,
    /// How many digits each of its ids has, where all have equally many.
    width: Option<u8>,
    /// The first row of each.
    first: BTreeMap<u32, Row>,
}

impl<'t> Ids<'t> {
    fn of(table: &'t Table, subject: Subject, numbering: &Numbering, spellings: &Spellings) -> Self {
        let (mut widths, mut first) = (BTreeSet::new(), BTreeMap::new());
        table.for_each_received_row(|row| {
            let id = table.number(subject, row);
            if id != NOBODY {
                widths.insert(numbering.digits(id).map(|digits| digits.len));
                if spellings.of.contains_key(&id) {
                    first.entry(id).or_insert(row);
                }
            }
        });
        let width = widths.first().copied().flatten().filter(|_| widths.len() == 1);
        Self { table, width, first }
    }

    /// Those of its ids that another table has in full and this one has not, with their first row there.
    fn padded_in(&self, full: &Self, spellings: &Spellings) -> BTreeMap<u32, Row> {
        let padded = |id: &u32| {
            let Digits { value, len } = spellings.of[id];
            let width = full.width.filter(|&width| width > len)?;
            let other = spellings.known.get(&Digits { value, len: width })?;
            Some((*id, *full.first.get(other).filter(|_| !self.first.contains_key(other))?))
        };
        gathered(self.first.keys().filter_map(padded))
    }

    /// The files in which some ids stand, with how many cells are theirs and the first row of them.
    fn files_with(&self, subject: Subject, some: &BTreeMap<u32, Row>) -> Vec<(Arc<str>, u32, Row)> {
        let mut files: BTreeMap<Arc<str>, (u32, Row)> = BTreeMap::new();
        self.table.for_each_received_row(|row| {
            if some.contains_key(&self.table.number(subject, row)) {
                let file = self.table.part(row).unwrap_or_else(|| self.table.file().into());
                files.entry(file).or_insert((0, row)).0 += 1;
            }
        });
        files.into_iter().map(|(file, (cells, row))| (file, cells, row)).collect()
    }
}
