//! The findings as the sheet that people forward.

use tieout::{Dataset, File, Received, check, findings_csv};

use crate::case::Case;

#[test]
fn every_finding_is_a_row_with_what_staff_need_to_find_the_person() {
    let case = Case::named("A1/sample");
    let received = Received::read(case.files(), &case.contract, &mut |_| {});
    let report = check(&case.contract, case.contract.as_of(&case.as_of).unwrap(), &received);
    let carried =
        [(Dataset::PayerAttribution, "birth_date".to_owned()), (Dataset::Roster, "no such column".to_owned())];
    let sheet = findings_csv(&report.findings, &received, &carried);
    let mut reader = csv::Reader::from_reader(sheet.as_bytes());
    let headers = reader.headers().unwrap().clone();
    assert_eq!(headers.iter().next_back(), Some("payer_attribution: birth_date"));
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), report.findings.len());
    let cell = |row: &csv::StringRecord, name: &str| row[headers.iter().position(|h| h == name).unwrap()].to_owned();
    for (row, finding) in rows.iter().zip(&report.findings) {
        assert_eq!(cell(row, "control"), finding.control);
        assert_eq!(cell(row, "row"), finding.line.map_or(String::new(), |line| line.to_string()));
        assert!(cell(row, "remedy").len() > 20, "{}", finding.control);
        let payer = finding.dataset == Dataset::PayerAttribution && finding.line.is_some();
        let payer = payer || finding.other.as_ref().is_some_and(|other| other.dataset == Dataset::PayerAttribution);
        assert_eq!(cell(row, "payer_attribution: birth_date").len(), if payer { 10 } else { 0 });
    }
}

#[test]
fn a_cell_that_begins_like_a_formula_is_text() {
    let case = Case::named("A1/clean");
    let nominated = "participant_id,nominated_by,note\n=1+1,,\"=HYPERLINK(\"\"x\"\")\"\n=1+1,,-12.50\n";
    let received = Received::read(vec![File::new("local_nominations.csv", nominated)], &case.contract, &mut |_| {});
    let report = check(&case.contract, case.contract.as_of(&case.as_of).unwrap(), &received);
    let sheet = findings_csv(&report.findings, &received, &[(Dataset::LocalNominations, "note".to_owned())]);
    let row = csv::Reader::from_reader(sheet.as_bytes()).records().next().unwrap().unwrap();
    assert_eq!((&row[0], &row[6]), ("IN-4", "'=1+1"));
    assert_eq!(&row[14], "-12.50", "a negative number is a number");
}
