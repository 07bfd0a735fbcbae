//! The catalogue walks itself: every control is documented, silent on its clean
//! example, and loud on its fault, at the marked row and nowhere else.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use tieout::dataset::Role;
use tieout::report::Outcome;
use tieout::{Contract, Control, Dataset, File, Pilot, Received, Report, Severity, catalogue, check, example};

/// The agreement under which a pilot's examples are judged.
const fn contract(pilot: Pilot) -> &'static [u8] {
    match pilot {
        Pilot::Attribution => include_bytes!("../../tests/cases/A1/clean/contract.toml"),
        Pilot::Diversion => include_bytes!("contracts/diversion-examples.toml"),
    }
}

#[test]
fn lists_every_control_once_in_order() {
    let ids: Vec<_> = catalogue().iter().map(|control| control.id).collect();
    assert_eq!(ids.len(), 169);
    for pair in catalogue().windows(2) {
        assert_ne!(pair[0].id, pair[1].id);
        assert!(pair[0].step <= pair[1].step, "{} comes before {}", pair[0].id, pair[1].id);
    }
    for control in catalogue() {
        let (step, rest) = control.id.split_once('-').unwrap();
        assert_eq!(step, control.step.to_string());
        let kind = format!("{:?}", control.kind);
        let letter = match kind.as_str() {
            "Deadline" => "T",
            "Signoff" => "R",
            other => &other[..1],
        };
        assert!(rest.starts_with(letter), "{} is a {kind}", control.id);
    }
}

#[test]
fn every_field_control_is_the_one_that_its_table_names() {
    let fields: Vec<_> = Dataset::ALL
        .iter()
        .flat_map(|dataset| dataset.definition().columns)
        .filter_map(|column| column.covered_by)
        .collect();
    for id in &fields {
        assert!(catalogue().iter().any(|control| control.id == *id), "{id} is in no step");
    }
    // The exclusion codes of A1 and D1 depend on the rules, so that no table can name them.
    let uncovered = catalogue().iter().filter(|control| control.id.contains("-F") && !fields.contains(&control.id));
    assert_eq!(uncovered.map(|control| control.id).collect::<Vec<_>>(), ["A1-F5", "D1-F6"]);
}

#[test]
fn every_control_is_documented() {
    for control in catalogue() {
        let (title, why, remedy) = (control.title(), control.why(), control.remedy());
        assert!((10..=90).contains(&title.len()), "{}: “{title}” is no heading", control.id);
        assert!(why.len() > 40 && why.ends_with(['.', '!']), "{}: {why}", control.id);
        assert!(remedy.len() > 30 && remedy.ends_with('.'), "{}: {remedy}", control.id);
    }
}

#[test]
fn is_silent_on_clean_and_loud_on_fault() {
    for control in catalogue() {
        let text = example(control).unwrap_or_else(|| panic!("{} has no example", control.id));
        let (clean, fault) = (Example::of(&text, "clean"), Example::of(&text, "fault"));
        let (outcome, lines) = clean.asked(control);
        assert_eq!((outcome, lines), (Outcome::Held, vec![]), "{} speaks on its clean example", control.id);
        let (outcome, lines) = fault.asked(control);
        assert_eq!((outcome, lines), (Outcome::Failed, vec![fault.marked]), "{} on its fault", control.id);
    }
}

#[test]
fn the_manual_is_fresh() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/CONTROLS.md");
    let manual = manual();
    if std::env::var_os("TIEOUT_BLESS").is_some() {
        std::fs::write(path, &manual).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(committed == manual, "CONTROLS.md is not what the catalogue says; set TIEOUT_BLESS=1 and read the diff");
}

