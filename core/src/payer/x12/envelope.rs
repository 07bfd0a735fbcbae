//! The envelopes of X12: transactions within groups within an interchange, each with its count; a count that does not hold is told, and no segment is lost by it.

use super::segments::{Segment, Segments};
use crate::note::Note;
use crate::payer::told::{doubted, listed};

/// One transaction set.
#[derive(Debug)]
pub(super) struct Transaction<'t> {
    /// The source that it stands in.
    pub(super) source: usize,
    /// Its number, as `834`.
    pub(super) kind: &'t str,
    /// The version of its group's guide, as `005010X223A2`.
    pub(super) guide: &'t str,
    /// Everything between its `ST` and its `SE`.
    pub(super) segments: Vec<Segment<'t>>,
}

/// Cuts the segments of a source into transactions, and tells what does not add up.
pub(super) fn open<'t>(source: usize, segments: &Segments<'t>) -> (Vec<Transaction<'t>>, Vec<Note>) {
    let (mut transactions, mut faults) = (Vec::<Transaction<'t>>::new(), Vec::new());
    let (mut interchange, mut group, mut set) = (None::<Segment<'t>>, None::<Segment<'t>>, None::<Segment<'t>>);
    let (mut groups, mut sets) = (0, 0);
    let mut guide = "";
    for &segment in &segments.all {
        let mut hold = |opener: Option<Segment<'t>>, number: usize, counted: u32| {
            faults.extend(fault(segment, opener.map(|opener| opener.get(number)), counted));
        };
        match segment.id() {
            "ISA" => (interchange, groups) = (Some(segment), 0),
            "GS" => {
                (group, sets) = (Some(segment), 0);
                (groups, guide) = (groups + 1, segment.get(8));
            }
            "ST" => {
                (set, sets) = (Some(segment), sets + 1);
                let (kind, own) = (segment.get(1), segment.get(3));
                let guide = if own.is_empty() { guide } else { own };
                transactions.push(Transaction { source, kind, guide, segments: Vec::new() });
            }
            "SE" => {
                let first = set.map_or(segment.number, |set| set.number);
                hold(set.take(), 2, segment.number - first + 1);
            }
            "GE" => hold(group.take(), 6, sets),
            "IEA" => hold(interchange.take(), 13, groups),
            _ if set.is_some() => {
                if let Some(transaction) = transactions.last_mut() {
                    transaction.segments.push(segment);
                }
            }
            _ => {}
        }
    }
    let open = [("SE", set), ("GE", group), ("IEA", interchange)];
    let open: Vec<_> =
        open.into_iter().filter(|(_, opener)| opener.is_some()).map(|(closer, _)| closer.to_owned()).collect();
    let mut notes = Vec::new();
    if let Some(&first) = segments.unterminated.first() {
        let count = segments.unterminated.len();
        let message = if count == 1 {
            "1 segment has no terminator: it was read up to its line's end."
        } else {
            "Segments have no terminator: each was read up to its line's end."
        };
        notes.push(doubted(count, Some(first), message));
    }
    if let Some((first, _)) = faults.first() {
        let messages: Vec<_> = faults.iter().map(|(_, message)| message.clone()).collect();
        notes.push(doubted(
            faults.len(),
            Some(*first),
            format!("The envelopes do not add up: {}. Ask whether the file is whole.", listed(&messages)),
        ));
    }
    if !open.is_empty() {
        notes.push(doubted(
            open.len(),
            None,
            format!("The file ends without {}: it may have been cut off. Ask for it again.", open.join(" and ")),
        ));
    }
    (transactions, notes)
}

/// What is wrong with a trailer: its count, or the number that it shares with its header.
fn fault(trailer: Segment<'_>, number: Option<&str>, counted: u32) -> Option<(u32, String)> {
    let (id, stated) = (trailer.id(), trailer.get(1));
    let message = match number {
        None => format!("{id} on segment {} closes nothing", trailer.number),
        Some(number) if number != trailer.get(2) => {
            format!("{id} on segment {} closes {}, while {number} is open", trailer.number, trailer.get(2))
        }
        Some(_) if stated.parse() != Ok(counted) => {
            format!("{id} on segment {} counts {stated} where there are {counted}", trailer.number)
        }
        Some(_) => return None,
    };
    Some((trailer.number, message))
}
