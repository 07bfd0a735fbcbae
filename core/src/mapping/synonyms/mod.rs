//! What the field calls the columns of the reference tables: its files' headers, by subject; a likely meaning, never a sure one.

mod people;
mod spans;
mod claims;
mod care;
mod decisions;
mod events;
mod payment;
mod tables;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::words::{meaning, words};
use crate::dataset::Dataset;
use crate::value::gathered;

/// What one column is called elsewhere.
struct Names {
    column: &'static str,
    /// The tables in which it is called so; all that have it, where none is named.
    tables: &'static [Dataset],
    known: &'static [&'static str],
}

const fn names(column: &'static str, known: &'static [&'static str]) -> Names {
    Names { column, tables: &[], known }
}

impl Names {
    const fn only_in(mut self, tables: &'static [Dataset]) -> Self {
        self.tables = tables;
        self
    }
}

static ROOMS: [&[Names]; 7] =
    [people::NAMES, spans::NAMES, claims::NAMES, care::NAMES, decisions::NAMES, events::NAMES, payment::NAMES];

/// What the field calls a column of a table.
fn of(dataset: Dataset, column: &str) -> impl Iterator<Item = &'static str> {
    let is_meant = move |names: &&Names| names.tables.is_empty() || names.tables.contains(&dataset);
    let all = ROOMS.iter().copied().flatten().filter(move |names| names.column == column);
    all.filter(is_meant).flat_map(|names| names.known.iter().copied())
}

/// Whether the field calls a column of a table so.
pub(crate) fn is_known(dataset: Dataset, column: &str, header: &str) -> bool {
    let whole = meaning(header);
    let bare = header.split_once('(').map(|(before, _)| meaning(before)).filter(|bare| !bare.is_empty());
    let is_meant = |name: &str| {
        let name = meaning(name);
        name == whole || bare.as_ref() == Some(&name)
    };
    is_meant(column) || of(dataset, column).any(is_meant)
}

/// Whether a header is a name that some column has, or is called by: how a header row is told from a title. A single
/// word, as Closed, could be what a cell says.
#[must_use]
pub(crate) fn is_column(header: &str) -> bool {
    static MEANINGS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let own = Dataset::ALL.iter().flat_map(|dataset| dataset.definition().columns).map(|column| column.name);
        let known = ROOMS.iter().copied().flatten().flat_map(|names| names.known.iter().copied());
        let is_telling = |name: &&str| words(name).len() > 1 || !name.contains(char::is_lowercase);
        gathered(own.chain(known.filter(is_telling)).map(meaning))
    });
    MEANINGS.contains(&meaning(header))
}

/// The tables whose files the field calls so.
pub(super) fn tables_called(stem: &str) -> Vec<Dataset> {
    tables::called(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A name that stood for two columns of one table would be a guess between them.
    #[test]
    fn no_name_stands_for_two_columns_of_one_table() {
        for &dataset in Dataset::ALL {
            let columns = dataset.definition().columns;
            let names = columns.iter().flat_map(|column| {
                of(dataset, column.name).map(meaning).chain([meaning(column.name)]).map(move |name| (name, column.name))
            });
            let mut all: Vec<_> = names.collect();
            all.sort_unstable();
            all.dedup();
            let both: Vec<_> = all.windows(2).filter(|pair| pair[0].0 == pair[1].0).collect();
            assert!(both.is_empty(), "{dataset}: {both:?}");
        }
    }

    #[test]
    fn every_name_is_of_a_column() {
        for names in ROOMS.into_iter().flatten() {
            let has = |dataset: &Dataset| dataset.definition().position(names.column).is_some();
            assert!(Dataset::ALL.iter().any(has), "no table has {}", names.column);
            assert!(names.tables.iter().all(has), "{} is not in each of {:?}", names.column, names.tables);
        }
    }
}
