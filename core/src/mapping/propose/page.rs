//! Proposals as a mapping file to be read, corrected and kept: what is proposed stands there with its reason, what is
//! open stands there as a question.

use super::super::write::Page;
use crate::mapping::proposal::{ColumnProposal, Confidence, KnownBy, Proposal};
use crate::mapping::{DateForm, FileMapping, Mapping};

/// A mapping file of what is proposed, and of what a mapping says about other files; a file that needs no mapping is
/// not in it. Once it is read it says no more
/// than the proposals do; its comments say why, and what is open.
#[must_use]
pub fn draft(proposals: &[Proposal], mapping: Option<&Mapping>) -> String {
    let mut page = Page::default();
    let says_something = |proposal: &&Proposal| proposal.said.is_some() || !proposal.is_settled();
    for proposal in proposals.iter().filter(says_something) {
        match proposal.confirmed().filter(|file| !file.columns.is_empty() || proposal.said.is_some()) {
            Some(file) => known(&mut page, proposal, &file),
            None => unknown(&mut page, proposal),
        }
    }
    if let Some(mapping) = mapping {
        let is_used = |file: &&FileMapping| proposals.iter().any(|proposal| proposal.said.as_ref() == Some(*file));
        for file in mapping.files().iter().filter(|file| !is_used(file)) {
            page.file(file);
        }
        for choice in mapping.tables() {
            page.table(choice);
        }
    }
    page.0
}

fn title(proposal: &Proposal) -> String {
    let sheet = proposal.part.as_ref().map(|part| format!(", {part}")).unwrap_or_default();
    one_line(&format!("# {}{sheet}", proposal.file))
}

/// A file of a known or proposed table.
fn known(page: &mut Page, proposal: &Proposal, file: &FileMapping) {
    page.heading(&title(proposal));
    page.line(match proposal.known_by {
        KnownBy::Said => "# Its table was said.",
        KnownBy::Format => "# It is in a payer's own format: what its words mean is all that a mapping can say.",
        KnownBy::Name => "# Its table is told by its name.",
        KnownBy::Headers => "# Its table is told by its headers.",
        KnownBy::Likeness | KnownBy::Nothing => {
            "# Its table is proposed from its headers: correct it if it is another."
        }
    });
    page.line("[[file]]");
    page.head(file);
    if proposal.known_by != KnownBy::Format {
        columns(page, proposal, file);
    }
    for column in &proposal.columns {
        words(page, column, file);
    }
    dates(page, proposal, file);
}

fn columns(page: &mut Page, proposal: &Proposal, file: &FileMapping) {
    page.heading("[file.columns]");
    for column in &proposal.columns {
        match file.column(column.field).filter(|said| said.is_absent()) {
            Some(_) => page.pair(column.field, ""),
            None => header(page, column),
        }
    }
    if !proposal.ignored.is_empty() {
        page.line(&format!("# Not read: {}", listed(&proposal.ignored)));
    }
}

/// A file that is no table yet: what it could be, in comments only.
fn unknown(page: &mut Page, proposal: &Proposal) {
    page.heading(&title(proposal));
    if proposal.candidates.is_empty() {
        page.line("# It is like no table and is left out. If it is one, take the number signs away and name it.");
        return stranger(page, proposal);
    }
    page.line("# OPEN: which table is it? Take the number signs away below and name it: with this file as --mapping, its columns are proposed.");
    for candidate in &proposal.candidates {
        let lacks = match candidate.lacks[..] {
            [] => "has every required column".to_owned(),
            _ => format!("lacks {}", candidate.lacks.join(", ")),
        };
        page.line(&format!("#   {}: {} of 100, {lacks}", candidate.dataset, candidate.score));
    }
    stranger(page, proposal);
}

/// What to write for a file of which nobody knows the table: it is known by its headers.
fn stranger(page: &mut Page, proposal: &Proposal) {
    let mut headers = Page::default();
    headers.list("headers", &proposal.ignored);
    page.line("# [[file]]");
    page.line("# table = \"…\"");
    page.line(&format!("# {}", one_line(headers.0.trim_end())));
}

fn header(page: &mut Page, column: &ColumnProposal) {
    let why = one_line(&column.why);
    match (&column.header, column.confidence) {
        (Some(header), Confidence::Certain) => page.pair(column.field, header.trim()),
        (Some(header), _) => {
            let shown =
                if column.samples.is_empty() { String::new() } else { format!(" As {}.", listed(&column.samples)) };
            page.line(&format!("# {why}{shown}"));
            page.pair(column.field, header.trim());
        }
        (None, _) if column.required || !column.others.is_empty() => {
            page.line(&format!("# OPEN{}: {why}", if column.required { ", required" } else { "" }));
            page.line(&format!("# {} = \"…\"   # {}", column.field, column.form));
        }
        (None, _) => {}
    }
}

fn words(page: &mut Page, column: &ColumnProposal, file: &FileMapping) {
    let said = file.column(column.field).map(|said| &said.values).filter(|said| !said.is_empty());
    if said.is_none() && column.words.iter().all(|word| !word.is_open) {
        return;
    }
    page.heading(&format!("[file.values.{}]", column.field));
    page.line(&format!("# Agreed: {}", listed(&column.agreed)));
    let rows = |rows: u32| format!("# {rows} {}", if rows == 1 { "row" } else { "rows" });
    for (word, meaning) in said.into_iter().flatten() {
        if let Some(proposed) = column.words.iter().find(|proposed| proposed.written == *word) {
            let as_it_is = if proposed.agreed.is_none() { ", like nothing agreed: left as it is" } else { "" };
            page.line(&format!("{}{as_it_is}", rows(proposed.rows)));
        }
        page.pair(word, meaning);
    }
    for word in column.words.iter().filter(|word| word.is_open) {
        page.line(&format!("{}, OPEN: what does “{}” mean?", rows(word.rows), one_line(&word.written)));
    }
}

fn dates(page: &mut Page, proposal: &Proposal, file: &FileMapping) {
    let said = |column: &ColumnProposal| file.column(column.field).and_then(|said| said.dates);
    let dated = |column: &&ColumnProposal| said(column).is_some() || !column.dates.is_empty();
    let dated: Vec<_> = proposal.columns.iter().filter(dated).collect();
    if dated.is_empty() {
        return;
    }
    page.heading("[file.dates]");
    for column in dated {
        if let Some(form) = said(column) {
            page.pair(column.field, form.name());
            continue;
        }
        let forms: Vec<_> = column.dates.iter().map(|&form| DateForm::name(form)).collect();
        let (forms, shown) = (forms.join(" or "), listed(&column.samples));
        page.line(&format!("# OPEN: are the dates of {} {forms}? As {shown}.", column.field));
        page.line(&format!("# {} = \"…\"", column.field));
    }
}

fn listed(values: &[String]) -> String {
    values.iter().map(|value| one_line(value)).collect::<Vec<_>>().join(", ")
}

/// A comment ends with its line, whatever a cell holds.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
