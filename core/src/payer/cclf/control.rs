//! CCLF0: how many records each file should have, and of which length, held against what came.

use crate::note::Note;
use crate::payer::told::{counted, doubted, read};

/// What the summary declares of each file: its number, records and record length.
#[derive(Debug)]
pub(super) struct Control(Vec<(String, usize, usize)>);

/// Whether a line is the summary's first.
pub(super) fn is_header(line: &str) -> bool {
    let cells: Vec<_> = line.split('|').map(|cell| cell.trim().to_ascii_lowercase()).collect();
    matches!(cells.iter().map(String::as_str).collect::<Vec<_>>()[..], ["file number", _, "total records count", ..])
}

/// The length of each record of some bytes.
pub(super) fn lengths(bytes: &[u8]) -> Vec<usize> {
    let lines = bytes.split(|&b| b == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    lines.filter(|line| !line.trim_ascii().is_empty()).map(<[u8]>::len).collect()
}

impl Control {
    pub(super) fn of(text: &str) -> Self {
        let rows = text.lines().filter_map(|line| {
            let mut cells = line.split('|').map(str::trim);
            let (number, _, records, length) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
            Some((number.to_owned(), records.parse().ok()?, length.parse().ok()?))
        });
        Self(rows.collect())
    }

    /// How a file differs from what is declared of it.
    pub(super) fn differs(&self, number: &str, received: Option<&[usize]>) -> Vec<Note> {
        let Some(&(_, records, length)) = self.0.iter().find(|(of, ..)| of == number) else {
            return vec![read(format!("It declares nothing of {number}."))];
        };
        let declared = counted(records, "record", "records");
        let Some(received) = received else {
            return vec![doubted(
                records,
                None,
                format!("It declares {declared} of {number}, and the file was not given."),
            )];
        };
        let mut notes = Vec::new();
        if received.len() != records {
            let message = format!(
                "It declares {declared} of {number}, and {} received: ask for the delivery again.",
                were(received.len())
            );
            notes.push(doubted(records.abs_diff(received.len()), None, message));
        }
        let others: Vec<_> = received.iter().zip(1..).filter(|(found, _)| **found != length).collect();
        if let Some((found, line)) = others.first() {
            let message = format!(
                "It declares records of {length} characters of {number}; {} of another length, the first of {found}.",
                counted(others.len(), "record is", "records are")
            );
            notes.push(doubted(others.len(), Some(*line), message));
        }
        notes
    }
}

fn were(count: usize) -> String {
    if count == 1 { "1 was".to_owned() } else { format!("{count} were") }
}
