//! Payers' own formats, in real files that nobody here wrote: every one is read, and says what its origin says.

use std::fs;
use std::path::{Path, PathBuf};

use tieout::report::InputRef;
use tieout::{Contract, Dataset, File, NoteKind, Received, Report, check};

use crate::real::folder;

/// What a kind of pilot looks at the files under; nothing in it bears on how they are read.
fn contract(pilot: &str) -> Contract {
    let more = if pilot == "diversion" { "[events]\ntimestamp_tolerance_minutes = 15" } else { "" };
    let text = format!(
        r#"
[contract]
id = "FORMATS"
version = "1"
pilot = "{pilot}"
payer = "A payer"
provider = "A provider"
effective_from = 2025-01-01
effective_to = 2025-12-31
timezone = "America/New_York"
[calendar]
business_days = ["mon", "tue", "wed", "thu", "fri"]
{more}
"#
    );
    Contract::parse(text.as_bytes()).unwrap()
}

/// Files as one delivery, each by its own name.
fn files(paths: &[PathBuf]) -> Vec<File> {
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    paths.iter().map(|path| File::new(name(path), fs::read(path).unwrap())).collect()
}

fn all_in(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.is_file());
    paths.sort();
    paths
}

fn report(files: Vec<File>, pilot: &str) -> Report {
    let contract = contract(pilot);
    let received = Received::read(files, &contract, &mut |_| {});
    check(&contract, contract.as_of("2025-06-30T12:00").unwrap(), &received)
}

/// The rows of a table that one file alone gives.
fn rows(path: &Path, pilot: &str, dataset: Dataset) -> u32 {
    let report = report(files(&[path.to_owned()]), pilot);
    report.inputs.iter().filter(|input| input.dataset == Some(dataset)).map(|input| input.rows).sum()
}

/// Whether a file says something in its notes.
fn says(input: &InputRef, kind: NoteKind, words: &str) -> bool {
    input.notes.iter().any(|note| note.kind == kind && note.message.contains(words))
}

fn input<'r>(report: &'r Report, name: &str) -> &'r InputRef {
    report
        .inputs
        .iter()
        .find(|input| input.file == name || input.part.as_deref().is_some_and(|part| part.starts_with(name)))
        .unwrap()
}

#[test]
fn a_feed_is_held_against_its_control_totals() {
    let Some(folder) = folder("cclf") else { return };
    let people = |delivery: &str| {
        let report = report(files(&all_in(&folder.join(delivery))), "attribution");
        let fewer =
            says(input(&report, "ZC0"), NoteKind::Doubted, "It declares 41 records of CCLF8, and 40 were received");
        assert_eq!(fewer, delivery == "improved-new/dev", "{delivery}");
        assert_eq!(report.findings, [], "{delivery}");
        input(&report, "ZC8").rows
    };
    let deliveries = ["improved/dev", "improved-new/dev", "improved/small", "improved-new/small"];
    assert_eq!(deliveries.map(people), [35, 40, 90, 100]);
    for size in ["dev", "small"] {
        let ids = |delivery: &str| {
            let contract = contract("attribution");
            let received = Received::read(files(&all_in(&folder.join(delivery).join(size))), &contract, &mut |_| {});
            let table = received.table(Dataset::PayerAttribution).unwrap();
            table.all_rows().map(|row| table.row_at(None, table.line(row)).unwrap()[0].clone()).collect::<Vec<_>>()
        };
        let (before, after) = (ids("improved"), ids("improved-new"));
        assert!(before.iter().all(|id| after.contains(id)), "{size}: somebody was dropped");
    }
}

#[test]
fn the_members_of_a_zipped_feed_are_six_people_on_seven_lines() {
    let Some(folder) = folder("cclf") else { return };
    let name = "T.BCD.A0001.ZCY18.D181120.T1000000";
    let mut archive = zip::ZipArchive::new(fs::File::open(folder.join(name)).unwrap()).unwrap();
    let members = (0..archive.len()).map(|at| {
        let mut member = archive.by_index(at).unwrap();
        let mut file = File::new(name, Vec::new());
        std::io::copy(&mut member, &mut file.bytes).unwrap();
        file.part = Some(member.name().unwrap().into_owned());
        file
    });
    let report = report(members.collect(), "attribution");
    let list = input(&report, "T.BCD.A0001.ZC8Y18");
    assert_eq!((list.dataset, list.rows), (Some(Dataset::PayerAttribution), 6));
    assert!(says(list, NoteKind::Read, "7 lines, 6 people"), "{list:?}");
    assert_eq!((report.inputs.len(), report.findings), (3, vec![]));
}

