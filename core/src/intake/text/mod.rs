//! Bytes into delimited text and its header: the one path by which tables are read, and by which they are shown
//! before. What it takes a file for can be seen, and said otherwise.

mod encoding;
mod furniture;
mod header;
mod quote;

use crate::mapping::{Delimiter, Encoding, Form, Quote};
use crate::note::{Note, NoteKind};
use crate::table::{record_len, split};

use super::Refusal;
use encoding::Decoded;
use header::after_break;
use quote::{has_backslashes, rewritten};

pub(super) use header::Header;
pub(super) use quote::quoted;

/// How many rows from the top are shown to somebody who looks, and how many below the header at least.
const TOP_ROWS: usize = 10;
const ROWS_BELOW: usize = 5;

/// Whether a header, trimmed and in lower case, is one that somebody is looking for.
pub type Known<'a> = &'a (dyn Fn(&str) -> bool + Sync);

/// What is said of a text rather than told by looking at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Forced {
    /// How its characters are written.
    pub encoding: Option<Encoding>,
    /// What parts its cells: an ASCII character.
    pub delimiter: Option<u8>,
    /// How its cells are quoted.
    pub quote: Option<Quote>,
    /// Where its header row stands, as a spreadsheet numbers lines.
    pub header_line: Option<u32>,
}

impl From<Form> for Forced {
    fn from(form: Form) -> Self {
        let Form { encoding, delimiter, quote, header_line } = form;
        Self { encoding, delimiter: delimiter.map(Delimiter::byte), quote, header_line }
    }
}

/// What a text was taken for, with its first rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// How its characters are written.
    pub encoding: Encoding,
    /// What parts its cells.
    pub delimiter: char,
    /// How its cells are quoted.
    pub quote: Quote,
    /// Where its header row stands, as a spreadsheet numbers lines.
    pub header_line: u32,
    /// The header row as written.
    pub headers: Vec<String>,
    /// The first rows below that have something in them.
    pub rows: Vec<Vec<String>>,
    /// The first rows of all, as a spreadsheet numbers and shows them: what stands above the header is among them.
    pub top: Vec<(u32, Vec<String>)>,
    /// What a report will tell about how it was read.
    pub notes: Vec<Note>,
}

/// Looks at a file as it will be read, and shows so many of its rows.
///
/// # Errors
/// What is no table says why, in the words that a report uses.
pub fn look(bytes: Vec<u8>, forced: &Forced, known: Known<'_>, rows: usize) -> Result<Looked, String> {
    let Opened { text, header, encoding, quote, notes } =
        open(bytes, forced, known).map_err(|refusal| refusal.to_string())?;
    let filled = |(_, cells): &(u32, Vec<String>)| !cells.iter().all(String::is_empty);
    let sample = records(&text, header.end, header.delimiter, header.line + 1).filter(filled).take(rows);
    let sample = sample.map(|(_, cells)| cells).collect();
    let up_to = TOP_ROWS.max(header.line as usize + ROWS_BELOW);
    let top = records(&text, header::beginning(&text).0, header.delimiter, 1).take(up_to).collect();
    let (delimiter, header_line) = (char::from(header.delimiter), header.line);
    Ok(Looked { encoding, delimiter, quote, header_line, headers: header.names, rows: sample, top, notes })
}

/// The records from here on, each with its line.
pub(super) fn records(text: &str, start: usize, delimiter: u8, line: u32) -> impl Iterator<Item = (u32, Vec<String>)> {
    let mut start = start;
    (line..).map_while(move |line| {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let end = start + record_len(rest.as_bytes(), delimiter);
        let cells = split(&text[start..end], delimiter).into_iter().map(Into::into).collect();
        start = after_break(text.as_bytes(), end);
        Some((line, cells))
    })
}

/// A file as text that is ready to be cut into rows.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) text: String,
    pub(super) header: Header,
    pub(super) notes: Vec<Note>,
    encoding: Encoding,
    quote: Quote,
}

/// Decodes a file, finds its header, and brings its quotes into the one habit that tables are read in.
pub(super) fn open(bytes: Vec<u8>, forced: &Forced, known: Known<'_>) -> Result<Opened, Refusal> {
    let Decoded { mut text, encoding, broken } = encoding::decode(bytes, forced.encoding)?;
    let mut found = header::find(&text, forced, known)?;
    let quote = forced.quote.unwrap_or_else(|| match found.single_quotes {
        true => Quote::Single,
        false if has_backslashes(&text, &found.header) => Quote::Backslash,
        false => Quote::Doubled,
    });
    let mut notes = Vec::new();
    if encoding != Encoding::Utf8 {
        notes.push(encoding_note(&text, encoding, broken, &found.header));
    }
    if let [(line, first), ..] = &found.above[..] {
        notes.push(title_note(found.header.line, *line, first, found.above.len()));
    }
    if quote != Quote::Doubled {
        notes.push(quote_note(quote));
        text = rewritten(&text, found.header.delimiter, quote);
        let (delimiter, header_line) = (Some(found.header.delimiter), Some(found.header.line));
        found = header::find(&text, &Forced { delimiter, header_line, ..Forced::default() }, known)?;
    }
    notes.extend(furniture::clear(&mut text, &found));
    Ok(Opened { text, header: found.header, notes, encoding, quote })
}

/// The header of a file of which only the first bytes are known.
pub(super) fn header_of_head(head: &[u8], forced: &Forced, known: Known<'_>) -> Option<Vec<String>> {
    let text = encoding::decode_head(head, forced.encoding)?;
    Some(header::find(&text, forced, known).ok()?.header.names)
}

/// Says in which encoding a file was read, so that somebody who knows what it says can see whether that is right.
fn encoding_note(text: &str, encoding: Encoding, broken: u32, header: &Header) -> Note {
    let is_odd = |c: char| if broken > 0 { c == char::REPLACEMENT_CHARACTER } else { !c.is_ascii() };
    let (mut start, mut line, mut cells, mut first) = (header::beginning(text).0, 1, 0, None);
    while start < text.len() {
        let end = start + record_len(&text.as_bytes()[start..], header.delimiter);
        if let Some(odd) = text[start..end].chars().find(|&c| is_odd(c)) {
            cells += 1;
            first.get_or_insert((line, odd));
        }
        (start, line) = (after_break(text.as_bytes(), end), line + 1);
    }
    let what = match first {
        Some((line, _)) if broken > 0 => format!(
            " {broken} of its characters were broken and are shown as \u{fffd}, the first on line {line}: export it again."
        ),
        Some((line, odd)) => {
            let code = u32::from(odd);
            format!(
                " The first character beyond plain ASCII is {odd} (U+{code:04X}), on line {line}: if it should be another, save the file as UTF-8."
            )
        }
        None => String::new(),
    };
    let message = format!("The file was read as {encoding}.{what}");
    Note { kind: NoteKind::Read, field: None, cells, line: first.map(|(line, _)| line), message }
}

fn title_note(header: u32, line: u32, first: &str, rows: usize) -> Note {
    let beginning: String = first.chars().take(60).collect();
    let above = if rows == 1 { "the row above it is".to_owned() } else { format!("the {rows} rows above it are") };
    let message = format!("The header row was found on line {header}; {above} no part of the table: “{beginning}”.");
    Note { kind: NoteKind::Read, field: None, cells: rows as u32, line: Some(line), message }
}

fn quote_note(quote: Quote) -> Note {
    let message = format!("Its cells were read as quoted with {quote}.");
    Note { kind: NoteKind::Read, field: None, cells: 0, line: None, message }
}
