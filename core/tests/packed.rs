//! Workbooks and archives at the command line: what is in them gives the report that its tables would give, and what is
//! written as a workbook can be given back.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tieout_packed::{Book, Column, Limits, open};

const AS_OF: &str = "2026-03-09T17:00:00-04:00";

fn case(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases").join(name)
}

/// A folder that is gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("tieout-packed-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    fn put(&self, name: &str, bytes: &[u8]) -> String {
        std::fs::write(self.0.join(name), bytes).unwrap();
        self.path(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn tieout(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tieout")).args(arguments).output().unwrap()
}

fn checked(case_name: &str, more: &[&str]) -> (Value, Output) {
    let contract = case(case_name).join("contract.toml");
    let output =
        tieout(&[&["check", "--json", "--contract", contract.to_str().unwrap(), "--as-of", AS_OF], more].concat());
    (serde_json::from_slice(&output.stdout).unwrap(), output)
}

/// A case's tables, by name, as the rows of their CSV.
fn tables(case_name: &str) -> Vec<(String, Vec<Vec<String>>)> {
    let mut paths: Vec<_> = std::fs::read_dir(case(case_name)).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "csv"));
    paths.sort();
    let rows = |path: &PathBuf| {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(path).unwrap();
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    };
    paths.iter().map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), rows(path))).collect()
}

/// A case's tables as one workbook, a sheet each.
fn workbook(case_name: &str) -> Vec<u8> {
    let mut book = Book::default();
    for (name, rows) in tables(case_name) {
        let columns: Vec<_> = rows[0].iter().map(|name| Column { name: name.clone(), ..Column::default() }).collect();
        book.table(&name, &columns, rows[1..].iter().map(|row| row.iter().map(String::as_str))).unwrap();
    }
    book.finish().unwrap()
}

#[test]
fn a_workbook_gives_the_report_of_its_tables_and_names_its_sheets() {
    let folder = Folder::new("workbook");
    for name in ["A1/clean", "A1/sample"] {
        let plain: Value = serde_json::from_slice(&std::fs::read(case(name).join("report.json")).unwrap()).unwrap();
        let book = folder.put("Pilot, week 11.xlsx", &workbook(name));
        let (report, output) = checked(name, &[&book]);
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
        assert!(report["findings"] == plain["findings"] && report["steps"] == plain["steps"], "{name}");
        for (input, plain) in report["inputs"].as_array().unwrap().iter().zip(plain["inputs"].as_array().unwrap()) {
            assert_eq!(input["file"], "Pilot, week 11.xlsx");
            assert_eq!((&input["part"], &input["rows"]), (&plain["dataset"], &plain["rows"]));
            assert_eq!(input["digest"], report["inputs"][0]["digest"], "the digest is that of the file that was given");
        }
    }
}

#[test]
fn a_folder_may_hold_archives_and_workbooks_whatever_they_are_called() {
    let folder = Folder::new("folder");
    let (name, mut tables) = ("A1/clean", tables("A1/clean"));
    let (alone, rows) = tables.pop().unwrap();
    // The only sheet of a workbook may bear the file's name.
    let columns: Vec<_> = rows[0].iter().map(|name| Column { name: name.clone(), ..Column::default() }).collect();
    let mut book = Book::default();
    book.table("Sheet1", &columns, rows[1..].iter().map(|row| row.iter().map(String::as_str))).unwrap();
    folder.put(&format!("{alone}.xlsx"), &book.finish().unwrap());
    folder.put("~$open.xlsx", b"who has it open");
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (table, _) in &tables {
        zip.start_file(format!("week 11/{table}.csv"), zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, &std::fs::read(case(name).join(format!("{table}.csv"))).unwrap()).unwrap();
    }
    folder.put("P.A1234.D260309", &zip.finish().unwrap().into_inner());
    let plain: Value = serde_json::from_slice(&std::fs::read(case(name).join("report.json")).unwrap()).unwrap();
    let (report, output) = checked(name, &[&folder.path("")]);
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert!(report["findings"] == plain["findings"] && report["steps"] == plain["steps"]);
    assert_eq!(report["inputs"][0]["part"], format!("week 11/{}.csv", tables[0].0));
}

