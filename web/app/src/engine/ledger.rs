//! Which findings a query gives, in which order. Every finding is in it, or named as left out by the query; none is capped.

use std::cmp::Ordering;

use tieout::{Finding, Received};

use super::evidence::Columns;
use crate::protocol::{Query, Sort, SortKey};

/// The findings of a run in the order of the query that was asked last.
#[derive(Debug)]
pub(super) struct Ledger {
    asked: Query,
    order: Vec<u32>,
}

impl Ledger {
    /// All findings, in the report's own order.
    pub(super) fn new(findings: usize) -> Self {
        Self { asked: Query::default(), order: (0..findings as u32).collect() }
    }

    /// The findings that a query gives, by their places in the report.
    pub(super) fn order(&mut self, query: &Query, findings: &[Finding], received: &Received) -> &[u32] {
        if self.asked != *query {
            let columns = Columns::of(&query.carried, received);
            let filter = Filter::of(query);
            let kept = (0..).zip(findings).filter(|(_, finding)| filter.keeps(finding, &columns));
            self.order = kept.map(|(index, _)| index).collect();
            sort(&mut self.order, query.sort.clone(), findings, &columns);
            self.asked = query.clone();
        }
        &self.order
    }
}

/// What a finding must be to stay.
struct Filter<'q> {
    control: Option<&'q str>,
    dataset: Option<&'q str>,
    text: String,
}

impl<'q> Filter<'q> {
    fn of(query: &'q Query) -> Self {
        let text = query.text.trim().to_lowercase();
        Self { control: query.control.as_deref(), dataset: query.dataset.as_deref(), text }
    }

    fn keeps(&self, finding: &Finding, columns: &Columns<'_>) -> bool {
        self.control.is_none_or(|control| is_of(finding.control, control))
            && self.dataset.is_none_or(|dataset| finding.dataset.name() == dataset)
            && (self.text.is_empty() || self.is_said_in(finding, columns))
    }

    fn is_said_in(&self, finding: &Finding, columns: &Columns<'_>) -> bool {
        let said = |text: &str| text.to_lowercase().contains(&self.text);
        let cells = [&finding.key, &finding.stated, &finding.expected];
        cells.into_iter().flatten().any(|cell| said(cell))
            || said(&finding.message)
            || finding.field.is_some_and(said)
            || columns.cells(finding).iter().flatten().any(|cell| said(cell))
    }
}

/// Whether a control is the one that is asked for, or of the step that is.
fn is_of(control: &str, asked: &str) -> bool {
    control.strip_prefix(asked).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

fn sort(order: &mut [u32], sort: Sort, findings: &[Finding], columns: &Columns<'_>) {
    let Some(by) = sort.by else { return };
    let turn = |ordering: Ordering| if sort.descending { ordering.reverse() } else { ordering };
    let finding = |index: &u32| &findings[*index as usize];
    match by {
        SortKey::Line => order.sort_by(|a, b| turn(finding(a).line.cmp(&finding(b).line))),
        SortKey::Carried(column) => {
            let cells: Vec<_> =
                findings.iter().map(|finding| columns.cell(column as usize, finding).unwrap_or_default()).collect();
            order.sort_by(|a, b| turn(natural(&cells[*a as usize], &cells[*b as usize])));
        }
        _ => order.sort_by(|a, b| turn(natural(text(finding(a), by), text(finding(b), by)))),
    }
}

fn text(finding: &Finding, by: SortKey) -> &str {
    match by {
        SortKey::Control => finding.control,
        SortKey::Dataset => finding.dataset.name(),
        SortKey::Key => finding.key.as_deref().unwrap_or_default(),
        SortKey::Field => finding.field.unwrap_or_default(),
        SortKey::Stated => finding.stated.as_deref().unwrap_or_default(),
        SortKey::Expected => finding.expected.as_deref().unwrap_or_default(),
        SortKey::Message => &finding.message,
        SortKey::Line | SortKey::Carried(_) => "",
    }
}

/// Text as people order it: runs of digits by their value, everything else by its characters.
fn natural(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a, b);
    loop {
        match (run(a), run(b)) {
            (Some((x, x_is_number, rest_a)), Some((y, y_is_number, rest_b))) => {
                let ordering = if x_is_number && y_is_number { by_value(x, y) } else { x.cmp(y) };
                if ordering.is_ne() {
                    return ordering;
                }
                (a, b) = (rest_a, rest_b);
            }
            (left, right) => return left.is_some().cmp(&right.is_some()),
        }
    }
}

/// The text's first run of digits or of anything else, and what follows.
fn run(text: &str) -> Option<(&str, bool, &str)> {
    let is_number = text.bytes().next()?.is_ascii_digit();
    let end = text.bytes().position(|byte| byte.is_ascii_digit() != is_number).unwrap_or(text.len());
    let (run, rest) = text.split_at(end);
    Some((run, is_number, rest))
}

fn by_value(a: &str, b: &str) -> Ordering {
    let (short_a, short_b) = (a.trim_start_matches('0'), b.trim_start_matches('0'));
    short_a.len().cmp(&short_b.len()).then_with(|| short_a.cmp(short_b)).then_with(|| a.len().cmp(&b.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_ordered_by_value_and_text_by_its_characters() {
        let mut keys = ["P-10", "P-9", "", "P-09", "2026-02-01", "2026-01-31", "é-2", "10", "9"];
        keys.sort_by(|a, b| natural(a, b));
        assert_eq!(keys, ["", "9", "10", "2026-01-31", "2026-02-01", "P-9", "P-09", "P-10", "é-2"]);
    }

    #[test]
    fn a_step_stands_for_its_controls_and_for_no_others() {
        assert!(is_of("A1-V1", "A1") && is_of("A1-V1", "A1-V1"));
        assert!(!is_of("A1-V10", "A1-V1") && !is_of("A10-V1", "A1"));
    }
}