#[test]
fn the_latest_assignment_list_governs() {
    let Some(folder) = folder("cms-alr") else { return };
    let report = report(files(&all_in(&folder)), "attribution");
    let list = input(&report, "aalr4_assigned_beneficiaries_tin_npi.csv");
    assert_eq!((list.dataset, list.rows), (Some(Dataset::PayerAttribution), 29));
    let governed = list.notes.iter().find(|note| note.kind == NoteKind::Governed).unwrap();
    assert!(governed.message.starts_with("P.A0000.ACO.QALR.2026Q1.D269999.T0100000 governs"), "{governed:?}");
    let counts =
        governed.message.split('(').skip(1).map(|rest| rest.split(')').next().unwrap().parse::<u32>().unwrap());
    assert_eq!(counts.collect::<Vec<_>>(), [31, 31, 32, 31, 33, 31, 29]);
    for other in ["aalr5_beneficiary_turnover.csv", "mssp_file_parameters_2025_2026.csv"] {
        assert!(says(input(&report, other), NoteKind::Read, "no table") && input(&report, other).dataset.is_none());
    }
    assert_eq!(report.findings, []);
}

#[test]
fn enrolments_add_terminate_and_reinstate() {
    let Some(folder) = folder("x12") else { return };
    let attributed = |name: &str| rows(&folder.join(name), "attribution", Dataset::PayerAttribution);
    let [add, end, again] =
        ["add-subscriber-coverage.834", "terminate-subscriber-eligibility.834", "reinstate-employee.834"];
    assert_eq!([add, end, again].map(attributed), [1, 0, 1]);
    for (name, said) in [(add, "1 added"), (end, "1 terminated"), (again, "1 reinstated")] {
        let report = report(files(&[folder.join(name)]), "attribution");
        assert!(says(&report.inputs[0], NoteKind::Read, said), "{name}: {:?}", report.inputs);
    }
    let report = report(files(&[folder.join(end)]), "attribution");
    assert!(says(&report.inputs[0], NoteKind::Doubted, "no file says since when"), "{:?}", report.inputs);
}

#[test]
fn an_answer_with_an_error_makes_nobody_eligible() {
    let Some(folder) = folder("x12") else { return };
    let eligible = |name: &str| rows(&folder.join(name), "diversion", Dataset::PayerEligibility);
    let names = [
        "subscriber-health-benefit-check.271",
        "dependent-health-benefit-check.271",
        "subscriber-health-benefit-check-error.271",
    ];
    assert_eq!(names.map(eligible), [1, 0, 0]);
    let report = report(files(&[folder.join(names[2])]), "diversion");
    assert!(
        says(&report.inputs[0], NoteKind::Doubted, "neither eligible nor terminated but pending"),
        "{:?}",
        report.inputs
    );
    assert!(says(&report.inputs[0], NoteKind::Doubted, "closes 4323, while 4321 is open"), "{:?}", report.inputs);
}

#[test]
fn claims_and_remittances_are_read() {
    let Some(folder) = folder("x12") else { return };
    let report = report(files(&[folder.join("demo.835"), folder.join("demo.837")]), "attribution");
    let paid = input(&report, "demo.835");
    assert_eq!((paid.dataset, paid.rows), (Some(Dataset::Claims), 2));
    assert!(!paid.notes.iter().any(|note| note.kind == NoteKind::Doubted), "the sums of the sample hold: {paid:?}");
    assert!(says(input(&report, "demo.837"), NoteKind::Read, "1 claim"));
    assert_eq!(report.findings, []);
}

#[test]
fn an_attribution_list_has_three_members() {
    let Some(folder) = folder("davinci-atr") else { return };
    let report = report(files(&all_in(&folder)), "attribution");
    let members: u32 = report
        .inputs
        .iter()
        .filter(|input| input.dataset == Some(Dataset::PayerAttribution))
        .map(|input| input.rows)
        .sum();
    assert_eq!((members, report.findings), (3, vec![]));
    assert!(report.inputs.iter().all(|input| !input.notes.is_empty()));
}

#[test]
fn every_real_file_is_told_of_and_what_is_no_table_is_no_error() {
    for (name, payers) in [("x12", true), ("davinci-atr", true), ("chainladder", false), ("cms-mssp-settlement", false)]
    {
        let Some(folder) = folder(name) else { return };
        for path in all_in(&folder) {
            for pilot in ["attribution", "diversion"] {
                let report = report(files(std::slice::from_ref(&path)), pilot);
                assert_eq!(report.inputs[0].part.is_some(), payers, "{}", path.display());
                let told = payers || (report.inputs[0].dataset.is_none() && report.findings.is_empty());
                assert!(told, "{}: {:?}", path.display(), report.findings);
            }
        }
    }
}
