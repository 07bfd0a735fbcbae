//! The command line as a person at a terminal meets it: exit codes, what goes where, and no half-written file.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const AS_OF: &str = "2026-03-09T17:00:00-04:00";

fn case(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases/A1").join(name)
}

/// Runs the command with a case's contract.
fn tieout(verb: &[&str], contract: &str, as_of: &str, rest: &[&str]) -> Output {
    let contract = case(contract).join("contract.toml");
    let given = ["--contract", contract.to_str().unwrap(), "--as-of", as_of];
    Command::new(env!("CARGO_BIN_EXE_tieout")).args(verb).args(given).args(rest).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn json_is_the_report_and_nothing_else() {
    for name in ["sample", "clean", "late", "unconfirmed"] {
        let output = tieout(&["check", "--json"], name, AS_OF, &[case(name).to_str().unwrap()]);
        let expected = std::fs::read(case(name).join("report.json")).unwrap();
        assert!(output.stdout == expected, "{name}");
        assert_eq!(output.status.code(), Some(i32::from(name != "clean")));
        assert_eq!(text(&output.stderr), "");
    }
}

#[test]
fn a_summary_names_every_control_and_says_what_it_leaves_out() {
    let output = tieout(&["check"], "sample", AS_OF, &[case("sample").to_str().unwrap()]);
    let summary = text(&output.stdout);
    assert!(summary.contains("A1 Attributed roster: blocked"));
    assert!(summary.contains("FAIL A1-V1") && summary.contains("ok   A1-T1"));
    assert!(summary.contains("… and 1 more; --json prints every one."));
    assert!(summary.contains("roster:164"));
}

#[test]
fn files_are_told_by_name_or_headers_and_strangers_are_named() {
    let folder = std::env::temp_dir().join(format!("tieout-command-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    std::fs::copy(case("clean").join("roster.csv"), path("March export (3).csv")).unwrap();
    std::fs::write(path("notes.csv"), "dear,colleague\n").unwrap();
    let output = tieout(&["check", "--json"], "clean", AS_OF, &[&path("")]);
    assert!(text(&output.stdout).contains(r#"{"dataset":"roster","file":"March export (3).csv""#));
    assert!(text(&output.stdout).contains(r#"{"dataset":null,"file":"notes.csv""#));
    assert!(text(&output.stderr).contains("notes.csv was left out"));

    let out = path("built.csv");
    let built = tieout(&["build", "a1"], "clean", AS_OF, &["--out", &out, case("clean").to_str().unwrap()]);
    assert_eq!(built.status.code(), Some(0), "{}", text(&built.stderr));
    assert_eq!(text(&built.stderr), format!("roster: 60 rows written to {out}\n"));
    let built = std::fs::read_to_string(&out).unwrap();
    assert!(built.starts_with(
        "participant_id,payer_attribution_date,qualifying_category,authorization_status,exclusion_reason_code\r\n"
    ));
    assert_eq!(built.lines().count(), 61);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn the_schema_of_the_contract_can_be_had() {
    let output = Command::new(env!("CARGO_BIN_EXE_tieout")).arg("schema").output().unwrap();
    let schema: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(schema["properties"]["criteria"].is_object(), "{schema}");
}

#[test]
fn what_cannot_run_exits_with_two_and_says_how_to_mend_it() {
    let clean = case("clean");
    let clean = clean.to_str().unwrap();
    let says = |output: Output, expected: &str| {
        assert_eq!(output.status.code(), Some(2), "{expected}");
        assert_eq!(text(&output.stdout), "");
        assert!(text(&output.stderr).contains(expected), "{}", text(&output.stderr));
    };
    says(tieout(&["check"], "clean", "2031-01-01T00:00", &[clean]), "outside the term of contract");
    says(tieout(&["check"], "clean", AS_OF, &["nowhere.csv"]), "nowhere.csv cannot be read");
    says(tieout(&["check"], "clean", AS_OF, &[]), "required");
    says(tieout(&["build", "A9"], "clean", AS_OF, &["--out", "/dev/null", clean]), "is no step");
    says(tieout(&["build", "A2"], "clean", AS_OF, &["--out", "/dev/null", clean]), "cohort_decisions was not given");
    says(tieout(&["build", "A1"], "clean", AS_OF, &["--out", "/nowhere/at/all.csv", clean]), "cannot be written");
    let roster = case("clean").join("roster.csv");
    let given = ["check", "--contract", roster.to_str().unwrap(), "--as-of", AS_OF, clean];
    let output = Command::new(env!("CARGO_BIN_EXE_tieout")).args(given).output().unwrap();
    assert!(text(&output.stderr).lines().count() < 10, "a table is not sixty faults of a contract");
    says(output, "begins with a table [contract]");
}

#[test]
fn the_words_of_payers_files_are_proposed_once_for_all_of_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases/intake/mapped-payer");
    let again = std::env::temp_dir().join(format!("tieout-again-{}.834", std::process::id()));
    std::fs::copy(folder.join("enrolment.834"), &again).unwrap();
    let (contract, enrolment) = (folder.join("contract.toml"), folder.join("enrolment.834"));
    let files = [&enrolment, &again].map(|path| path.to_str().unwrap());
    let map = ["map", "--contract", contract.to_str().unwrap()];
    let proposed = Command::new(env!("CARGO_BIN_EXE_tieout")).args(map).args(files).output().unwrap();
    let drafted = text(&proposed.stdout);
    assert!(drafted.contains("[file.values.product]") && drafted.contains("MMP = \"dual\""), "{drafted}");
    assert_eq!(tieout::Mapping::parse(drafted.as_bytes()).unwrap().files().len(), 1, "{drafted}");
    assert!(!drafted.contains("[file.columns]"), "{drafted}");
    std::fs::remove_file(again).unwrap();
}

#[test]
fn a_mapping_is_proposed_confirmed_and_read_with() {
    let names = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases/intake/mapped-names");
    let path = |name: &str| names.join(name).to_str().unwrap().to_owned();
    let run = |arguments: &[&str]| Command::new(env!("CARGO_BIN_EXE_tieout")).args(arguments).output().unwrap();
    let folder = std::env::temp_dir().join(format!("tieout-mapping-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let ours = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    for file in ["Auth Log.csv", "BCS Roster 03-09.csv"] {
        std::fs::copy(path(file), ours(file)).unwrap();
    }
    let (contract, draft) = (path("contract.toml"), ours("draft.toml"));

    // Without a mapping the files are strangers, and it is said what to do.
    let judged = |more: &[&str]| {
        let given =
            ["check", "--contract", &contract, "--as-of", AS_OF, &ours("Auth Log.csv"), &ours("BCS Roster 03-09.csv")];
        run(&[&given[..], more].concat())
    };
    assert!(text(&judged(&[]).stderr).contains("BCS Roster 03-09.csv was left out"));
    assert!(text(&judged(&[]).stderr).contains("tieout map"));

    let proposed =
        run(&["map", "--contract", &contract, "--out", &draft, &ours("Auth Log.csv"), &ours("BCS Roster 03-09.csv")]);
    assert_eq!(proposed.status.code(), Some(1), "the roster's dates could be two things");
    let drafted = std::fs::read_to_string(&draft).unwrap();
    assert!(drafted.contains("# OPEN: are the dates of payer_attribution_date MM/DD/YYYY or DD/MM/YYYY?"), "{drafted}");
    let answered = drafted.replace("# payer_attribution_date = \"…\"", "payer_attribution_date = \"MM/DD/YYYY\"");
    std::fs::write(&draft, answered).unwrap();
    let report = text(&judged(&["--json", "--mapping", &draft]).stdout);
    assert!(
        report.contains(r#""mapping":{"digest":"sha256:"#)
            && report.contains(r#""dataset":"roster","file":"BCS Roster 03-09.csv""#)
    );
    // Among the paths it needs no name; two could be meant.
    assert_eq!(text(&judged(&["--json", &draft]).stdout), report);
    let two = judged(&[&draft, &path("mapping.toml")]);
    assert!(two.status.code() == Some(2) && text(&two.stderr).contains("could both be the mapping"));

    // What somebody confirmed is not written over.
    let again = run(&["map", "--contract", &contract, "--out", &draft, &ours("Auth Log.csv")]);
    assert!(again.status.code() == Some(2) && text(&again.stderr).contains("is there already"));
    let settled = run(&["map", "--contract", &contract, "--mapping", &draft, &ours("Auth Log.csv")]);
    assert_eq!(settled.status.code(), Some(0), "{}", text(&settled.stderr));
    assert!(
        text(&settled.stdout).contains("payer_attribution_date = \"Attributed On\""),
        "what was said of others is kept"
    );
    let enrolment = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/cases/intake/payer-enrolment/enrolment.834");
    let delivered = run(&["map", "--contract", &contract, enrolment]);
    assert!(delivered.status.success() && delivered.stdout.is_empty(), "{}", text(&delivered.stdout));
    assert!(text(&delivered.stderr).contains("enrolment.834 needs no mapping: it is in a payer's own format (X12)"));
    std::fs::remove_dir_all(&folder).unwrap();
}
