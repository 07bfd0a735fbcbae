//! Payers' own formats: whatever is done to their bytes, something is said of each file and nothing panics.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use proptest::prelude::*;
use tieout::{Contract, Dataset, File, NoteKind, Received};

/// The contracts of both kinds of pilot: each reads other tables.
static CONTRACTS: LazyLock<[Contract; 2]> = LazyLock::new(|| {
    ["payer-enrolment", "payer-eligibility"]
        .map(|case| Contract::parse(&fs::read(cases().join(case).join("contract.toml")).unwrap()).unwrap())
});

/// Every sample of a payer's format among the cases.
static SAMPLES: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let folders = fs::read_dir(cases()).unwrap().map(|entry| entry.unwrap().path());
    let folders = folders.filter(|path| path.file_name().unwrap().to_string_lossy().starts_with("payer-"));
    let mut paths: Vec<_> =
        folders.flat_map(|folder| fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path()).collect();
    let plain = |path: &PathBuf| !["contract.toml", "case.toml", "report.json"].iter().any(|name| path.ends_with(name));
    paths.retain(plain);
    paths.sort();
    paths
        .into_iter()
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap()))
        .collect()
});

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases/intake")
}

fn received(files: Vec<File>, contract: &Contract) -> Received {
    Received::read(files, contract, &mut |_| {})
}

/// What is done to a sample: cut here, then these bytes are put at these places.
#[derive(Debug, Clone)]
struct Harm {
    sample: prop::sample::Index,
    cut: Option<prop::sample::Index>,
    bytes: Vec<(prop::sample::Index, u8)>,
}

fn harm() -> impl Strategy<Value = Harm> {
    let byte = prop_oneof![any::<u8>(), prop::sample::select(&b"~*:^\n\r <>{}[]\",/0A\xc3"[..])];
    let bytes = prop::collection::vec((any::<prop::sample::Index>(), byte), 0..12);
    (any::<prop::sample::Index>(), prop::option::of(any::<prop::sample::Index>()), bytes)
        .prop_map(|(sample, cut, bytes)| Harm { sample, cut, bytes })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn harm_done_to_any_file_is_survived(harms in prop::collection::vec(harm(), 1..3), pilot in 0..2usize) {
        let files: Vec<_> = harms.iter().map(|harm| {
            let (name, mut bytes) = harm.sample.get(&SAMPLES).clone();
            if let Some(cut) = &harm.cut {
                bytes.truncate(cut.index(bytes.len() + 1));
            }
            for (place, byte) in &harm.bytes {
                if !bytes.is_empty() {
                    let place = place.index(bytes.len());
                    bytes[place] = *byte;
                }
            }
            File::new(name, bytes)
        }).collect();
        let (names, all) = (files.iter().map(|file| file.name.clone()).collect::<Vec<_>>(), received(files, &CONTRACTS[pilot]));
        for name in names {
            prop_assert!(all.inputs().iter().any(|input| input.file == name), "{} is told of nowhere", name);
        }
    }
}

#[test]
fn the_order_in_which_files_are_given_changes_nothing() {
    let files = |names: &mut dyn Iterator<Item = &(String, Vec<u8>)>| {
        names.map(|(name, bytes)| File::new(name, bytes.clone())).collect()
    };
    for contract in CONTRACTS.iter() {
        let forward = received(files(&mut SAMPLES.iter()), contract);
        let backward = received(files(&mut SAMPLES.iter().rev()), contract);
        assert_eq!(format!("{:?}", forward.inputs()), format!("{:?}", backward.inputs()));
        assert_eq!(forward.defects(), backward.defects());
    }
}

#[test]
fn a_cut_off_interchange_is_told() {
    let (name, bytes) = SAMPLES.iter().find(|(_, bytes)| bytes.starts_with(b"ISA")).unwrap();
    let whole = received(vec![File::new(name, bytes.clone())], &CONTRACTS[0]);
    let cut = received(vec![File::new(name, &bytes[..bytes.len() * 2 / 3])], &CONTRACTS[0]);
    let says_so = |all: &Received| {
        all.inputs()[0].notes.iter().any(|note| note.kind == NoteKind::Doubted && note.message.contains("cut off"))
    };
    assert_eq!((says_so(&whole), says_so(&cut)), (false, true));
}

