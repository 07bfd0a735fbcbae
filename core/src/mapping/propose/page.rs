//! Proposals as a mapping file to be read, corrected and kept: what is proposed stands there with its reason, what is
//! open stands there as a question.

use super::super::write::Page;
use crate::mapping::DateForm;
use crate::mapping::proposal::{ColumnProposal, Confidence, KnownBy, Proposal};

/// A mapping file of what is proposed. It says no more than the proposals once it is read; its comments say why.
#[must_use]
pub fn draft(proposals: &[Proposal]) -> String {
    let mut page = Page::default();
    for proposal in proposals {
        match proposal.confirmed() {
            Some(file) if !proposal.columns.iter().all(|column| column.header.is_none()) => {
                page.heading(&format!("# {}", title(proposal)));
                page.line(&format!("# {}", known_by(proposal)));
                page.line("[[file]]");
                page.head_below(&file);
                columns(&mut page, proposal);
            }
            _ => unknown(&mut page, proposal),
        }
    }
    page.0
}

fn title(proposal: &Proposal) -> String {
    let sheet = proposal.part.as_ref().map(|part| format!(", {part}")).unwrap_or_default();
    one_line(&format!("{}{sheet}", proposal.file))
}

fn known_by(proposal: &Proposal) -> &'static str {
    match proposal.known_by {
        KnownBy::Said => "The table was said.",
        KnownBy::Name => "The table is told by the file's name.",
        KnownBy::Headers => "The table is told by the file's headers.",
        KnownBy::Likeness => "The table is proposed from the headers: correct it if it is another.",
        KnownBy::Nothing => "The table is not known.",
    }
}

/// A file that is no table yet: what it could be, in comments only.
fn unknown(page: &mut Page, proposal: &Proposal) {
    page.heading(&format!("# {}", title(proposal)));
    page.line(
        "# Which table it is cannot be told. Give it the name of its table, or begin a [[file]] with table = \"…\".",
    );
    for candidate in &proposal.candidates {
        let lacks = match candidate.lacks[..] {
            [] => "has every required column".to_owned(),
            _ => format!("lacks {}", candidate.lacks.join(", ")),
        };
        page.line(&format!("#   {}: {} of 100, {lacks}", candidate.dataset, candidate.score));
    }
    page.line(&format!("# Its headers: {}", listed(&proposal.ignored)));
}

fn columns(page: &mut Page, proposal: &Proposal) {
    page.heading("[file.columns]");
    for column in &proposal.columns {
        let why = one_line(&column.why);
        match &column.header {
            Some(header) => {
                if column.confidence != Confidence::Certain {
                    let shown = if column.samples.is_empty() {
                        String::new()
                    } else {
                        format!(" As {}.", listed(&column.samples))
                    };
                    page.line(&format!("# {} {why}{shown}", mark(column.confidence)));
                }
                page.pair(column.field, header.trim());
            }
            None if column.required || !column.others.is_empty() => {
                page.line(&format!("# OPEN{}: {why}", if column.required { ", required" } else { "" }));
                page.line(&format!("# {} = \"…\"   # {}", column.field, column.form));
            }
            None => {}
        }
    }
    if !proposal.ignored.is_empty() {
        page.line(&format!("# Not read: {}", listed(&proposal.ignored)));
    }
    proposal.columns.iter().for_each(|column| words(page, column));
    dates(page, proposal);
}

const fn mark(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Certain => "Certain.",
        Confidence::Likely => "Likely.",
        Confidence::Possible => "Possible.",
        Confidence::Open => "OPEN.",
    }
}

fn words(page: &mut Page, column: &ColumnProposal) {
    if column.words.is_empty() {
        return;
    }
    page.heading(&format!("[file.values.{}]", column.field));
    page.line(&format!("# Agreed: {}", listed(&column.agreed)));
    for word in &column.words {
        let rows = format!("# {} {}", word.rows, if word.rows == 1 { "row" } else { "rows" });
        match &word.agreed {
            Some(agreed) => {
                page.line(&rows);
                page.pair(&word.written, agreed);
            }
            None => page.line(&format!("{rows}, OPEN: what does “{}” mean?", one_line(&word.written))),
        }
    }
}

fn dates(page: &mut Page, proposal: &Proposal) {
    let dated: Vec<_> = proposal.columns.iter().filter(|column| !column.dates.is_empty()).collect();
    if dated.is_empty() {
        return;
    }
    page.heading("[file.dates]");
    for column in dated {
        match column.dates[..] {
            [only] => page.pair(column.field, only.name()),
            _ => {
                let forms: Vec<_> = column.dates.iter().map(|&form| DateForm::name(form).to_owned()).collect();
                page.line(&format!(
                    "# OPEN: the dates of {} can be {}; as {}.",
                    column.field,
                    forms.join(" or "),
                    listed(&column.samples)
                ));
                page.line(&format!("# {} = \"…\"", column.field));
            }
        }
    }
}

fn listed(values: &[String]) -> String {
    values.iter().map(|value| one_line(value)).collect::<Vec<_>>().join(", ")
}

/// A comment ends with its line, whatever a cell holds.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
