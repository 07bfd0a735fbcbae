//! Which table a file is: by its name, else by its headers; never by guessing between two.

use super::alike::place_of;
use crate::dataset::Dataset;
use crate::value::sort_by_key;

/// The table whose name a file bears.
#[must_use]
pub(crate) fn by_name(name: &str) -> Option<Dataset> {
    Dataset::named(&stem(name).trim().to_lowercase())
}

/// The table whose required columns the headers all have and of which they have the most columns; a tie is nobody's.
#[must_use]
pub(crate) fn by_headers(headers: &[String]) -> Option<Dataset> {
    let has = |column: &str| place_of(column, headers).is_some();
    let fits = Dataset::ALL.iter().filter_map(|&dataset| {
        let columns = dataset.definition().columns;
        let whole = columns.iter().all(|column| !column.required || has(column.name));
        whole.then(|| (columns.iter().filter(|column| has(column.name)).count(), dataset))
    });
    let mut fits: Vec<_> = fits.collect();
    sort_by_key(&mut fits, |&(columns, _)| std::cmp::Reverse(columns));
    match fits[..] {
        [] => None,
        [(_, only)] => Some(only),
        [(most, best), (next, _), ..] => (most > next).then_some(best),
    }
}

/// A file's name without its path and its ending.
pub(super) fn stem(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}