#[test]
fn no_table_is_taken_for_a_payers_file() {
    for text in [
        "participant_id,attribution_date,bene_mbi_id,bene_brth_dt\n",
        "ISAAC,roster\n",
        "{}",
        "<html></html>",
        "",
        "ISA",
        "\u{feff}",
    ] {
        let all = received(vec![File::new("payer_attribution.csv", text)], &CONTRACTS[0]);
        assert!(all.inputs()[0].part.is_none(), "{text}");
    }
}

/// The rows that a case's files give to a table, each with its line.
fn rows(case: &str, dataset: Dataset) -> Vec<String> {
    let folder = cases().join(case);
    let contract = Contract::parse(&fs::read(folder.join("contract.toml")).unwrap()).unwrap();
    let given = SAMPLES.iter().filter(|(name, _)| folder.join(name).exists());
    let all = received(given.map(|(name, bytes)| File::new(name, bytes.clone())).collect(), &contract);
    let table = all.table(dataset).unwrap();
    let row = |line: u32| format!("{line}: {}", table.row_at(None, line).unwrap().join(" "));
    table.all_rows().map(|row| table.line(row)).map(row).collect()
}

#[test]
fn each_sample_gives_the_rows_that_it_means() {
    let enrolled = [
        "5: M003 2026-03-01  dual 1990-05-06",
        "19: M001 2026-01-01  medicaid 1980-01-02",
        "27: M002 2026-01-01 2026-01-31 medicaid 1975-03-04",
        "34: M003 2026-01-01 2026-01-31 dual 1990-05-06",
        "40: D001 2026-01-15  medicaid 2015-07-08",
    ];
    assert_eq!(rows("payer-enrolment", Dataset::PayerAttribution), enrolled);
    let answered = [
        "12: P1 eligible 2026-01-01 ",
        "25: P2 terminated 2026-02-01 ",
        "35: P3 pending 2026-03-01 ",
        "45: P4 pending 2026-03-01 ",
        "55: P5 eligible 2026-01-01 2026-12-31",
    ];
    assert_eq!(rows("payer-eligibility", Dataset::PayerEligibility), answered);
    let encounters =
        ["10: C1 M001 2026-02-10 ed", "19: C2 M002 2026-02-12 inpatient", "28: C3 M003 2026-02-14 institutional"];
    assert_eq!(rows("payer-claims", Dataset::UtilizationFeed), encounters);
    let fed = [
        "1: 1EG4TE5MK01 2026-01-01  medicare 1940-10-27",
        "2: 1EG4TE5MK92 2026-01-01  medicare 1946-10-06",
        "3: 1EG4TE5MK03 2026-01-01  medicare 1962-12-04",
        "4: 1EG4TE5MK04 2026-01-01  medicare 1957-01-28",
    ];
    assert_eq!(rows("payer-feed", Dataset::PayerAttribution), fed);
    let assigned = ["2: 1EG4TE5MK01 2026-01-01  medicare 1945-06-12", "4: 1EG4TE5MK03 2026-01-01  medicare 1959-04-06"];
    assert_eq!(rows("payer-assignment", Dataset::PayerAttribution), assigned);
    let listed = [
        "1: 1EG4TE5MK01 2026-01-15 2026-06-30 medicare 1980-01-02",
        "2: M002 2026-01-01  medicaid 1975-03-04",
        "4: 4 2026-02-01   ",
    ];
    assert_eq!(rows("payer-list", Dataset::PayerAttribution), listed);
    let covered =
        ["5: P1 eligible 2026-01-01 ", "6: P2 eligible 2025-01-01 2026-01-31", "7: P3 terminated 2026-01-01 "];
    assert_eq!(rows("payer-coverage", Dataset::PayerEligibility), covered);
}
