//! One member's coverages as additions, terminations and reinstatements leave them; of two that begin on one day the
//! medical one stands for both.

use crate::payer::day::end_of;
use crate::value::{Day, sort_by_key};

/// Where something was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) source: usize,
    pub(super) line: u32,
}

/// What is covered: the line of insurance and the plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Coverage {
    pub(super) line: String,
    pub(super) plan: String,
}

impl Coverage {
    /// Whether it is no more than a side of health care.
    fn is_side(&self) -> bool {
        ["AG", "AH", "AJ", "AK", "DCP", "DEN", "HE", "LTD", "PDG", "STD", "VIS"].contains(&self.line.as_str())
    }
}

/// What a plan says of a coverage, or of all that a member has.
#[derive(Debug)]
pub(super) struct Said {
    /// The code of what is to be done.
    pub(super) maintenance: String,
    /// What is covered; none where all of it is meant.
    pub(super) coverage: Option<Coverage>,
    pub(super) from: Option<Day>,
    pub(super) to: Option<Day>,
    /// Its segment.
    pub(super) line: u32,
}

/// A coverage from its first day to its last.
#[derive(Debug, Clone)]
pub(super) struct Span {
    coverage: Coverage,
    pub(super) from: Day,
    /// Its last day; none while it is open.
    pub(super) to: Option<Day>,
    /// Where it was begun.
    pub(super) place: Place,
    /// Where it was ended.
    pub(super) ended: Option<Place>,
}

impl Span {
    /// The plan, or else the line of insurance.
    pub(super) fn product(&self) -> &str {
        if self.coverage.plan.is_empty() { &self.coverage.line } else { &self.coverage.plan }
    }
}

/// A member, as everything that was said so far leaves it.
#[derive(Debug, Default)]
pub(super) struct Member {
    pub(super) birth_date: String,
    spans: Vec<Span>,
}

impl Member {
    /// Takes in what is said. False where no day says to what it applies.
    pub(super) fn enter(&mut self, said: Said, place: Place) -> bool {
        match said.maintenance.as_str() {
            "024" | "002" => self.end(said, place),
            "025" => self.reinstate(said, place),
            _ => self.begin(said, place),
        }
    }

    fn begin(&mut self, said: Said, place: Place) -> bool {
        let to = said.to.and_then(end_of);
        let coverage = said.coverage.unwrap_or_default();
        let known = self
            .spans
            .iter_mut()
            .find(|span| span.coverage == coverage && said.from.is_none_or(|from| span.from == from));
        match (known, said.from) {
            (Some(span), _) => {
                // A change that is silent about the end leaves it as it is.
                if said.to.is_some() {
                    (span.to, span.ended) = (to, None);
                }
            }
            (None, Some(from)) => self.spans.push(Span { coverage, from, to, place, ended: None }),
            (None, None) => return false,
        }
        true
    }

    fn end(&mut self, said: Said, place: Place) -> bool {
        let Some(to) = said.to else { return false };
        let mut is_known = false;
        for span in &mut self.spans {
            let is_meant = said.coverage.as_ref().is_none_or(|coverage| *coverage == span.coverage);
            if is_meant && said.from.is_none_or(|from| from == span.from || said.coverage.is_none()) {
                is_known = true;
                if span.to.is_none_or(|known| known > to) && (span.from <= to || said.from == Some(span.from)) {
                    (span.to, span.ended) = (Some(to), Some(place));
                }
            }
        }
        if let (false, Some(from)) = (is_known, said.from) {
            let coverage = said.coverage.unwrap_or_default();
            self.spans.push(Span { coverage, from, to: Some(to), place, ended: Some(place) });
            is_known = true;
        }
        // What ends before it begins was never in force.
        self.spans.retain(|span| span.to.is_none_or(|to| to >= span.from));
        is_known
    }

    fn reinstate(&mut self, said: Said, place: Place) -> bool {
        let Some(from) = said.from else { return self.begin(said, place) };
        let is_meant = |span: &Span| said.coverage.as_ref().is_none_or(|coverage| *coverage == span.coverage);
        let to = said.to.and_then(end_of);
        let last = self.spans.iter_mut().filter(|span| is_meant(span)).max_by_key(|span| span.from);
        match last {
            // Without a day between, it is as if it had never ended.
            Some(span) if span.from <= from && span.to.and_then(|to| to.succ_opt()).is_none_or(|next| next >= from) => {
                (span.to, span.ended) = (to, None);
            }
            last => {
                let known = last.map(|span| span.coverage.clone());
                let coverage = said.coverage.or(known).unwrap_or_default();
                self.spans.push(Span { coverage, from, to, place, ended: None });
            }
        }
        true
    }

    /// One span for each first day: of several that begin together, a medical one before a side of care.
    pub(super) fn spans(&self) -> Vec<Span> {
        let mut spans = self.spans.clone();
        sort_by_key(&mut spans, |span| (span.from, span.coverage.is_side()));
        spans.dedup_by_key(|span| span.from);
        spans
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::parse_day;

    const PLACE: Place = Place { source: 0, line: 1 };

    fn said(maintenance: &str, line: &str, from: &str, to: &str) -> Said {
        let coverage = (!line.is_empty()).then(|| Coverage { line: line.to_owned(), plan: String::new() });
        Said { maintenance: maintenance.to_owned(), coverage, from: parse_day(from), to: parse_day(to), line: 1 }
    }

    fn after(all: &[(&str, &str, &str, &str)]) -> (Vec<String>, bool) {
        let mut member = Member::default();
        let mut is_clear = true;
        for &(maintenance, line, from, to) in all {
            is_clear &= member.enter(said(maintenance, line, from, to), PLACE);
        }
        let span = |span: &Span| {
            let to = span.to.map_or_else(|| "open".to_owned(), |to| to.to_string());
            format!("{} {}..{to}", span.product(), span.from)
        };
        (member.spans().iter().map(span).collect(), is_clear)
    }

    #[test]
    fn additions_terminations_and_reinstatements_leave_the_spans_that_they_mean() {
        let added = ("021", "HLT", "2026-01-01", "");
        assert_eq!(after(&[added]).0, ["HLT 2026-01-01..open"]);
        assert_eq!(after(&[added, ("024", "HLT", "", "2026-02-28")]).0, ["HLT 2026-01-01..2026-02-28"]);
        assert_eq!(after(&[added, ("024", "", "", "2026-02-28")]).0, ["HLT 2026-01-01..2026-02-28"]);
        let ended = [added, ("024", "", "", "2026-02-28"), ("025", "", "2026-03-01", "")];
        assert_eq!(after(&ended).0, ["HLT 2026-01-01..open"]);
        let gap = [added, ("024", "", "", "2026-02-28"), ("025", "", "2026-04-01", "")];
        assert_eq!(after(&gap).0, ["HLT 2026-01-01..2026-02-28", "HLT 2026-04-01..open"]);
        assert_eq!(after(&[added, ("001", "HLT", "", "2299-12-31")]).0, ["HLT 2026-01-01..open"]);
        assert!(after(&[added, ("024", "HLT", "2026-01-01", "2025-12-31")]).0.is_empty());
        assert_eq!(after(&[("021", "DEN", "2026-01-01", ""), added]).0, ["HLT 2026-01-01..open"]);
    }

    #[test]
    fn what_no_day_dates_makes_no_span() {
        assert_eq!(after(&[("024", "", "", "2026-02-28")]), (vec![], false));
        assert_eq!(after(&[("021", "HLT", "", "")]), (vec![], false));
    }
}