#[test]
fn what_cannot_be_opened_is_told_and_the_rest_is_read() {
    let folder = Folder::new("damaged");
    let book = workbook("A1/clean");
    let cut = folder.put("roster.xlsx", &book[..book.len() / 2]);
    let (report, output) = checked("A1/clean", &[&cut, case("A1/clean/staff.csv").to_str().unwrap()]);
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.starts_with("tieout: “roster.xlsx” is damaged or incomplete"), "{stderr}");
    assert_eq!(report["inputs"].as_array().unwrap().len(), 2);
    let unread = &report["findings"][0];
    assert_eq!((&unread["control"], &unread["dataset"]), (&"IN-1".into(), &"roster".into()));
}

#[test]
fn a_record_and_the_findings_are_written_as_workbooks_by_their_ending() {
    let folder = Folder::new("written");
    let (name, tables) = ("A1/sample", case("A1/sample"));
    let tables = tables.to_str().unwrap();
    let contract = case(name).join("contract.toml");
    let given = ["--contract", contract.to_str().unwrap(), "--as-of", AS_OF, tables];
    let (csv, xlsx) = (folder.path("built.csv"), folder.path("built.xlsx"));
    for out in [&csv, &xlsx] {
        let built = tieout(&[&["build", "A1", "--out", out][..], &given].concat());
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    }
    let [sheet] = open("built.xlsx", &std::fs::read(xlsx).unwrap(), &Limits::NATIVE).unwrap().try_into().unwrap();
    assert_eq!(sheet.name, "roster");
    // A row of a sheet ends at its last filled cell.
    let trimmed = |text: &str| text.lines().map(|line| line.trim_end_matches(',').to_owned()).collect::<Vec<_>>();
    assert_eq!(trimmed(str::from_utf8(&sheet.bytes).unwrap()), trimmed(&std::fs::read_to_string(csv).unwrap()));
    let (csv, xlsx) = (folder.path("findings.csv"), folder.path("findings.xlsx"));
    let counts = [&csv, &xlsx].map(|path| {
        let (report, _) = checked(name, &["--findings", path, tables]);
        report["findings"].as_array().unwrap().len()
    });
    let rows = csv::Reader::from_path(csv).unwrap().into_records().count();
    let [sheet] = open("findings.xlsx", &std::fs::read(xlsx).unwrap(), &Limits::NATIVE).unwrap().try_into().unwrap();
    let sheet_rows = csv::Reader::from_reader(&sheet.bytes[..]).into_records().count();
    assert!(rows > 20 && counts == [rows, rows] && sheet_rows == rows, "{counts:?} {rows} {sheet_rows}");
}

#[test]
fn the_templates_have_every_table_of_a_pilot_and_are_recognized_when_they_come_back() {
    let folder = Folder::new("template");
    for (pilot, contract) in [("attribution", "pilots/attribution"), ("diversion", "pilots/diversion")] {
        let out = folder.path("templates.xlsx");
        let made = tieout(&["template", "--pilot", pilot, "--out", &out]);
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let contract = case(contract).join("contract.toml");
        let output = tieout(&["check", "--json", "--contract", contract.to_str().unwrap(), "--as-of", AS_OF, &out]);
        let report: Value = serde_json::from_slice(&output.stdout).expect(pilot);
        let inputs = report["inputs"].as_array().unwrap();
        let own = inputs.iter().filter(|input| input["dataset"] == input["part"]).count();
        assert!(own > 20 && own + 2 == inputs.len(), "{pilot}: {own} of {}", inputs.len());
        let told: Vec<_> =
            report["findings"].as_array().unwrap().iter().filter(|finding| finding["control"] == "IN-2").collect();
        assert!(told.is_empty(), "{told:?}");
        let members = open("templates.xlsx", &std::fs::read(&out).unwrap(), &Limits::NATIVE).unwrap();
        assert_eq!((members[0].name.as_str(), members[1].name.as_str()), ("Read me", "Data dictionary"));
    }
}
