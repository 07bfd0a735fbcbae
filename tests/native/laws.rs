//! What holds for every pilot, whatever is in its files.

use std::collections::BTreeMap;

use serde_json::Value;
use tieout::{Contract, Dataset, File, Received, Record, Report, build, check};
use tieout_tests::sample::{self, AS_OF, Fault, FaultPlan, Plan};

use crate::case::Case;
use crate::cases::places;

#[test]
fn one_fault_gives_its_finding_and_no_unrelated_one() {
    for (seed, fault) in (1..).zip(Fault::ALL) {
        let sample = sample::attribution(&Plan::new(seed, 150).with_faults(FaultPlan::none().with(fault, 1)));
        let found = findings(&report(sample.files));
        let answers: Vec<_> = sample.answers.iter().map(|answer| serde_json::to_value(answer).unwrap()).collect();
        assert!(!answers.is_empty(), "{fault:?} has no answer");
        assert_eq!(places(&found), places(&answers), "{fault:?}");
    }
}

#[test]
fn the_order_of_rows_changes_nothing_but_line_numbers() {
    // Of a key that comes twice the first row is used, so that its order does matter.
    let repeated = [Fault::ListedTwice, Fault::AttributedTwice];
    let faults = repeated.into_iter().fold(FaultPlan::spread(60), |plan, fault| plan.with(fault, 0));
    let sample = sample::attribution(&Plan::new(7, 300).with_faults(faults));
    let reversed = sample.files.iter().map(|(name, bytes)| (name.clone(), reversed(name, bytes)));
    let (straight, turned) = (report(sample.files.clone()), report(reversed.collect()));
    assert!(straight.findings.len() > 50);
    let (straight_findings, turned_findings) = (without_lines(&straight), without_lines(&turned));
    let changed: Vec<_> =
        straight_findings.iter().filter(|(finding, count)| turned_findings.get(*finding) != Some(count)).collect();
    assert!(changed.is_empty() && straight_findings.len() == turned_findings.len(), "{changed:#?}");
    let states = |report: &Report| serde_json::to_value(&report.steps).unwrap();
    assert_eq!(states(&straight), states(&turned));
}

#[test]
fn what_is_built_checks_clean() {
    for name in ["A1/sample", "A1/clean", "A1/late", "A1/unconfirmed"] {
        let case = Case::named(name);
        let received = Received::read(case.files(), &case.contract, &mut |_| {});
        let as_of = case.contract.as_of(&case.as_of).unwrap();
        let made = |record: &Record<'_>| (record.to_csv(), record.rows().len());
        let (roster, rows) = build(Dataset::Roster, &case.contract, as_of, &received, made).unwrap();
        let mut files = case.files();
        files.retain(|file| file.name != "roster.csv");
        files.push(File::new("roster.csv", roster.clone()));
        let report = case.report_of(files);
        let about_roster: Vec<_> =
            report.findings.iter().filter(|f| f.dataset.name() == "roster" && f.line.is_some()).collect();
        assert!(about_roster.is_empty(), "{name}: {about_roster:#?}");
        assert!(rows > 50 && roster.ends_with("\r\n"));
    }
}

#[test]
fn a_table_that_is_absent_leaves_its_controls_unchecked_and_the_rest_decided() {
    let case = Case::named("A1/sample");
    let outcome = |report: &Report, id: &str| {
        let control = report.steps[0].controls.iter().find(|control| control.id == id).unwrap();
        (serde_json::to_value(control.outcome).unwrap(), control.why.clone())
    };
    let without = |absent: &str| {
        let mut files = case.files();
        files.retain(|file| file.name != format!("{absent}.csv"));
        case.report_of(files)
    };
    let report = without("authorization_register");
    assert_eq!(
        outcome(&report, "A1-V2"),
        ("not_checked".into(), Some("Not given: authorization_register.".to_owned()))
    );
    assert_eq!(outcome(&report, "A1-V1").0, "failed");
    // A code that is nobody's is found without any source.
    assert_eq!(outcome(&without("payer_attribution"), "A1-V3").0, "failed");
    let report = without("roster");
    assert_eq!(serde_json::to_value(report.steps[0].state).unwrap(), "not_started");
    assert!(report.findings.iter().all(|finding| finding.control.starts_with("IN-")));
    // A report without a staff list judges roles by name alone.
    assert_eq!(outcome(&without("staff"), "A1-G1").0, "failed");
}

#[test]
fn a_run_outside_the_contract_is_refused() {
    let case = Case::named("A1/clean");
    for (text, says) in
        [("2027-01-01T00:00", "outside the term"), ("2026-03-09", "not an instant"), ("soon", "not an instant")]
    {
        let refused = case.contract.as_of(text).unwrap_err().to_string();
        assert!(refused.contains(says), "{text}: {refused}");
    }
    // Midnight belongs to the contract's own day, not to Greenwich's.
    assert!(case.contract.as_of("2026-12-31T23:59").is_ok());
    assert!(case.contract.as_of("2027-01-01T03:00Z").is_ok());
}

#[test]
fn a_record_is_not_built_from_half_its_sources() {
    let case = Case::named("A1/clean");
    let mut files = case.files();
    files.retain(|file| file.name != "case_management.csv");
    let received = Received::read(files, &case.contract, &mut |_| {});
    let as_of = case.contract.as_of(&case.as_of).unwrap();
    let refused = build(Dataset::Roster, &case.contract, as_of, &received, |_| ()).unwrap_err().to_string();
    assert!(refused.contains("case_management was not given"), "{refused}");
    let refused = build(Dataset::EventRecords, &case.contract, as_of, &received, |_| ()).unwrap_err().to_string();
    assert!(refused.contains("other kind of pilot"), "{refused}");
}

fn report(files: Vec<(String, Vec<u8>)>) -> Report {
    let (contracts, tables): (Vec<_>, Vec<_>) = files.into_iter().partition(|(name, _)| name == "contract.toml");
    let contract = Contract::parse(&contracts[0].1).unwrap();
    let tables = tables.into_iter().map(|(name, bytes)| File::new(name, bytes)).collect();
    let received = Received::read(tables, &contract, &mut |_| {});
    check(&contract, contract.as_of(AS_OF).unwrap(), &received)
}

fn findings(report: &Report) -> Vec<Value> {
    serde_json::to_value(report).unwrap()["findings"].as_array().unwrap().clone()
}

/// Every finding with how often it comes, its lines left out.
fn without_lines(report: &Report) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for mut finding in findings(report) {
        finding["line"].take();
        finding["other"]["line"].take();
        *counts.entry(finding.to_string()).or_default() += 1;
    }
    counts
}

/// A table with its rows turned round.
fn reversed(name: &str, bytes: &[u8]) -> Vec<u8> {
    if name == "contract.toml" {
        return bytes.to_vec();
    }
    let text = str::from_utf8(bytes).unwrap();
    let mut lines: Vec<_> = text.lines().collect();
    lines[1..].reverse();
    (lines.join("\n") + "\n").into_bytes()
}
