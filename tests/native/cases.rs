//! Every case gives the report that stands beside it, and the findings that were planted in it.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::case::Case;

/// Set to write the reports anew; what changed is then seen in the diff.
const BLESS: &str = "TIEOUT_BLESS";

#[test]
fn every_case_gives_its_report() {
    for case in Case::all() {
        let (path, given) = (case.folder.join("report.json"), serde_json::to_string(&case.report()).unwrap());
        if std::env::var_os(BLESS).is_some() {
            fs::write(&path, &given).unwrap();
        }
        let expected =
            fs::read_to_string(&path).unwrap_or_else(|_| panic!("{} is missing: set {BLESS}=1", path.display()));
        assert!(given == expected, "{} is not what the case gives; set {BLESS}=1 and read the diff", path.display());
    }
}

#[test]
fn every_planted_fault_is_found_and_nothing_else() {
    let mut judged = 0;
    for case in Case::all() {
        let Ok(answers) = fs::read_to_string(case.folder.join("answers.json")) else { continue };
        let answers: Vec<Value> = serde_json::from_str(&answers).unwrap();
        let found = serde_json::to_value(case.report()).unwrap()["findings"].as_array().unwrap().clone();
        assert_eq!(difference(&found, &answers), None, "{}", case.folder.display());
        judged += 1;
    }
    assert!(judged >= 4, "the generator's cases are gone");
}

/// The reports are committed, so that what each zone gives is held against the same bytes.
#[test]
fn a_report_is_the_same_in_every_zone_of_the_host() {
    if std::env::var_os(BLESS).is_some() {
        return;
    }
    for zone in ["UTC", "America/Los_Angeles", "Pacific/Kiritimati"] {
        let mut again = Command::new(std::env::current_exe().unwrap());
        again.args(["--exact", "cases::every_case_gives_its_report"]).env("TZ", zone).env_remove(BLESS);
        let output = again.output().unwrap();
        assert!(output.status.success(), "{zone}: {}", String::from_utf8_lossy(&output.stdout));
        assert!(String::from_utf8_lossy(&output.stdout).contains("1 passed"), "{zone}: the test has another name");
    }
}

/// What is found and was not planted, and what was planted and is not found, each as often as it comes.
pub(crate) fn difference(found: &[Value], answers: &[Value]) -> Option<String> {
    apart(&places(found), &places(answers))
}

/// Where two counts of the same things are not the same.
pub(crate) fn apart(found: &BTreeMap<String, usize>, expected: &BTreeMap<String, usize>) -> Option<String> {
    let only = |these: &BTreeMap<String, usize>, others: &BTreeMap<String, usize>| -> Vec<String> {
        these
            .iter()
            .filter(|(thing, count)| others.get(*thing) != Some(count))
            .map(|(thing, _)| thing.clone())
            .collect()
    };
    let (unexpected, missed) = (only(found, expected), only(expected, found));
    let same = unexpected.is_empty() && missed.is_empty();
    (!same).then(|| format!("not expected: {unexpected:#?}, not found: {missed:#?}"))
}

/// What a finding and an answer both say, and how often it is said.
fn places(list: &[Value]) -> BTreeMap<String, usize> {
    let place = |item: &Value| {
        ["control", "dataset", "line", "key", "missing_from"].map(|name| item[name].to_string()).join(" ")
    };
    let mut counts = BTreeMap::new();
    for item in list {
        *counts.entry(place(item)).or_default() += 1;
    }
    counts
}
