//! What comes in: every row of every text, as the `csv` crate reads it, and a clear word about every file that is no table.

use std::sync::LazyLock;

use proptest::prelude::*;
use tieout::intake::text::{Forced, look};
use tieout::mapping::Quote;
use tieout::{Contract, Dataset, File, Received};

fn contract() -> &'static Contract {
    static CONTRACT: LazyLock<Contract> =
        LazyLock::new(|| Contract::parse(include_bytes!("../../tests/cases/A1/clean/contract.toml")).unwrap());
    &CONTRACT
}

fn read(name: &str, bytes: &[u8]) -> Received {
    Received::read(vec![File::new(name, bytes)], contract(), &mut |_| {})
}

/// The findings of a read, as `IN-3 7 start_date: message`.
fn told(received: &Received) -> Vec<String> {
    let place = |line: Option<u32>| line.map_or("-".to_owned(), |line| line.to_string());
    let told = received.defects().iter();
    told.map(|d| format!("{} {} {}: {}", d.control, place(d.line), d.field.unwrap_or("-"), d.message)).collect()
}

#[track_caller]
fn tells(name: &str, bytes: &[u8], expected: &[&str]) {
    let told = told(&read(name, bytes));
    assert_eq!(told.len(), expected.len(), "{told:#?}");
    for (told, expected) in told.iter().zip(expected) {
        assert!(told.starts_with(expected), "{told}\n   is not\n{expected}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn rows_are_those_of_the_csv_crate(body in r#"(a|bc|é|,|,|,|\r\n|\n|\r| |a"b|,"x,y"|\n"p""q",|,"two\r\nlines"|,"x"y,|,"",|0123456789){0,60}"#) {
        let text = format!("participant_id,nominated_by,other\n{body}");
        let received = read("local_nominations.csv", text.as_bytes());
        prop_assume!(!received.is_refused(Dataset::LocalNominations));
        let table = received.table(Dataset::LocalNominations).unwrap();
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let trimmed = |record: csv::StringRecord| record.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
        let theirs: Vec<_> = reader.records().map(|record| trimmed(record.unwrap())).filter(|cells| !cells.iter().all(String::is_empty)).collect();
        prop_assert_eq!(table.len() as usize, theirs.len());
        for (row, mut cells) in table.all_rows().zip(theirs) {
            cells.resize(cells.len().max(3), String::new());
            prop_assert_eq!(table.row_at(None, table.line(row)), Some(cells));
        }
    }

    /// What is written in any encoding, with any delimiter, quotes and line ends, below any title, is what is read and shown.
    #[test]
    fn rows_are_those_that_were_written(
        rows in proptest::collection::vec(("[A-Z][a-z0-9]{0,4}", r#"( ?[a-zé€',;|"\\\n]){0,9}"#, "[a-z ]{0,3}"), 3..9),
        encoding in 0..4_usize, delimiter in proptest::sample::select(vec![',', ';', '\t', '|']),
        quote in proptest::sample::select(vec![Quote::Doubled, Quote::Backslash, Quote::Single]),
        line_end in proptest::sample::select(vec!["\n", "\r\n", "\r"]), title in any::<bool>(),
    ) {
        let row = |(id, text, other): &(String, String, String)| [id, text, other].map(|cell| cell.trim().to_owned());
        let header = ["participant_id", "nominated_by", "other"].map(str::to_owned);
        let rows: Vec<_> = rows.iter().map(row).collect();
        let written = |row: &[String; 3]| row.each_ref().map(|cell| written(cell, quote)).join(&delimiter.to_string());
        let lines = std::iter::once(&header).chain(&rows).map(written);
        let title = if title { format!("Nominations{line_end}{line_end}") } else { String::new() };
        let text = title.clone() + &lines.collect::<Vec<_>>().join(line_end);
        let bytes = encoded(&text, encoding);

        let looked = look(bytes.clone(), &Forced { quote: Some(quote), ..Forced::default() }, &|name| name == "participant_id" || name == "nominated_by", 99).unwrap();
        prop_assert_eq!(looked.headers, header);
        prop_assert_eq!(looked.delimiter, delimiter);
        prop_assert_eq!(looked.header_line, if title.is_empty() { 1 } else { 3 });
        prop_assert_eq!(&looked.rows, &rows.iter().map(|row| row.to_vec()).collect::<Vec<_>>());
        if looked.quote == Quote::Doubled || quote == Quote::Single {
            let received = read("local_nominations.csv", &bytes);
            let table = received.table(Dataset::LocalNominations).unwrap();
            let read: Vec<_> = table.all_rows().map(|row| table.row_at(None, table.line(row)).unwrap()).collect();
            prop_assert_eq!(read, looked.rows);
        }
    }

    #[test]
    fn nothing_panics_on_any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400), table in 0..Dataset::ALL.len()) {
        read(&format!("{}.csv", Dataset::ALL[table]), &bytes);
    }
}

/// A cell between quotes of a habit.
fn written(cell: &str, quote: Quote) -> String {
    match quote {
        Quote::Doubled => format!("\"{}\"", cell.replace('"', "\"\"")),
        Quote::Backslash => format!("\"{}\"", cell.replace('\\', r"\\").replace('"', r#"\""#)),
        Quote::Single => format!("'{}'", cell.replace('\'', "''")),
    }
}

/// A text as UTF-8 with and without its mark, or as UTF-16.
fn encoded(text: &str, encoding: usize) -> Vec<u8> {
    let units = |mark: &str| mark.encode_utf16().chain(text.encode_utf16()).collect::<Vec<_>>();
    match encoding {
        0 => text.into(),
        1 => format!("\u{feff}{text}").into(),
        2 => units("\u{feff}").into_iter().flat_map(u16::to_le_bytes).collect(),
        _ => units("").into_iter().flat_map(u16::to_be_bytes).collect(),
    }
}

#[test]
fn a_line_is_the_one_that_a_spreadsheet_shows() {
    let text = "\u{feff}\r\nparticipant_id,nominated_by\r\nP1,\"two\r\nlines\"\r\n\r\n , \r\nP2\r\nP3,team,surplus";
    let received = read("local_nominations.csv", text.as_bytes());
    assert_eq!(told(&received), [""; 0]);
    let table = received.table(Dataset::LocalNominations).unwrap();
    let lines: Vec<_> = table.all_rows().map(|row| table.line(row)).collect();
    assert_eq!(lines, [3, 6, 7]);
    assert_eq!(table.row_at(None, 3).unwrap(), ["P1", "two\r\nlines"]);
    assert_eq!(table.row_at(None, 6).unwrap(), ["P2", ""]);
    assert_eq!(table.row_at(None, 7).unwrap(), ["P3", "team", "surplus"]);
    for line in [0, 1, 2, 4, 5, 8, u32::MAX] {
        assert_eq!(table.row_at(None, line), None, "line {line}");
    }
}

#[test]
fn headers_are_found_whatever_their_case_order_and_delimiter() {
    for text in [
        "Nominated_By ; PARTICIPANT_ID\nteam;P1\n",
        "x|participant_id|participant_id\n|P1|P2\n",
        "participant_id\tnominated_by\nP1\tteam",
    ] {
        let received = read("local_nominations.csv", text.as_bytes());
        assert_eq!(told(&received), [""; 0], "{text}");
        assert_eq!(received.inputs()[0].rows, 1);
    }
}

#[test]
fn a_file_that_is_no_table_says_what_it_is() {
    tells("roster.csv", b"", &["IN-1 - -: The file is empty"]);
    tells("roster.csv", b"\r\n \r\n", &["IN-1 - -: The file is empty"]);
    tells("roster.csv", b"PK\x03\x04rest", &["IN-1 - -: The file is a ZIP archive or an Excel workbook"]);
    tells("roster.csv", b"\x00\x01\x02", &["IN-1 - -: The file is not text"]);
    tells(
        "roster.csv",
        b"participant_id\nJos\xc3\xa9\nJos\xe9, Zo\xc3\xab\n",
        &["IN-1 - -: The file is UTF-8 but for some bytes, the first on line 3"],
    );
    tells(
        "roster.csv",
        &b"x".repeat(2 << 20),
        &["IN-1 - -: The first line goes on for more than a million characters"],
    );
    tells("roster.csv", &b",".repeat(20_000), &["IN-1 - -: The file is empty"]);
    tells("roster.csv", &b"a,".repeat(20_000), &["IN-1 - -: The header row has more columns"]);
    tells(
        "local_nominations.csv",
        b"participant_id\nP1\n\"P2\nP3\n",
        &["IN-1 - -: The row on line 3 opens a quote that never closes"],
    );
}

#[test]
fn a_missing_column_is_named_with_those_that_are_there() {
    tells(
        "local_nominations.csv",
        b"member_id,team\nP1,north\n",
        &["IN-2 - participant_id: The column participant_id is missing. The header row has: member_id, team."],
    );
    let received = read("roster.csv", b"participant_id\nP1\n");
    assert_eq!(received.defects().len(), 3, "one for each column: {:?}", told(&received));
    assert!(received.is_refused(Dataset::Roster) && received.table(Dataset::Roster).is_none());
}

#[test]
fn a_cell_that_is_not_of_its_type_is_told_and_reads_as_empty() {
    tells(
        "authorization_register.csv",
        b"authorization_id,participant_id,status,start_date,end_date\nA1,P1,approved,2026-01-01,\nA2,P1,active,01/02/2026,\nA3,P1,active,,9999-12-31\n,P1,active,,\nA1,P1,active,,\n",
        &[
            "IN-3 2 status: status is \u{201c}approved\u{201d}, which is none of active, pending, denied, cancelled.",
            "IN-3 3 start_date: start_date is \u{201c}01/02/2026\u{201d}, which is not a date as YYYY-MM-DD.",
            "IN-5 4 start_date: start_date is empty.",
            "IN-5 5 authorization_id: authorization_id is empty.",
            "IN-4 6 authorization_id: A1 stands on line 2 already.",
        ],
    );
    let received = read(
        "authorization_register.csv",
        b"authorization_id,participant_id,status,start_date\nA1,P1,active,soon\nA2,P1,active,2026-01-01\n",
    );
    let table = received.table(Dataset::AuthorizationRegister).unwrap();
    assert_eq!(
        table.rows().map(|row| table.line(row)).collect::<Vec<_>>(),
        [3],
        "a span without its day is used no further"
    );
}

#[test]
fn a_severity_without_points_in_the_contract_is_told() {
    tells(
        "incident_history.csv",
        b"incident_id,participant_id,occurred_on,severity\nI1,P1,2026-03-01,major\nI2,P1,2026-03-01,Major\nI3,P1,2026-03-01,\n",
        &[
            "IN-5 4 severity: severity is empty.",
            "IN-3 3 severity: severity is \u{201c}Major\u{201d}, which is none of the contract's major, minor, moderate.",
        ],
    );
}

#[test]
fn the_register_shows_classes_or_the_contracts_codes_for_them() {
    tells(
        "executive_register.csv",
        b"case_id,decision,recorded_at\nP1,active,2026-03-01T09:00\nP2,IN,2026-03-01T09:00\nP3,qualified,2026-03-01T09:00\n",
        &[
            "IN-3 4 decision: decision is \u{201c}qualified\u{201d}, which is none of the contract's IN, OUT, WAIT, active, pending, excluded.",
        ],
    );
}

#[test]
fn a_key_of_two_parts_is_repeated_only_where_both_are() {
    tells(
        "payer_attribution.csv",
        b"participant_id,attribution_date\nP1,2026-01-01\nP1,2026-02-01\nP2,2026-01-01\n P1 ,2026-01-01\nP1,2026-02-01\nP1,2026-03-01\n",
        &["IN-4 5 participant_id: P1/2026-01-01 stands on line 2 already", "IN-4 6 participant_id: P1/2026-02-01 stands on line 3 already"],
    );
    // Two spellings of one moment are one key.
    tells(
        "confirmations.csv",
        b"control_id,confirmed_by,confirmed_role,confirmed_at\nA1-L1,S1,r,2026-03-09T09:00\nA1-L1,S1,r,2026-03-09 13:00:00Z\n",
        &["IN-4 3 control_id: A1-L1/2026-03-09 13:00:00Z stands on line 2 already"],
    );
}

#[test]
fn ids_are_equal_where_unicode_says_so() {
    let text = "participant_id\nJose\u{301}\nJos\u{e9}\n";
    tells("local_nominations.csv", text.as_bytes(), &["IN-4 3 participant_id: Jos\u{e9} stands on line 2 already"]);
}

#[test]
fn a_table_that_is_given_twice_is_read_once_and_told() {
    let files = || {
        vec![
            File::new("b/local_nominations.csv", "participant_id\nP2\n"),
            File::new("2026 nominations.csv", "participant_id,nominated_by\nP1,x\n"),
        ]
    };
    let received = Received::read(files(), contract(), &mut |_| {});
    assert_eq!(told(&received).len(), 1);
    assert!(told(&received)[0].starts_with("IN-1 - -: local_nominations was given twice. local_nominations.csv was read and 2026 nominations.csv was left out"));
    let again = Received::read(files().into_iter().rev().collect(), contract(), &mut |_| {});
    assert_eq!(told(&received), told(&again), "the order in which files are given changes nothing");
}

#[test]
fn a_file_is_known_by_its_name_or_else_by_its_headers() {
    let recognized = |name: &str, head: &str| tieout::recognize(name, head.as_bytes());
    assert_eq!(recognized("in/Roster.CSV", "anything"), Some(Dataset::Roster));
    assert_eq!(
        recognized("march.csv", "participant_id,payer_attribution_date,qualifying_category,authorization_status,phone"),
        Some(Dataset::Roster)
    );
    assert_eq!(
        recognized("roster-previous.csv", "authorization_id,participant_id,status,start_date,end_date"),
        Some(Dataset::AuthorizationRegister)
    );
    assert_eq!(recognized("notes.txt", "Dear colleague,"), None);
    // A header that fits two tables equally well is neither.
    assert_eq!(recognized("x.csv", "participant_id,nominated_by,entered_at"), None);
}

#[test]
fn an_id_between_single_quotes_is_not_cut_at_one_end() {
    let received = read("local_nominations.csv", b"participant_id\n'P1'\n'P2'\n'P3'\n");
    assert_eq!(received.table(Dataset::LocalNominations).unwrap().row_at(None, 3).unwrap(), ["'P2'"]);
    assert_eq!(received.inputs()[0].notes, []);
}

#[test]
fn progress_ends_at_the_whole() {
    let rows: Vec<_> = (0..200_000).map(|i| format!("P{i}")).collect();
    let rows = rows.join("\n");
    let (mut last, mut calls) = ((0, 0, 1), 0);
    Received::read(
        vec![File::new("local_nominations.csv", format!("participant_id,nominated_by\n{rows}"))],
        contract(),
        &mut |progress| {
            assert!(progress.rows >= last.0 && progress.done_bytes >= last.1);
            last = (progress.rows, progress.done_bytes, progress.total_bytes);
            calls += 1;
        },
    );
    assert_eq!((last.0, last.1), (200_000, last.2));
    assert!(calls > 2, "a long read tells where it is");
}

#[test]
fn a_file_is_shown_from_its_first_row_numbered_as_a_spreadsheet_numbers_rows() {
    let text = "Made on Monday\n\nparticipant_id;status\nP1;A\n";
    let looked = tieout::intake::look(text.into(), tieout::mapping::Form::default(), 10).unwrap();
    let shown: Vec<_> = looked.top.iter().map(|(line, cells)| (*line, cells[0].as_str())).collect();
    assert_eq!(shown, [(1, "Made on Monday"), (2, ""), (3, "participant_id"), (4, "P1")]);
    assert_eq!((looked.header_line, looked.delimiter, looked.rows), (3, ';', vec![vec!["P1".into(), "A".into()]]));
}
