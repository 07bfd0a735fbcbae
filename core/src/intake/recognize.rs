//! Which table a file is: by its name, else by its headers; never by guessing between two.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::File;
use super::text::{self, canonical};
use crate::dataset::Dataset;

/// The table that a file is, from its name and its first bytes.
///
/// A stem that is a table's name settles it. Otherwise the file is the table whose required
/// columns it all has and of which it has the most columns; a tie is nobody's.
#[must_use]
pub fn recognize(name: &str, head: &[u8]) -> Option<Dataset> {
    by_stem(name).or_else(|| by_headers(head))
}

/// The only part of a file may bear the file's name, where neither its own name nor its headers tell what it is.
pub(super) fn name_only_parts(files: &mut [File]) {
    let parts: Vec<_> = files.iter().filter(|file| file.part.is_some()).map(|file| file.name.clone()).collect();
    for file in files.iter_mut().filter(|file| file.dataset.is_none()) {
        let Some(part) = &file.part else { continue };
        if parts.iter().filter(|name| **name == file.name).count() == 1 {
            let head = &file.bytes[..file.bytes.len().min(1 << 16)];
            file.dataset = recognize(part, head).or_else(|| by_stem(&file.name));
        }
    }
}

pub(super) fn by_stem(name: &str) -> Option<Dataset> {
    let file = name.rsplit(['/', '\\']).next()?;
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    Dataset::named(&stem.trim().to_lowercase())
}

fn by_headers(head: &[u8]) -> Option<Dataset> {
    let names: Vec<String> = text::header_of_head(head, &is_column)?.iter().map(|name| canonical(name)).collect();
    let has = |column: &str| names.iter().any(|name| name == column);
    let fits = Dataset::ALL.iter().filter_map(|&dataset| {
        let columns = dataset.definition().columns;
        let whole = columns.iter().all(|column| !column.required || has(column.name));
        whole.then(|| (columns.iter().filter(|column| has(column.name)).count(), dataset))
    });
    let mut fits: Vec<_> = fits.collect();
    fits.sort_unstable_by_key(|&(columns, _)| std::cmp::Reverse(columns));
    match fits[..] {
        [] => None,
        [(_, only)] => Some(only),
        [(most, best), (next, _), ..] => (most > next).then_some(best),
    }
}

/// Whether a header, as headers are compared, is a column of some table.
pub(super) fn is_column(name: &str) -> bool {
    static COLUMNS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
        let columns = Dataset::ALL.iter().flat_map(|dataset| dataset.definition().columns);
        columns.map(|column| column.name).collect()
    });
    COLUMNS.contains(name)
}
