//! What holds for every pilot, whatever is in its files.

use tieout::mapping::{ColumnMapping, FileMapping};
use tieout::{Dataset, Digest, File, Given, Mapping, Received, Record, Report, build, check};

use crate::case::Case;

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
fn what_is_built_of_a_whole_pilot_checks_clean() {
    // The other records bear the instant at which they are built, and that would be too late for these weeks.
    let attribution = ["roster", "locked_cohort", "priority_list", "payment_assurance"];
    let diversion = ["locked_events", "settlement_file"];
    for (name, records) in [("pilots/attribution-clean", &attribution[..]), ("pilots/diversion-clean", &diversion)] {
        let case = Case::named(name);
        let received = Received::read(case.files(), &case.contract, &mut |_| {});
        let as_of = case.contract.as_of(&case.as_of).unwrap();
        let made = |record: &Record<'_>| record.to_csv();
        for record in records {
            let dataset = Dataset::named(record).unwrap();
            let built = build(dataset, &case.contract, as_of, &received, made).unwrap();
            let file = format!("{record}.csv");
            let mut files = case.files();
            files.retain(|given| given.name != file);
            files.push(File::new(file, built));
            let report = case.report_of(files);
            let about: Vec<_> = report.findings.iter().filter(|finding| finding.dataset == dataset).collect();
            assert!(about.is_empty(), "{record}: {about:#?}");
        }
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
fn what_tables_are_called_changes_no_finding() {
    for name in ["A1/sample", "pilots/diversion"] {
        let case = Case::named(name);
        let (said, renamed): (Vec<_>, Vec<_>) = case.files().into_iter().map(renamed).unzip();
        let mapping = Mapping::of(said, Vec::new());
        let received = Received::read_with(renamed, &case.contract, Some(&mapping), &mut |_| {});
        let report = check(&case.contract, case.contract.as_of(&case.as_of).unwrap(), &received);
        let expected = case.report();
        assert!(!expected.findings.is_empty());
        assert_eq!(report.findings, expected.findings, "{name}");
        assert_eq!(
            serde_json::to_value(&report.steps).unwrap(),
            serde_json::to_value(&expected.steps).unwrap(),
            "{name}"
        );
        assert_eq!(report.mapping.unwrap().digest, mapping.digest());

        // Said of files that speak as the tables do, it is what was known without it.
        let own = |dataset: Dataset| {
            let columns = dataset.definition().columns.iter().map(|column| column.name);
            let said =
                columns.map(|field| ColumnMapping { header: Some(field.to_owned()), ..ColumnMapping::new(field) });
            FileMapping { columns: said.collect(), ..FileMapping::new(dataset) }
        };
        let mapping = Mapping::of(Dataset::ALL.iter().copied().map(own).collect(), Vec::new());
        let received = Received::read_with(case.files(), &case.contract, Some(&mapping), &mut |_| {});
        let report = check(&case.contract, case.contract.as_of(&case.as_of).unwrap(), &received);
        let inputs = |report: &Report| serde_json::to_value(&report.inputs).unwrap();
        assert_eq!((&report.findings, inputs(&report)), (&expected.findings, inputs(&expected)), "{name}");
    }
}

/// A file whose name and headers tell nothing, and what they mean.
fn renamed(file: File) -> (FileMapping, File) {
    let dataset = tieout::recognize(&file.name, &file.bytes).unwrap();
    // Statements rest on the bytes of the file that they name.
    let digest = Some(Digest::of(&file.bytes));
    let text = String::from_utf8(file.bytes).unwrap();
    let (header, rows) = text.split_once('\n').unwrap();
    let strange = |name: &str| format!("{dataset} heading {name}");
    let headers: Vec<_> = header.trim_end().split(',').map(strange).collect();
    let said =
        dataset.definition().columns.iter().filter(|column| header.trim_end().split(',').any(|h| h == column.name));
    let said =
        said.map(|column| ColumnMapping { header: Some(strange(column.name)), ..ColumnMapping::new(column.name) });
    let said = FileMapping { columns: said.collect(), ..FileMapping::new(dataset) };
    // In the order of the tables' names, so that the same file is the first in both runs.
    let name = format!("Export {dataset} 7.csv");
    (said, File { digest, ..File::new(name, format!("{}\n{rows}", headers.join(","))) })
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

#[test]
fn files_that_were_opened_apart_are_read_as_one_run_reads_them() {
    for case in Case::all() {
        let mapping = case.mapping.as_ref();
        let crossed = |file| match Given::alone(file, mapping) {
            Given::Opened(opened) => opened.hand_over(mapping).take_over(mapping).unwrap(),
            given @ Given::File(_) => given,
        };
        let report = case.report_of(case.files().into_iter().map(crossed).collect());
        let [expected, report] = [case.report(), report].map(|report| serde_json::to_string(&report).unwrap());
        assert!(report == expected, "{}", case.folder.display());
    }
}
