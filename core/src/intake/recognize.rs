//! Which table a file is: by its name, else by its headers; never by guessing between two.

use super::csv;
use crate::dataset::Dataset;

/// The table that a file is, from its name and its first bytes.
///
/// A stem that is a table's name settles it. Otherwise the file is the table whose required
/// columns it all has and of which it has the most columns; a tie is nobody's.
#[must_use]
pub fn recognize(name: &str, head: &[u8]) -> Option<Dataset> {
    by_stem(name).or_else(|| by_headers(head))
}

pub(super) fn by_stem(name: &str) -> Option<Dataset> {
    let file = name.rsplit(['/', '\\']).next()?;
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    Dataset::named(&stem.trim().to_lowercase())
}

fn by_headers(head: &[u8]) -> Option<Dataset> {
    let text = match str::from_utf8(head) {
        Ok(text) => text,
        // The head may end within a character.
        Err(error) => str::from_utf8(&head[..error.valid_up_to()]).unwrap_or_default(),
    };
    let names: Vec<String> = csv::header(text).ok()?.names.iter().map(|name| canonical(name)).collect();
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

/// A header as headers are compared: trimmed, without case.
pub(super) fn canonical(header: &str) -> String {
    header.trim().to_lowercase()
}
