//! Medicare's assignment list reports: who is assigned to an organization. A later delivery replaces the whole of
//! an earlier one, and nobody is assigned by two.

use std::collections::{BTreeMap, HashSet};

use super::day::written;
use super::rows::Rows;
use super::stamp::Stamp;
use super::told::{counted, doubted, governed, listed, read as told};
use super::{Part, Source, Terms};
use crate::value::Pilot;

/// What the list is called.
const LIST: &str = "ALR assigned beneficiaries";

/// Which report some bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Report {
    /// Who is assigned, alone or beside those who treated them.
    Assigned,
    /// Who is assigned no more, and why.
    Turnover,
    /// The periods of the reports.
    Periods,
}

impl Report {
    /// The report that a source is, as its header row says.
    pub(super) fn of(source: Source<'_>) -> Option<Self> {
        let head = &source.bytes[..source.bytes.len().min(1 << 14)];
        let head = String::from_utf8_lossy(head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(head));
        let columns: Vec<_> = head.lines().next()?.split(',').map(canonical).collect();
        let has = |name: &str| columns.iter().any(|column| column == name);
        if has("participant_id") {
            None
        } else if has("bene_mbi_id") && has("bene_brth_dt") {
            let reasons = ["plur_r05", "ab_r01", "hmo_r03", "no_us_r02", "mdm_r04", "nofnd_r06"];
            Some(if reasons.iter().filter(|reason| has(reason)).count() > 2 { Self::Turnover } else { Self::Assigned })
        } else {
            let periods = ["performance_year", "file_period", "period_start_date", "period_end_date"];
            periods.iter().all(|name| has(name)).then_some(Self::Periods)
        }
    }
}

/// The name of a delivery of which this is the name or a part's, as `…T0100000_1-4.csv`.
fn whole(name: &str) -> &str {
    let stem = name.strip_suffix(".csv").unwrap_or(name);
    stem.rsplit_once('_').filter(|(_, part)| part.starts_with("1-")).map_or(stem, |(stem, _)| stem)
}

fn canonical(header: &str) -> String {
    header.trim().trim_matches('"').trim().to_ascii_lowercase()
}

/// One person of a delivery, where the source names it.
struct Assigned {
    source: usize,
    line: u32,
    id: String,
    birth_date: String,
}

/// One delivery: whom it names, each once.
#[derive(Default)]
struct Delivery {
    people: Vec<Assigned>,
    seen: HashSet<String>,
    /// Lines that name somebody again, as they do once for each provider.
    repeated: usize,
}

/// Reads every report that was given.
pub(super) fn read(sources: &[(usize, Source<'_>)], terms: &Terms) -> Vec<Part> {
    let (mut parts, mut deliveries) = (Vec::new(), BTreeMap::<(Stamp, String), Delivery>::new());
    let mut lists = Vec::new();
    for &(at, source) in sources {
        match Report::of(source) {
            Some(Report::Turnover) => parts.push(Part::without_rows(
                at,
                "ALR turnover",
                vec![told("An assignment list report: who is assigned no more, and why. The list of those who are assigned says the same by leaving them out; this fills no table.")],
            )),
            Some(Report::Periods) => parts.push(Part::without_rows(
                at,
                "ALR periods",
                vec![told("The periods of the assignment list reports. They fill no table.")],
            )),
            Some(Report::Assigned) | None => lists.push((at, take(at, source, &mut deliveries))),
        }
    }
    let all = deliveries.iter().map(|((_, name), delivery)| format!("{name} ({})", delivery.people.len()));
    let all = listed(&all.collect::<Vec<_>>());
    let Some(((stamp, name), last)) = deliveries.last_key_value() else {
        let empty =
            |(at, _)| Part::without_rows(at, LIST, vec![told("An assignment list report without anybody in it.")]);
        parts.extend(lists.into_iter().map(empty));
        return parts;
    };
    for (at, lines) in lists {
        let own = last.people.iter().filter(|person| person.source == at).collect::<Vec<_>>();
        let mut notes = vec![told(format!(
            "An assignment list report: {}. A person's MBI is the participant_id; the product is medicare.",
            counted(lines, "line", "lines")
        ))];
        let rivals = deliveries.keys().filter(|(other, _)| other == stamp).count();
        if rivals > 1 {
            notes.push(doubted(rivals, None, format!("{rivals} deliveries bear the same stamp or none, so that nothing says which is the later: {name} was taken, the last by name. Give the right one alone: {all}.")));
        } else if deliveries.len() > 1 {
            notes.push(governed(format!("{name} governs, the latest of {} deliveries. A later one replaces the whole of an earlier one: {all}, each with the people in it.", deliveries.len())));
        }
        if own.is_empty() || terms.pilot != Pilot::Attribution {
            if terms.pilot != Pilot::Attribution {
                notes.push(told("It fills payer_attribution, which a diversion pilot does not have."));
            }
            parts.push(Part::without_rows(at, LIST, notes));
            continue;
        }
        let (from, since) = match stamp.first_day() {
            Some(day) => (
                day,
                told(format!(
                    "The report says for which year people are assigned, not since when each is: attribution_date is {day}, the first day of that year."
                )),
            ),
            None => (
                terms.effective_from,
                doubted(
                    own.len(),
                    None,
                    format!(
                        "Neither the report nor its name says for which year it was made: attribution_date is {}, the first day of the contract. Give the file under the name that Medicare gave it.",
                        terms.effective_from
                    ),
                ),
            ),
        };
        notes.push(since);
        if last.repeated > 0 {
            notes.push(told(format!(
                "{} somebody again, as once for each provider: each person was taken once.",
                counted(last.repeated, "line names", "lines name")
            )));
        }
        let (mut rows, from) = (Rows::attribution(), from.to_string());
        for person in own {
            rows.put(person.line, [&person.id, &from, "", "medicare", &written(&person.birth_date)]);
        }
        parts.push(Part::of(at, LIST, rows, notes));
    }
    parts
}

/// Sorts the people of a source into the deliveries that it holds, and counts its lines.
fn take(at: usize, source: Source<'_>, deliveries: &mut BTreeMap<(Stamp, String), Delivery>) -> usize {
    let text = source.text();
    let mut reader = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut records = reader.records().map_while(Result::ok);
    let headers: Vec<_> =
        records.next().iter().flat_map(|record| record.iter().map(canonical).collect::<Vec<_>>()).collect();
    let place = |name: &str| headers.iter().position(|header| header == name);
    let (id, birth_date) = (place("bene_mbi_id"), place("bene_brth_dt"));
    let delivery = place("directory_name").or_else(|| place("file_name"));
    let mut count = 0;
    for record in records {
        let cell = |place: Option<usize>| place.and_then(|place| record.get(place)).unwrap_or_default().trim();
        if cell(id).is_empty() {
            continue;
        }
        count += 1;
        let line = record.position().map_or(0, |position| position.line() as u32);
        let name = if cell(delivery).is_empty() { source.own_name() } else { cell(delivery) };
        let delivery = deliveries.entry((Stamp::of(name), whole(name).to_owned())).or_default();
        if delivery.seen.insert(cell(id).to_owned()) {
            let (id, birth_date) = (cell(id).to_owned(), cell(birth_date).to_owned());
            delivery.people.push(Assigned { source: at, line, id, birth_date });
        } else {
            delivery.repeated += 1;
        }
    }
    count
}