/// Every control as a page for people, from the documentation at its own place.
fn manual() -> String {
    let mut out = String::from(
        "# What Tieout checks\n\nWritten by the catalogue itself, from the place where each control is decided.\n",
    );
    for group in catalogue().chunk_by(|a, b| a.step == b.step) {
        let step = group[0].step;
        writeln!(out, "\n## {step} {}", step.title()).unwrap();
        for control in group {
            let warns = if control.severity == Severity::Warn { ", warns" } else { "" };
            writeln!(out, "\n**{}** {} ({:?}{warns})", control.id, control.title(), control.kind).unwrap();
            let example = example(control).unwrap_or_default();
            writeln!(out, "\n{}\n\n*{}*\n\n{example}", control.why(), control.remedy()).unwrap();
        }
    }
    out
}

/// Where a control speaks: a table, and a line unless it is the whole table.
type Speaks = (Dataset, Option<u32>);

/// A few tables in a few words.
struct Example {
    tables: BTreeMap<Dataset, String>,
    marked: Speaks,
}

impl Example {
    fn of(text: &str, block: &str) -> Self {
        let body = text.split(&format!("```{block}\n")).nth(1).and_then(|rest| rest.split("```").next());
        let body = body.unwrap_or_else(|| panic!("no {block} block in {text}"));
        let (mut tables, mut marked) = (BTreeMap::new(), None);
        for line in body.lines().filter(|line| !line.trim().is_empty()) {
            let (name, rest) = line.split_once(':').unwrap();
            let dataset = Dataset::named(name.trim()).unwrap_or_else(|| panic!("{name} is no table"));
            let (csv, mark) = table(dataset, rest);
            tables.insert(dataset, csv);
            marked = marked.or(mark);
        }
        let record = tables.keys().copied().find(|dataset| dataset.definition().role == Role::Record);
        let marked = marked.or(record.map(|record| (record, None))).unwrap_or((Dataset::Confirmations, None));
        Self { tables, marked }
    }

    /// What the control says of this example, all its other tables being there and empty, save that there is no staff
    /// list unless the example gives one: an empty list would take every role from everybody.
    fn asked(&self, control: &Control) -> (Outcome, Vec<Speaks>) {
        let contract = Contract::parse(contract(control.step.pilot())).unwrap();
        let files = Dataset::ALL.iter().filter_map(|&dataset| {
            let empty = || (dataset != Dataset::Staff).then(|| header(dataset));
            let csv = self.tables.get(&dataset).cloned().or_else(empty)?;
            Some(File::new(format!("{dataset}.csv"), csv))
        });
        let received = Received::read(files.collect(), &contract, &mut |_| {});
        let report: Report = check(&contract, contract.as_of("2026-03-09T17:00").unwrap(), &received);
        let outcome = report.steps.iter().flat_map(|step| &step.controls).find(|c| c.id == control.id).unwrap().outcome;
        let found = report.findings.iter().filter(|finding| finding.control == control.id);
        (outcome, found.map(|finding| (finding.dataset, finding.line)).collect())
    }
}

fn header(dataset: Dataset) -> String {
    let names: Vec<_> = dataset.definition().columns.iter().map(|column| column.name).collect();
    names.join(",") + "\n"
}

/// A table of the example's columns, with a value in every other column that must have one; and where it is marked:
/// at a line, or, behind its columns, as a whole.
fn table(dataset: Dataset, words: &str) -> (String, Option<Speaks>) {
    let mut rows = words.split('|').map(str::split_whitespace);
    let mut named: Vec<_> = rows.next().unwrap().collect();
    let (mut csv, mut marked) = (header(dataset), None);
    if named.last() == Some(&"<-") {
        named.pop();
        marked = Some((dataset, None));
    }
    for (line, row) in (2..).zip(rows) {
        let mut cells: Vec<_> = row.collect();
        if cells.last() == Some(&"<-") {
            cells.pop();
            marked = Some((dataset, Some(line)));
        }
        assert_eq!(cells.len(), named.len(), "{words}");
        let values = dataset.definition().columns.iter().map(|column| {
            match named.iter().position(|name| *name == column.name) {
                Some(position) if cells[position] == "-" => "",
                Some(position) => cells[position],
                None if column.required => column.kind.sample(),
                None => "",
            }
        });
        writeln!(csv, "{}", values.collect::<Vec<_>>().join(",")).unwrap();
    }
    (csv, marked)
}
