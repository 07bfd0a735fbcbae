//! Pilots that are made here and now: what is planted in them is found, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use tieout::{Contract, File, Received, Report, catalogue, check};
use tieout_tests::sample::{Fault, FaultPlan, Kind, Plan, RankFault, RosterFault};

use crate::cases::{apart, difference};

/// A plan that is large enough for every fault, and no larger.
fn plan(kind: Kind, seed: u64) -> Plan {
    let participants = match kind {
        Kind::RosterWeek | Kind::Attribution => 150,
        Kind::Diversion => 200,
    };
    Plan { encounters_each: 1, claims_each: 2, ..Plan::new(seed, participants) }
}

fn all_faults(kind: Kind) -> Vec<Fault> {
    match kind {
        Kind::RosterWeek => Fault::of_roster_week(),
        Kind::Attribution => Fault::of_attribution(),
        Kind::Diversion => Fault::of_diversion(),
    }
}

#[test]
fn a_faultless_pilot_is_clear_to_its_last_control() {
    for (kind, letter) in [(Kind::Attribution, 'A'), (Kind::Diversion, 'D')] {
        let report = report_of(kind.make(&plan(kind, 11)).files, kind);
        assert_eq!(difference(&findings(&report), &[]), None, "{kind:?}");
        let report = serde_json::to_value(&report).unwrap();
        for step in
            report["steps"].as_array().unwrap().iter().filter(|s| s["step"].as_str().unwrap().starts_with(letter))
        {
            assert_eq!(step["state"], "clear", "{step:#}");
            for control in step["controls"].as_array().unwrap() {
                assert_eq!(control["outcome"], "held", "{control:#}");
            }
        }
    }
}

#[test]
fn one_fault_of_a_roster_gives_its_findings_and_no_unrelated_one() {
    each_fault_alone(Kind::RosterWeek, "A1");
}

#[test]
fn one_fault_of_an_attribution_pilot_gives_its_findings_and_no_unrelated_one() {
    each_fault_alone(Kind::Attribution, "A");
}

#[test]
fn one_fault_of_a_diversion_pilot_gives_its_findings_and_no_unrelated_one() {
    each_fault_alone(Kind::Diversion, "D");
}

/// Plants one fault at a time; all together they reach every control whose id begins like this.
fn each_fault_alone(kind: Kind, controls: &str) {
    let (mut reached, mut wrong) = (BTreeSet::new(), Vec::new());
    for (seed, fault) in (1..).zip(all_faults(kind)) {
        let sample = kind.make(&plan(kind, seed).with_faults(FaultPlan::none().with(fault, 1)));
        assert!(!sample.answers.is_empty(), "{fault:?} has no answer");
        reached.extend(sample.answers.iter().map(|answer| answer.control.clone()));
        let answers: Vec<_> = sample.answers.iter().map(|answer| serde_json::to_value(answer).unwrap()).collect();
        wrong.extend(
            difference(&findings(&report_of(sample.files, kind)), &answers).map(|told| format!("{fault:?}: {told}")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let catalogue = catalogue().iter().map(|control| control.id).filter(|id| id.starts_with(controls));
    let missed: Vec<_> = catalogue.filter(|id| !reached.contains(*id)).collect();
    assert!(missed.is_empty(), "no fault reaches {missed:?}");
}

#[test]
fn the_order_of_rows_changes_nothing_but_line_numbers() {
    for kind in [Kind::RosterWeek, Kind::Attribution, Kind::Diversion] {
        let sample = kind.make(&plan(kind, 7).with_faults(many_faults(kind)));
        let turned = sample.files.iter().map(|(name, bytes)| (name.clone(), reversed(name, bytes))).collect();
        let (straight, turned) = (report_of(sample.files, kind), report_of(turned, kind));
        assert!(straight.findings.len() >= 20, "{kind:?}");
        let (straight_findings, turned_findings) = (without_lines(&straight), without_lines(&turned));
        assert_eq!(apart(&straight_findings, &turned_findings), None, "{kind:?}");
        let states = |report: &Report| serde_json::to_value(&report.steps).unwrap();
        assert_eq!(states(&straight), states(&turned), "{kind:?}");
    }
}

/// One of every kind that a row can carry. Of a key that comes twice the first row is used, and of two at
/// one rank the later is wrong, so that for these the order does matter.
fn many_faults(kind: Kind) -> FaultPlan {
    let ordered = [RosterFault::ListedTwice.into(), RosterFault::AttributedTwice.into(), RankFault::RankedTwice.into()];
    let carried = all_faults(kind).into_iter().filter(|fault| fault.is_carried() && !ordered.contains(fault));
    carried.fold(FaultPlan::none(), |plan, fault| plan.with(fault, 1))
}

fn report_of(files: Vec<(String, Vec<u8>)>, kind: Kind) -> Report {
    let (contracts, tables): (Vec<_>, Vec<_>) = files.into_iter().partition(|(name, _)| name == "contract.toml");
    let contract = Contract::parse(&contracts[0].1).unwrap();
    let tables = tables.into_iter().map(|(name, bytes)| File::new(name, bytes)).collect();
    let received = Received::read(tables, &contract, &mut |_| {});
    check(&contract, contract.as_of(kind.as_of()).unwrap(), &received)
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

/// A table with its rows turned round. The file that statements name by its digest stays as it is.
fn reversed(name: &str, bytes: &[u8]) -> Vec<u8> {
    if ["contract.toml", "payment_assurance.csv", "settlement_file.csv"].contains(&name) {
        return bytes.to_vec();
    }
    let text = str::from_utf8(bytes).unwrap();
    let mut lines: Vec<_> = text.lines().collect();
    lines[1..].reverse();
    (lines.join("\n") + "\n").into_bytes()
}
