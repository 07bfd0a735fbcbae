//! Rows that a printed report has for its reader: its header again on every page, a total at its foot. They are left
//! out, and told; any other row is the table's.

use super::header::{Found, after_break};
use crate::note::{Note, NoteKind};
use crate::table::{record_len, split};

/// A header of one name, or one so short, may stand in a cell by chance.
const SHORTEST: usize = 12;

/// What is printed again is printed again on the second page, and no page is longer.
const PAGE: usize = 1 << 18;

/// Empties the rows that are no data. Their lines still count.
pub(super) fn clear(text: &mut String, found: &Found) -> Vec<Note> {
    let mut notes = Vec::new();
    notes.extend(clear_headers(text, found));
    notes.extend(clear_foot(text, found));
    notes
}

/// Empties the rows that are the header once more.
fn clear_headers(text: &mut String, found: &Found) -> Option<Note> {
    let (header, body) = (&found.header, found.header.end.min(text.len()));
    let record = text[found.record.clone()].to_owned();
    let is_telling = header.names.len() > 1 && record.len() >= SHORTEST;
    let pages = &text.as_bytes()[body..text.len().min(body + PAGE)];
    if !is_telling || memchr::memmem::find(pages, record.as_bytes()).is_none() {
        return None;
    }
    let mut out = text[..body].to_owned();
    let (mut start, mut line, mut cells, mut first) = (body, header.line + 1, 0, None);
    while start < text.len() {
        let end = start + record_len(&text.as_bytes()[start..], header.delimiter);
        let next = after_break(text.as_bytes(), end).min(text.len());
        if text[start..end] == record {
            cells += 1;
            first.get_or_insert(line);
            out.push_str(&text[end..next]);
        } else {
            out.push_str(&text[start..next]);
        }
        (start, line) = (next, line + 1);
    }
    *text = out;
    let line = first?;
    let again = if cells == 1 { "once more".to_owned() } else { format!("{cells} times more") };
    Some(left_out(cells, line, format!("The header row stands in the table {again}, first on line {line}: left out.")))
}

/// Cuts off a last row that is a total, or that says how many rows there are.
fn clear_foot(text: &mut String, found: &Found) -> Option<Note> {
    let header = &found.header;
    let whole = text.trim_end_matches(['\r', '\n', ' ', '\t', char::from(header.delimiter)]);
    let start = whole.rfind(['\r', '\n']).map_or(0, |at| at + 1);
    // A line with a quote may be the end of a cell that began above.
    if start < header.end || whole[start..].contains('"') {
        return None;
    }
    let cells = split(&text[start..], header.delimiter);
    let mut filled = cells.iter().filter(|cell| !cell.is_empty());
    let first = filled.next()?.to_string();
    if !is_foot(&first) || (filled.count() + 1) * 2 > header.names.len().max(2) {
        return None;
    }
    let line = line_of(text, found, start);
    text.truncate(start);
    Some(left_out(
        1,
        line,
        format!("The last row, on line {line}, begins “{first}” and is no part of the table: left out."),
    ))
}

/// Whether a row that begins so sums up the rows above it.
fn is_foot(first: &str) -> bool {
    let word = first.trim_end_matches(':').to_lowercase();
    let counted = word.trim_matches(['(', ')']).split_once(' ').is_some_and(|(count, rest)| {
        count.bytes().all(|byte| byte.is_ascii_digit())
            && ["row", "rows", "row affected", "rows affected"].contains(&rest)
    });
    let begins = |sum: &str| word.strip_prefix(sum).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':']));
    counted
        || ["total", "totals", "grand total", "records", "record count", "row count"].into_iter().any(begins)
        || word == "sum"
}

fn line_of(text: &str, found: &Found, place: usize) -> u32 {
    let (mut start, mut line) = (found.header.end, found.header.line + 1);
    while start < place {
        let end = start + record_len(&text.as_bytes()[start..], found.header.delimiter);
        (start, line) = (after_break(text.as_bytes(), end), line + 1);
    }
    line
}

fn left_out(cells: u32, line: u32, message: String) -> Note {
    Note { kind: NoteKind::Read, field: None, cells, line: Some(line), message }
}
