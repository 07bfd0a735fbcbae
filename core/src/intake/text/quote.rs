//! Quotes of other habits, written anew in the one that tables are read in: doubled within double quotes.
//! Rows, cells and their order stay what they were.

use std::borrow::Cow;

use super::header::{Header, after_break, beginning};
use crate::mapping::Quote;
use crate::table::{record_len, split};

/// Whether quotes inside cells have a backslash before them: if they are read so, every row has as many
/// cells as the header, and otherwise not every row has.
pub(super) fn has_backslashes(text: &str, header: &Header) -> bool {
    let body = &text[header.end.min(text.len())..];
    memchr::memchr(b'\\', body.as_bytes()).is_some()
        && body.contains("\\\"")
        && !is_even(body, header)
        && is_even(&rewritten(body, header.delimiter, Quote::Backslash), header)
}

/// Whether every row has as many cells as the header.
fn is_even(body: &str, header: &Header) -> bool {
    let (mut start, width) = (0, header.names.len());
    while start < body.len() {
        let end = start + record_len(&body.as_bytes()[start..], header.delimiter);
        if start < end && split(&body[start..end], header.delimiter).len() != width {
            return false;
        }
        start = after_break(body.as_bytes(), end);
    }
    true
}

/// The text with its quotes as tables are read. A line that names the delimiter is left out, as spreadsheets do.
pub(super) fn rewritten(text: &str, delimiter: u8, habit: Quote) -> String {
    let mut text = &text[beginning(text).0..];
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    while !text.is_empty() {
        let (contents, end, is_closed) = cell(text, delimiter, habit);
        if is_closed {
            out.push_str(&quoted(&contents, delimiter));
        } else {
            // It stays open, to be refused where it opens.
            out.push('"');
            out.push_str(&contents.replace('"', "\"\""));
        }
        let mark = text[end..].chars().next();
        out.extend(mark);
        text = &text[end + mark.map_or(0, char::len_utf8)..];
    }
    out
}

/// A cell as it is written, in quotes where it needs them.
pub(in crate::intake) fn quoted(cell: &str, delimiter: u8) -> Cow<'_, str> {
    if cell.contains(['"', '\r', '\n', char::from(delimiter)]) {
        Cow::Owned(format!("\"{}\"", cell.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(cell)
    }
}

/// The contents of the first cell, where it ends, and whether its quote closes.
fn cell(text: &str, delimiter: u8, habit: Quote) -> (String, usize, bool) {
    let quote = if habit == Quote::Single { '\'' } else { '"' };
    let mut contents = String::new();
    let mut chars = text.char_indices().peekable();
    let mut is_open = chars.next_if(|&(_, c)| c == quote).is_some();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' if is_open && habit == Quote::Backslash => {
                match chars.next_if(|&(_, next)| next == quote || next == '\\') {
                    Some((_, escaped)) => contents.push(escaped),
                    None => contents.push(c),
                }
            }
            _ if is_open && c == quote => match chars.next_if(|&(_, next)| next == quote) {
                Some(_) => contents.push(quote),
                None => is_open = false,
            },
            '\r' | '\n' if !is_open => return (contents, at, true),
            _ if !is_open && c == char::from(delimiter) => return (contents, at, true),
            _ => contents.push(c),
        }
    }
    (contents, text.len(), !is_open)
}
