//! A proposal of the core in the page's words, with what somebody said about it laid over it; it proposes nothing itself.

use std::collections::BTreeMap;

use tieout::intake::text::Looked;
use tieout::mapping::{
    ColumnMapping, ColumnProposal, Confidence, Delimiter, FileMapping, KnownBy, Proposal, Sample, WordProposal,
};
use tieout::{Dataset, Mapping};

use super::look::Sight;
use super::{dataset, said};
use crate::protocol::{FormView, Match, Said, SaidColumn, Seen, SeenColumn, SeenDates, SeenWord, Telltale};

/// How many dates are shown as they are read.
const PREVIEWED: usize = 3;

/// The part of a mapping that is meant for a file.
pub(super) fn entry<'m>(sight: &Sight, mapping: &'m Mapping) -> Option<&'m FileMapping> {
    let meant = if sight.is_delivered() {
        tieout::said_of_payers(mapping)
    } else {
        tieout::intake::meant(&sight.file, mapping)
    };
    meant.ok().flatten()
}

/// What is said about a file: on this page, else by a mapping.
pub(super) fn said_of(sight: &Sight, mapping: Option<&Mapping>) -> Said {
    let mapped = || mapping.and_then(|mapping| entry(sight, mapping)).map(said::said);
    sight.draft.clone().or_else(mapped).unwrap_or_default()
}

/// Which header is which column, without what words and dates mean, and without what the file does not have: so all of
/// that is proposed, and shown.
pub(super) fn headers_only(of: &Said) -> Option<FileMapping> {
    let dataset = dataset(of.dataset.as_deref()?)?;
    let mut mapping = said::mapping(of, dataset);
    mapping.columns.retain(|column| column.header.is_some() && !column.is_absent());
    for column in &mut mapping.columns {
        *column = ColumnMapping { header: column.header.take(), ..ColumnMapping::new(column.field) };
    }
    Some(mapping)
}

/// How much of a cell is shown.
const CHARS_SHOWN: usize = 120;

/// A file as it is seen.
pub(super) fn view(
    looked: &Looked,
    sample: &Sample,
    proposal: &Proposal,
    said: Said,
    is_whole: bool,
    is_mapped: bool,
) -> Seen {
    let columns: Vec<_> = proposal.columns.iter().map(|column| column_view(column, sample, &said, is_mapped)).collect();
    let is_read = |header: &&String| columns.iter().any(|column| column.header.as_ref() == Some(*header));
    let ignored = sample.headers.iter().filter(|header| !header.trim().is_empty() && !is_read(header));
    let delimiter = Delimiter::ALL.iter().find(|delimiter| char::from(delimiter.byte()) == looked.delimiter);
    Seen {
        dataset: proposal.dataset.map(|dataset| dataset.name().to_owned()),
        known_by: telltale(proposal.known_by),
        candidates: proposal
            .candidates
            .iter()
            .map(|candidate| {
                let lacks = candidate.lacks.iter().map(|&column| column.to_owned()).collect();
                (candidate.dataset.name().to_owned(), lacks)
            })
            .collect(),
        form: FormView {
            encoding: Some(looked.encoding.name().to_owned()),
            delimiter: delimiter
                .map_or_else(|| Some(looked.delimiter.to_string()), |known| Some(known.name().to_owned())),
            quote: Some(looked.quote.name().to_owned()),
            header_line: Some(looked.header_line),
        },
        rows: (is_whole && looked.rows.len() < super::look::ROWS).then_some(looked.rows.len() as u32),
        rows_seen: looked.rows.len() as u32,
        top: looked.top.iter().map(|(line, cells)| (*line, cells.iter().map(|cell| shown(cell)).collect())).collect(),
        headers: sample.headers.clone(),
        ignored: ignored.cloned().collect(),
        columns,
        notes: looked.notes.iter().map(said::note).collect(),
        said,
        is_mapped,
    }
}

/// As much of a cell as anybody looks at.
fn shown(cell: &str) -> String {
    cell.chars().take(CHARS_SHOWN).collect()
}

const fn telltale(known_by: KnownBy) -> Telltale {
    match known_by {
        KnownBy::Said | KnownBy::Format => Telltale::Said,
        KnownBy::Name => Telltale::Name,
        KnownBy::Headers => Telltale::Headers,
        KnownBy::Likeness => Telltale::Likeness,
        KnownBy::Nothing => Telltale::Nothing,
    }
}

