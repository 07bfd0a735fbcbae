//! Ids that became numbers. A fraction of nothing is certain and taken off. Of an id in scientific notation the digits are
//! gone, so that it is none any more; digits that may be gone are told.

use std::borrow::Cow;

use super::cells::{A_HABIT, Cells, plural};
use super::shapes::is_misshapen;

/// A spreadsheet keeps so many digits of a number, and writes zeros for the rest.
const KEPT: usize = 15;
/// Shorter numbers count things more often than they name them.
const NAMING: usize = 8;
/// So many of ten ids are of one length where the others are said to be short.
const MOST_OF_TEN: usize = 8;

/// Whether an id looks as if a spreadsheet had it.
pub(super) fn is_odd(id: &str) -> bool {
    id.ends_with(".0") || is_guarded(id) || is_cut(id) || id.contains(['\t', '\n', '\r']) || is_misshapen(id)
}

/// How long the longest of some ids is, where all are long numbers, and whether every one is so long.
pub(super) fn usual_length(ids: &[Cow<'_, str>]) -> Option<(usize, bool)> {
    let usual = ids.iter().map(|id| id.len()).max().filter(|&usual| usual >= NAMING)?;
    ids.iter().all(|id| is_digits(id)).then(|| (usual, ids.iter().all(|id| id.len() == usual)))
}

/// Puts right how the ids of a whole column were dressed, and says what was lost of them.
pub(super) fn judge(cells: &mut Cells<'_>) {
    let dresses: [fn(&str) -> Option<&str>; 3] = [
        |id| id.strip_suffix(".0").filter(|id| is_digits(id)),
        |id| id.strip_prefix("=\"").and_then(|id| id.strip_suffix('"')),
        // Between two it is quoted, which is for the mapping to say.
        |id| id.strip_prefix('\'').filter(|id| !id.ends_with('\'')),
    ];
    for undressed in dresses {
        if let Some(read) = cells.reread(|id| undressed(id).filter(|id| !id.is_empty()).map(str::to_owned)) {
            cells.replace(read, |count, first, id| {
                format!("Read {} without what a spreadsheet added, the first “{first}” as {id}.", plural(count, "cell"))
            });
        }
    }
    cells.lose(is_scientific);
    cut(cells);
    short(cells);
    cells.doubt(
        |id| id.contains(['\t', '\n', '\r']),
        |count, first| {
            let first = first.replace(['\t', '\n', '\r'], " ");
            format!(
                "{} with a tab or a line break inside, the first “{first}”: take it out at the source.",
                plural(count, "id")
            )
        },
    );
}

/// Ids of which a spreadsheet kept fifteen digits.
fn cut(cells: &mut Cells<'_>) {
    let long = cells.count(|id| is_digits(id) && id.len() > KEPT);
    if long >= A_HABIT && cells.count(is_cut) == long {
        cells.doubt(is_cut, |count, first| {
            format!("All {count} ids of more than {KEPT} digits end in zeros, as {first} does: a spreadsheet may have cut them. Export the column as text again.")
        });
    }
}

fn is_cut(id: &str) -> bool {
    is_digits(id) && id.len() > KEPT && id[KEPT..].bytes().all(|digit| digit == b'0')
}

/// Ids that have fewer digits than most.
fn short(cells: &mut Cells<'_>) {
    let ids = cells.count(|_| true);
    let Some(usual) = cells.texts().map(|id| id.len()).max().filter(|&usual| usual >= NAMING) else { return };
    let (whole, is_short) = (cells.count(|id| id.len() == usual), |id: &str| id.len() < usual);
    if cells.all(is_digits) && whole < ids && whole * 10 >= ids * MOST_OF_TEN {
        cells.doubt(is_short, |count, first| {
            let ids = plural(count, "id");
            format!("{ids} with fewer than {usual} digits, the first {first}: leading zeros may have been lost. Export the column as text again.")
        });
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether an id is written so that a spreadsheet leaves it alone.
fn is_guarded(id: &str) -> bool {
    id.starts_with('\'') || id.starts_with("=\"")
}

/// Whether a text may have an id in scientific notation somewhere.
pub(super) fn any_scientific_in(text: &str) -> bool {
    let text = text.as_bytes();
    memchr::memchr_iter(b'+', text).any(|at| at > 1 && matches!(text[at - 1], b'E' | b'e'))
}

/// Whether an id has the shape in which spreadsheets show long numbers, as `4.37E+11`.
pub(super) fn is_scientific(id: &str) -> bool {
    let parts = id.split_once(['E', 'e']).and_then(|(number, exponent)| Some((number, exponent.strip_prefix('+')?)));
    parts.is_some_and(|(number, exponent)| {
        let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
        whole.len() == 1 && is_digits(whole) && is_digits(fraction) && is_digits(exponent)
    })
}
