//! Medicare's claim and claim line feed: beneficiaries and changed ids in fixed width, and what should have come;
//! its claims files are known by their names alone and fill no table.

mod beneficiary;
mod control;
mod crosswalk;

use super::stamp::Stamp;
use super::told::{counted, doubted, governed, read as told};
use super::{Part, Source, Terms};
use crate::value::Pilot;

use beneficiary::Beneficiaries;
use control::Control;
use crosswalk::Crosswalk;

/// Which file of the feed some bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum File {
    /// CCLF0: how many records each file should have.
    Control,
    /// CCLF8: the beneficiaries.
    Beneficiaries,
    /// CCLF9: which ids replaced which.
    Crosswalk,
}

impl File {
    /// The file of the feed that a source is, as its first lines say. A name alone makes nothing a file of the feed.
    pub(super) fn of(source: Source<'_>) -> Option<Self> {
        let head = &source.bytes[..source.bytes.len().min(1 << 14)];
        let cut = head.len() < source.bytes.len();
        let head = String::from_utf8_lossy(head);
        let mut lines: Vec<_> = head.lines().filter(|line| !line.trim().is_empty()).collect();
        if cut {
            lines.pop();
        }
        let first = lines.first()?;
        if control::is_header(first) {
            Some(Self::Control)
        } else if lines.iter().all(|line| crosswalk::is_record(line)) {
            Some(Self::Crosswalk)
        } else if beneficiary::are_records(&lines, says(source.own_name(), '8')) {
            Some(Self::Beneficiaries)
        } else {
            None
        }
    }
}

/// Whether a name is that of a numbered file of the feed, as `ZC8`, `CCLF8` or `T.BCD.A0001.ZC8Y26.D260115.T1000009`.
fn says(name: &str, number: char) -> bool {
    let name = name.to_ascii_uppercase();
    ["ZC", "CCLF"].iter().any(|stem| name.contains(&format!("{stem}{number}")))
}

/// Which delivery a file belongs to: its archive or folder, and what its name says of its period and day.
fn delivery(source: Source<'_>) -> (Stamp, &str) {
    let path = source.name.rsplit_once(['/', '\\']).map_or("", |(folder, _)| folder);
    let within = if source.member.is_some() { source.name } else { path };
    (Stamp::of(source.own_name()).of_delivery(), within)
}

/// Reads every file of the feed that was given.
pub(super) fn read(sources: &[(usize, Source<'_>)], terms: &Terms) -> Vec<Part> {
    let of = |kind: File| sources.iter().filter(move |(_, source)| File::of(*source) == Some(kind));
    let mut parts = Vec::new();
    let crosswalks: Vec<_> = of(File::Crosswalk).map(|&(at, source)| (at, source.text())).collect();
    let crosswalk = Crosswalk::of(crosswalks.iter().map(|(_, text)| text.as_ref()));
    for (at, text) in &crosswalks {
        let changes = counted(crosswalk::records(text), "changed id", "changed ids");
        let message = format!(
            "CCLF9, the identifier cross-reference: {changes}, by which the ids of CCLF8 are brought to the current ones. It fills no table itself."
        );
        parts.push(Part::without_rows(*at, "CCLF9", vec![told(message)]));
    }
    let latest = of(File::Beneficiaries).max_by_key(|(_, source)| delivery(*source).0).map(|&(_, source)| source);
    for &(at, source) in of(File::Beneficiaries) {
        let Some(latest) = latest else { break };
        let is_late = |(_, other): &&(usize, Source<'_>)| delivery(*other).0 >= delivery(latest).0;
        let others = of(File::Beneficiaries).filter(|other| !is_late(other)).count();
        let replaced = governed(format!(
            "{} governs, the latest delivery: it replaces the whole of {}.",
            latest.own_name(),
            counted(others, "earlier one", "earlier ones")
        ));
        // Of deliveries that bear no stamp none is the later one: intake says that there are two.
        parts.push(if is_late(&&(at, source)) {
            let mut part = beneficiaries(at, source, &crosswalk, terms);
            part.notes.extend((others > 0).then_some(replaced));
            part
        } else {
            let what = told("CCLF8, the beneficiary demographics in fixed width.");
            Part::without_rows(at, "CCLF8", vec![what, replaced])
        });
    }
    for &(at, source) in of(File::Control) {
        let control = Control::of(&source.text());
        let mut notes = vec![told(
            "CCLF0, the summary statistics: how many records each file of the delivery should have. It fills no table itself.",
        )];
        for (number, kind) in [("CCLF8", File::Beneficiaries), ("CCLF9", File::Crosswalk)] {
            let own: Vec<_> = of(kind).filter(|(_, other)| delivery(*other) == delivery(source)).collect();
            let lengths: Vec<_> = own.iter().flat_map(|(_, source)| control::lengths(source.bytes)).collect();
            notes.extend(control.differs(number, (!own.is_empty()).then_some(lengths.as_slice())));
        }
        parts.push(Part::without_rows(at, "CCLF0", notes));
    }
    parts
}

fn beneficiaries(at: usize, source: Source<'_>, crosswalk: &Crosswalk, terms: &Terms) -> Part {
    let text = source.text();
    let beneficiaries = Beneficiaries::of(&text, crosswalk);
    let named = Stamp::of(source.own_name()).first_day();
    let from = named.unwrap_or(terms.effective_from);
    let mut notes = vec![told(format!(
        "CCLF8, the beneficiary demographics in fixed width: {}, {}. A person's MBI is the participant_id; the product is medicare.",
        counted(beneficiaries.lines, "line", "lines"),
        counted(beneficiaries.people.len(), "person", "people")
    ))];
    if terms.pilot != Pilot::Attribution {
        notes.push(told("It fills payer_attribution, which a diversion pilot does not have."));
        return Part::without_rows(at, "CCLF8", notes);
    }
    notes.push(match named {
        Some(_) => told(format!("The file says for which year it was made, not since when each person is attributed: attribution_date is {from}, the first day of that year.")),
        None => doubted(beneficiaries.people.len(), None, format!("Neither the file nor its name says since when anybody is attributed: attribution_date is {from}, the first day of the contract. Give the file under the name that Medicare gave it.")),
    });
    notes.extend(beneficiaries.notes());
    Part::of(at, "CCLF8", beneficiaries.into_rows(from), notes)
}