fn column_view(proposal: &ColumnProposal, sample: &Sample, said: &Said, is_mapped: bool) -> SeenColumn {
    let of = said.columns.iter().find(|column| column.field == proposal.field);
    let is_refused = of.is_some_and(|said| said.header.as_deref() == Some(""));
    let is_proposed = matches!(proposal.confidence, Confidence::Likely | Confidence::Possible);
    // Who confirmed the file before left out what is only proposed now.
    let was_left_out = is_mapped && is_proposed && !proposal.required && of.is_none();
    let header = proposal.header.clone().filter(|_| !is_refused && !was_left_out);
    let match_by = match (&header, proposal.confidence) {
        (None, _) if of.is_some_and(|said| said.by_you) && is_refused => Match::You,
        (None, _) if is_refused => Match::Mapping,
        (None, _) | (_, Confidence::Open) => Match::Nothing,
        (_, Confidence::Likely) => Match::KnownName,
        (_, Confidence::Possible) => Match::Content,
        (Some(header), Confidence::Certain) => match of.filter(|said| said.header.is_some()) {
            Some(_) if header.trim().eq_ignore_ascii_case(proposal.field) => Match::SameName,
            Some(said) if said.by_you => Match::You,
            Some(_) => Match::Mapping,
            None => Match::SameName,
        },
    };
    let is_read = header.is_some();
    let others = proposal.header.iter().filter(|_| !is_read).chain(&proposal.others).cloned().collect();
    SeenColumn {
        field: proposal.field.to_owned(),
        required: proposal.required,
        form: proposal.form.to_owned(),
        why: match match_by {
            Match::You if is_refused => "You said that the file has no such column.".to_owned(),
            Match::You => "You said so.".to_owned(),
            Match::Mapping if is_refused => "The mapping says that the file has no such column.".to_owned(),
            _ => proposal.why.clone(),
        },
        samples: if is_read { proposal.samples.clone() } else { Vec::new() },
        agreed: proposal.agreed.clone(),
        is_closed: proposal.is_closed,
        words: header.as_ref().map(|header| words(proposal, header, sample, of)).unwrap_or_default(),
        dates: if is_read { dates(proposal, of) } else { None },
        match_by,
        header,
        others,
    }
}

/// The words of a column that nobody agreed on, each with what it means or is proposed to mean.
fn words(proposal: &ColumnProposal, header: &str, sample: &Sample, said: Option<&SaidColumn>) -> Vec<SeenWord> {
    let meanings: BTreeMap<_, _> =
        said.iter().flat_map(|said| &said.values).map(|(word, means)| (word, means)).collect();
    // Whoever said what the others mean is asked about a new one.
    let is_known = !proposal.is_closed && !meanings.is_empty();
    let word = |word: &WordProposal| {
        let meaning = meanings.get(&word.written);
        SeenWord {
            is_open: word.is_open || (is_known && word.agreed.is_none()),
            written: word.written.clone(),
            rows: word.rows,
            meaning: meaning.map(|means| (*means).clone()).or_else(|| word.agreed.clone()),
            is_said: meaning.is_some(),
        }
    };
    let mut words: Vec<_> = proposal.words.iter().map(word).collect();
    let place = sample.headers.iter().position(|other| other == header);
    let rows = |word: &str| {
        let is_word =
            |row: &&Vec<String>| place.and_then(|place| row.get(place)).is_some_and(|cell| cell.trim() == word);
        sample.rows.iter().filter(is_word).count() as u32
    };
    for (written, means) in meanings {
        if !words.iter().any(|word| word.written == *written) {
            let (written, meaning) = (written.clone(), Some(means.clone()));
            words.push(SeenWord { rows: rows(&written), written, meaning, is_said: true, is_open: false });
        }
    }
    words
}

/// The form of a column's dates: said, else the only one that all of them can be in.
fn dates(proposal: &ColumnProposal, said: Option<&SaidColumn>) -> Option<SeenDates> {
    let named = said.and_then(|said| said.dates.as_deref()).and_then(said::date_form);
    if named.is_none() && proposal.dates.is_empty() {
        return None;
    }
    let only = if let [only] = proposal.dates[..] { Some(only) } else { None };
    let chosen = named.or(only);
    let read = |cell: &String| Some((cell.clone(), chosen?.read(cell)?.to_string()));
    Some(SeenDates {
        possible: proposal.dates.iter().map(|form| form.name().to_owned()).collect(),
        chosen: chosen.map(|form| form.name().to_owned()),
        is_said: named.is_some(),
        preview: proposal.samples.iter().filter_map(read).take(PREVIEWED).collect(),
    })
}

/// What a mapping says once all that is shown is taken for right.
pub(super) fn confirmed(seen: &Seen) -> Option<FileMapping> {
    let dataset: Dataset = dataset(seen.dataset.as_deref()?)?;
    let column = |column: &SeenColumn| {
        let before = seen.said.columns.iter().find(|said| said.field == column.field);
        let mut values: BTreeMap<_, _> = before.iter().flat_map(|said| said.values.iter().cloned()).collect();
        // That a word stays as it is is remembered too, where it may: so one that is new is noticed the next time.
        let as_it_is = |word: &SeenWord| (!column.is_closed).then(|| word.written.clone());
        let meant = |word: &SeenWord| word.meaning.clone().or_else(|| as_it_is(word));
        values.extend(column.words.iter().filter_map(|word| Some((word.written.clone(), meant(word)?))));
        // That the file has no such column is remembered where somebody said so.
        let refused = || before.and_then(|said| said.header.clone()).filter(String::is_empty);
        Some(SaidColumn {
            field: column.field.clone(),
            header: Some(column.header.as_ref().map(|header| header.trim().to_owned()).or_else(refused)?),
            values: values.into_iter().collect(),
            dates: column.dates.as_ref().and_then(|dates| dates.chosen.clone()),
            by_you: true,
        })
    };
    let columns = seen.columns.iter().filter_map(column).collect();
    Some(said::mapping(&Said { columns, ..seen.said.clone() }, dataset))
}

/// The columns of a file in a payer's own format whose words want a meaning; none where there is no such column.
pub(super) fn words_only(mut seen: Seen) -> Option<Seen> {
    seen.columns.retain(|column| !column.words.is_empty());
    (!seen.columns.is_empty()).then_some(seen)
}
