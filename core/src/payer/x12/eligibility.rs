//! 271: what the plan answers about somebody's coverage. A refused question is no answer: it makes nobody eligible and nobody terminated.
//!
//! Who is pending has a row that says so. Intake tells that this is no status, so that events of that person are not
//! decided; without the row they would be taken for events of somebody whom the payer does not know.

use super::envelope::Transaction;
use super::segments::Segment;
use super::{lines, sources_of};
use crate::note::Note;
use crate::payer::day::{day_of, end_of, span_of};
use crate::payer::rows::Rows;
use crate::payer::told::{counted, doubted, listed, read as told};
use crate::payer::{Part, Terms};
use crate::value::{Day, Pilot};

/// Reads all eligibility answers.
pub(super) fn read(sets: &[&Transaction<'_>], terms: &Terms) -> Vec<Part> {
    let parts = sources_of(sets).into_iter().map(|source| {
        let mut tally = Tally::default();
        let mut rows = Rows::eligibility();
        for set in sets.iter().filter(|set| set.source == source) {
            let asked =
                set.segments.iter().find(|segment| segment.id() == "BHT").and_then(|begin| day_of(begin.get(4)));
            for answer in Answer::all(set) {
                tally.enter(&answer, asked, &mut rows);
            }
        }
        let mut notes = tally.notes();
        if terms.pilot == Pilot::Diversion {
            return Part::of(source, "271 eligibility", rows, notes);
        }
        notes.push(told("It fills payer_eligibility, which an attribution pilot does not have."));
        Part::without_rows(source, "271 eligibility", notes)
    });
    parts.collect()
}

/// The days from which and up to which something holds.
#[derive(Debug, Clone, Copy, Default)]
struct Term {
    from: Option<Day>,
    to: Option<Day>,
}

impl Term {
    /// Takes in a date segment. A single day of a plan is that day and no other.
    fn take(&mut self, segment: Segment<'_>) {
        let (first, last) = span_of(segment.get(3));
        match segment.get(1) {
            "346" | "348" | "356" => self.from = first,
            "347" | "349" | "357" => self.to = first,
            "291" | "307" => (self.from, self.to) = (first, last.or(first)),
            _ => {}
        }
    }

    fn or(self, outer: Self) -> Self {
        Self { from: self.from.or(outer.from), to: self.to.or(outer.to) }
    }
}

/// One benefit that the answer names.
struct Benefit<'t> {
    segment: Segment<'t>,
    term: Term,
}

/// The answer about one person, or a refusal to give one.
struct Answer<'t> {
    /// The number of the segment that begins it.
    line: u32,
    /// Who is meant: the person's id, or a description where there is none.
    id: Result<&'t str, String>,
    term: Term,
    benefits: Vec<Benefit<'t>>,
    refusals: Vec<Segment<'t>>,
}

impl<'t> Answer<'t> {
    fn all(set: &Transaction<'t>) -> Vec<Self> {
        let (mut answers, mut subscriber) = (Vec::<Self>::new(), "");
        for &segment in &set.segments {
            match (segment.id(), answers.last_mut()) {
                ("HL", _) => answers.push(Self {
                    line: segment.number,
                    id: Err(match segment.get(3) {
                        "22" => "a subscriber without an id".to_owned(),
                        "23" => format!("a dependent of {subscriber}"),
                        _ => "whoever was asked about".to_owned(),
                    }),
                    term: Term::default(),
                    benefits: Vec::new(),
                    refusals: Vec::new(),
                }),
                ("NM1", Some(answer)) if ["IL", "03"].contains(&segment.get(1)) => {
                    let id = segment.get(9);
                    let is_usable = !id.is_empty() && segment.get(8) != "34";
                    if segment.get(1) == "IL" {
                        subscriber = id;
                    }
                    if is_usable {
                        answer.id = Ok(id);
                    }
                }
                ("DTP", Some(answer)) => {
                    let term = answer.benefits.last_mut().map_or(&mut answer.term, |benefit| &mut benefit.term);
                    term.take(segment);
                }
                ("EB", Some(answer)) => answer.benefits.push(Benefit { segment, term: Term::default() }),
                ("AAA", Some(answer)) => answer.refusals.push(segment),
                _ => {}
            }
        }
        answers.retain(|answer| !answer.benefits.is_empty() || !answer.refusals.is_empty());
        answers
    }
}

