//! 834: who is enrolled, member by member in the order in which the plan said so, as spans; what ends without a
//! known beginning makes no span.

use std::collections::{BTreeMap, BTreeSet};

use super::envelope::Transaction;
use super::segments::Segment;
use super::spans::{Coverage, Member, Place, Said};
use super::{lines, sources_of};
use crate::note::Note;
use crate::payer::day::{day_of, written};
use crate::payer::rows::Rows;
use crate::payer::told::{counted, doubted, listed, read as told};
use crate::payer::{Part, Terms};
use crate::value::{Day, Pilot, gathered, sort_by_key};

/// Reads all enrolments, the earliest first.
pub(super) fn read(sets: &[&Transaction<'_>], terms: &Terms) -> Vec<Part> {
    let mut ordered = sets.to_vec();
    // Two that bear the same stamp come in the order of their files: a termination ends only what began before it.
    sort_by_key(&mut ordered, |set| stamp(set));
    let mut book = Book::default();
    for set in ordered {
        let loops = Loop::all(set);
        let tally = book.tallies.entry(set.source).or_default();
        tally.loops += loops.len();
        for part in loops {
            book.enter(set.source, &part);
        }
    }
    let rivals = rivals(sets);
    let part = |source| {
        let mut part = book.part(source, terms.pilot);
        if rivals.contains(&source) {
            part.notes.push(doubted(rivals.len(), None, format!("{} 834 files bear the same stamp (BGN): nothing says which came first, and they were taken in the order of their names.", rivals.len())));
        }
        part
    };
    sources_of(sets).into_iter().map(part).collect()
}

/// When the plan made a transaction.
fn stamp<'t>(set: &Transaction<'t>) -> (&'t str, &'t str) {
    let begin = set.segments.iter().find(|segment| segment.id() == "BGN");
    begin.map_or(("", ""), |begin| (begin.get(3), begin.get(4)))
}

/// The sources that bear the stamp of another.
fn rivals(sets: &[&Transaction<'_>]) -> BTreeSet<usize> {
    let mut by_stamp = BTreeMap::<_, BTreeSet<usize>>::new();
    for set in sets {
        by_stamp.entry(stamp(set)).or_default().insert(set.source);
    }
    gathered(by_stamp.into_values().filter(|sources| sources.len() > 1).flatten())
}

/// What one source says of one member at one time.
struct Loop<'t> {
    ins: Segment<'t>,
    segments: Vec<Segment<'t>>,
}

impl<'t> Loop<'t> {
    fn all(set: &Transaction<'t>) -> Vec<Self> {
        let mut loops: Vec<Self> = Vec::new();
        for &segment in &set.segments {
            if segment.id() == "INS" {
                loops.push(Self { ins: segment, segments: Vec::new() });
            } else if let Some(last) = loops.last_mut() {
                last.segments.push(segment);
            }
        }
        loops
    }

    /// The member's id. A subscriber's is the plan's number for the subscriber, which every file has; a dependent's is the
    /// member's own. A social security number is nobody's.
    fn id(&self) -> Option<&'t str> {
        let named = self.segments.iter().find(|segment| segment.is("NM1", "IL") || segment.is("NM1", "74"));
        let own = named.filter(|name| name.get(8) != "34").map(|name| name.get(9)).filter(|id| !id.is_empty());
        let number = || self.segments.iter().find(|segment| segment.is("REF", "0F")).map(|number| number.get(2));
        let is_subscriber = self.ins.get(1) == "Y" || self.ins.get(2) == "18";
        if is_subscriber { number().filter(|id| !id.is_empty()).or(own) } else { own }
    }

    fn birth_date(&self) -> String {
        let born = self.segments.iter().find(|segment| segment.id() == "DMG");
        born.map_or_else(String::new, |born| written(born.get(2)))
    }

    /// What it says of each coverage, or of all of them where it names none.
    fn said(&self) -> Vec<Said> {
        let first = self.segments.iter().position(|segment| segment.id() == "HD").unwrap_or(self.segments.len());
        let (own, coverages) = self.segments.split_at(first);
        let all = Said {
            maintenance: self.ins.get(3).to_owned(),
            coverage: None,
            from: date(own, "356").or_else(|| date(own, "303").filter(|_| self.ins.get(3) == "025")),
            to: date(own, "357"),
            line: self.ins.number,
        };
        let starts = coverages.iter().enumerate().filter(|(_, segment)| segment.id() == "HD").map(|(at, _)| at);
        let starts: Vec<_> = starts.collect();
        if starts.is_empty() {
            return vec![all];
        }
        let ends = starts.iter().skip(1).copied().chain([coverages.len()]);
        let each = starts.iter().zip(ends).map(|(&start, end)| {
            let (hd, dates) = (coverages[start], &coverages[start..end]);
            let maintenance = if hd.get(1).is_empty() { all.maintenance.clone() } else { hd.get(1).to_owned() };
            Said {
                maintenance,
                coverage: Some(Coverage { line: hd.get(3).to_owned(), plan: hd.get(4).to_owned() }),
                from: date(dates, "348").or(all.from),
                to: date(dates, "349").or(all.to),
                line: hd.number,
            }
        });
        each.collect()
    }
}

fn date(segments: &[Segment<'_>], qualifier: &str) -> Option<Day> {
    segments.iter().find(|segment| segment.is("DTP", qualifier)).and_then(|segment| day_of(segment.get(3)))
}

/// Everybody who is named, and what each source said.
#[derive(Default)]
struct Book {
    members: BTreeMap<String, Member>,
    tallies: BTreeMap<usize, Tally>,
}

/// What one source said, counted, and what could not be used of it.
#[derive(Default)]
struct Tally {
    loops: usize,
    added: usize,
    changed: usize,
    ended: usize,
    reinstated: usize,
    /// Members without an id that may be used.
    nameless: Vec<u32>,
    /// Members whose coverage begins or ends on no day that is known.
    undated: Vec<(u32, String)>,
}

impl Book {
    fn enter(&mut self, source: usize, part: &Loop<'_>) {
        let tally = self.tallies.entry(source).or_default();
        let Some(id) = part.id() else { return tally.nameless.push(part.ins.number) };
        let member = self.members.entry(id.to_owned()).or_default();
        let birth_date = part.birth_date();
        if !birth_date.is_empty() {
            member.birth_date = birth_date;
        }
        for said in part.said() {
            let place = Place { source, line: said.line };
            match said.maintenance.as_str() {
                "021" => tally.added += 1,
                "024" | "002" => tally.ended += 1,
                "025" => tally.reinstated += 1,
                _ => tally.changed += 1,
            }
            if !member.enter(said, place) {
                tally.undated.push((place.line, id.to_owned()));
            }
        }
    }

    fn part(&self, source: usize, pilot: Pilot) -> Part {
        let rows = match pilot {
            Pilot::Attribution => self.attribution(source),
            Pilot::Diversion => self.eligibility(source),
        };
        let notes = self.tallies.get(&source).map_or_else(Vec::new, |tally| tally.notes(rows.len()));
        Part::of(source, "834 enrolment", rows, notes)
    }

    fn attribution(&self, source: usize) -> Rows {
        let mut rows = Rows::attribution();
        for (id, member) in &self.members {
            for span in member.spans().into_iter().filter(|span| span.place.source == source) {
                let (from, to) = (span.from.to_string(), span.to.map_or_else(String::new, |to| to.to_string()));
                rows.put(span.place.line, [id, &from, &to, span.product(), &member.birth_date]);
            }
        }
        rows
    }

    /// Eligible within each span, and terminated from the day after one that was ended, unless another covers that day.
    fn eligibility(&self, source: usize) -> Rows {
        let mut rows = Rows::eligibility();
        for (id, member) in &self.members {
            let spans = member.spans();
            for span in spans.iter().filter(|span| span.place.source == source) {
                let (from, to) = (span.from.to_string(), span.to.map_or_else(String::new, |to| to.to_string()));
                rows.put(span.place.line, [id, "eligible", &from, &to]);
            }
            let ended = spans.iter().filter_map(|span| Some((span.to?.succ_opt()?, span.ended?)));
            for (day, place) in ended.filter(|(_, place)| place.source == source) {
                if !spans.iter().any(|span| span.from <= day && span.to.is_none_or(|to| to >= day)) {
                    rows.put(place.line, [id, "terminated", &day.to_string(), ""]);
                }
            }
        }
        rows
    }
}

impl Tally {
    fn notes(&self, rows: usize) -> Vec<Note> {
        let said = [
            (self.added, "added"),
            (self.changed, "changed or confirmed"),
            (self.ended, "terminated"),
            (self.reinstated, "reinstated"),
        ];
        let said = said.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
        let mut notes = vec![
            told(format!(
                "An X12 834, benefit enrolment and maintenance: {} (coverages: {}), {}. What all 834 files say of a member was taken in the order of their stamps. A subscriber's participant_id is the subscriber number (REF 0F), a dependent's the member's own (NM109), never a social security number.",
                counted(self.loops, "entry on a member", "entries on members"),
                said.collect::<Vec<_>>().join(", "),
                counted(rows, "row", "rows"),
            )),
            lines(),
        ];
        if let Some(&first) = self.nameless.first() {
            let message = format!(
                "{} no id that may be used and made nothing: a dependent needs an own one (NM109) that is no social security number.",
                counted(self.nameless.len(), "member has", "members have")
            );
            notes.push(doubted(self.nameless.len(), Some(first), message));
        }
        if let Some(&(first, _)) = self.undated.first() {
            let mut ids: Vec<_> = self.undated.iter().map(|(_, id)| id.clone()).collect();
            ids.dedup();
            let message = format!(
                "Of {} no file says since when they were covered, or until when, so that nothing was made of it: give the files that came before this one too.",
                listed(&ids)
            );
            notes.push(doubted(self.undated.len(), Some(first), message));
        }
        notes
    }
}