/// What a source answered, and what it left open.
#[derive(Default)]
struct Tally {
    answers: usize,
    /// Refused, with the reason.
    refused: Vec<(u32, String)>,
    /// Neither yes nor no, or about nobody who can be named.
    open: Vec<(u32, String)>,
    nameless: Vec<(u32, String)>,
}

impl Tally {
    fn enter(&mut self, answer: &Answer<'_>, asked: Option<Day>, rows: &mut Rows) {
        self.answers += 1;
        let who = answer.id.clone().map_or_else(|who| who, ToOwned::to_owned);
        if let Some(refusal) = answer.refusals.first() {
            let (line, code) = (refusal.number, refusal.get(3));
            self.refused.push((line, format!("{who} (reason {code}, {})", reason(code))));
            return pend(answer, line, asked, rows);
        }
        let Ok(id) = answer.id else { return self.nameless.push((answer.line, who)) };
        let whole = |benefit: &&Benefit<'_>| {
            let mut services = benefit.segment.repeated(3).peekable();
            services.peek().is_none() || services.any(|service| service == "30")
        };
        let mut is_told = false;
        let mut starts = Vec::new();
        for benefit in answer.benefits.iter().filter(whole) {
            let term = benefit.term.or(answer.term);
            let to = term.to.and_then(end_of);
            let (status, from, to) = match benefit.segment.get(1) {
                "1" | "2" | "3" | "4" => match term.from.or(asked) {
                    // Without any day, the answer is about the day on which it was given.
                    Some(from) => ("eligible", from, term.from.map_or(Some(from), |_| to)),
                    None => continue,
                },
                "6" => match (to.and_then(|to| to.succ_opt()), asked) {
                    (Some(next), _) => ("terminated", next, None),
                    (None, Some(day)) => ("terminated", day, Some(day)),
                    (None, None) => continue,
                },
                _ => continue,
            };
            is_told = true;
            if !starts.contains(&from) {
                starts.push(from);
                let to = to.map_or_else(String::new, |to| to.to_string());
                rows.put(benefit.segment.number, [id, status, &from.to_string(), &to]);
            }
        }
        if !is_told {
            let pending = answer.benefits.iter().find(|benefit| ["5", "7", "8"].contains(&benefit.segment.get(1)));
            let line = pending.map_or(answer.line, |benefit| benefit.segment.number);
            self.open.push((line, who));
            pend(answer, line, asked, rows);
        }
    }

    fn notes(&self) -> Vec<Note> {
        let mut notes = vec![
            told(format!(
                "An X12 271, eligibility answers: {}. What counts is the coverage of the plan as a whole (service type 30). The participant_id is the member id of the answer (NM109).",
                counted(self.answers, "answer", "answers"),
            )),
            lines(),
        ];
        let mut tell = |all: &[(u32, String)], before: &str, after: &str| {
            if let Some(&(line, _)) = all.first() {
                let who: Vec<_> = all.iter().map(|(_, who)| who.clone()).collect();
                notes.push(doubted(all.len(), Some(line), format!("{before} {}: {after}", listed(&who))));
            }
        };
        tell(
            &self.refused,
            "The payer refused to answer about",
            "this is neither eligible nor terminated but pending. Mend the question and ask again.",
        );
        tell(&self.open, "The payer says neither yes nor no about", "this is pending. Ask again.");
        tell(
            &self.nameless,
            "The answer has no member id for",
            "it made no row, because nothing certain says whose it is.",
        );
        notes
    }
}

/// Says of somebody that nothing is known yet.
fn pend(answer: &Answer<'_>, line: u32, asked: Option<Day>, rows: &mut Rows) {
    if let Ok(id) = answer.id {
        let from = answer.term.from.or(asked).map_or_else(String::new, |day| day.to_string());
        rows.put(line, [id, "pending", &from, ""]);
    }
}

/// What the commonest reasons of a refusal mean.
fn reason(code: &str) -> &'static str {
    match code {
        "04" => "the payer takes no more questions now",
        "15" => "something that is required is missing",
        "33" => "input errors",
        "41" | "43" | "44" | "50" | "51" => "the one who asks is unknown or may not ask",
        "42" => "the payer cannot answer at present",
        "52" | "57" | "60" | "61" | "62" | "63" => "the dates of the question cannot be answered",
        "58" | "71" => "the birth date is missing, or is not the payer's",
        "64" | "65" | "66" | "67" | "68" => "the patient is not found, or not by these data",
        "72" | "73" | "74" | "75" | "76" => "the member is not found, or not by these data",
        "79" => "the payer is not the one who can answer",
        _ => "as the payer's guide says",
    }
}
