//! What is written is read back as it was, is the same bytes each time, and runs as nothing.

use proptest::prelude::*;
use tieout_packed::{Book, Column, Form, Limits, open};

const FORMS: [Form; 3] = [Form::Text, Form::Date, Form::Number];

fn column(name: &str, form: Form) -> Column {
    Column { name: name.to_owned(), form, ..Column::default() }
}

fn written(rows: &[[String; 3]]) -> Vec<u8> {
    let columns = [column("text", FORMS[0]), column("day", FORMS[1]), column("number", FORMS[2])];
    let mut book = Book::default();
    book.table("table", &columns, rows.iter().map(|row| row.iter().map(String::as_str))).unwrap();
    book.finish().unwrap()
}

/// The text of the only sheet, without its header.
fn read(bytes: &[u8]) -> String {
    let [member] = open("book.xlsx", bytes, &Limits::NATIVE).unwrap().try_into().unwrap();
    assert!(member.notes.is_empty(), "{:?}", member.notes);
    String::from_utf8(member.bytes).unwrap().split_once('\n').unwrap().1.to_owned()
}

fn csv(rows: &[[String; 3]]) -> String {
    let quoted = |cell: &String| {
        if cell.contains([',', '"', '\r', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
    };
    let line = |row: &[String; 3]| {
        row.iter().map(quoted).collect::<Vec<_>>().join(",").trim_end_matches(',').to_owned() + "\n"
    };
    let text: String = rows.iter().map(line).collect();
    // Rows at the end in which nothing stands are no part of a sheet.
    let end = text.trim_end_matches('\n').len();
    if end == 0 { String::new() } else { format!("{}\n", &text[..end]) }
}

#[test]
fn what_would_run_as_a_formula_is_text_and_a_negative_number_is_a_number() {
    let cells = ["=1+1", "+1", "-x", "@SUM(A1)", "\tx", "-12.5"];
    let rows = cells.map(|cell| [cell.to_owned(), String::new(), cell.to_owned()]);
    let bytes = written(&rows);
    assert_eq!(read(&bytes), csv(&rows));
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    let sheet = std::io::read_to_string(zip.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap();
    assert!(!sheet.contains("<f>") && sheet.contains("<v>-12.5</v>"), "{sheet}");
    assert!(std::io::read_to_string(zip.by_name("xl/styles.xml").unwrap()).unwrap().contains("quotePrefix=\"1\""));
}

#[test]
fn a_form_can_be_filled_in_and_is_the_same_bytes_each_time() {
    let make = || {
        let choices = vec!["active".to_owned(), "pending".to_owned()];
        let columns = [
            Column { required: true, hint: "The payer's id.".to_owned(), ..column("participant_id", Form::Text) },
            Column { choices, ..column("status", Form::Text) },
            column("start_date", Form::Date),
            column("paid", Form::Number),
        ];
        let mut book = Book::default();
        book.page("Read me", &["Templates", "Fill in the sheets."]).unwrap();
        book.form("authorization_register", &columns).unwrap();
        book.finish().unwrap()
    };
    let bytes = make();
    assert!(bytes == make(), "the clock is in it");
    let members = open("templates.xlsx", &bytes, &Limits::NATIVE).unwrap();
    assert_eq!(members[1].bytes, b"participant_id,status,start_date,paid\n");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    let sheet = std::io::read_to_string(zip.by_name("xl/worksheets/sheet2.xml").unwrap()).unwrap();
    assert!(sheet.contains("\"active,pending\"") && sheet.contains("The payer's id."), "{sheet}");
}

#[test]
fn what_no_sheet_can_hold_is_refused() {
    let mut book = Book::default();
    let long = "x".repeat(32_768);
    let says = book.table("notes", &[column("note", Form::Text)], [[long.as_str()]]).unwrap_err().to_string();
    assert!(says.contains("“notes” does not fit into a sheet of Excel") && says.contains("Write it as CSV"), "{says}");
    assert!(book.page("a name that is longer than any sheet can have", &[]).is_err());
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~é\n\t]{0,12}",
        "-?[0-9]{1,17}",
        "-?[0-9]{1,9}[.][0-9]{1,11}",
        (1899..2100_u16, 1..13_u8, 1..32_u8).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")),
        Just(String::new()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every cell comes back, in whichever column it stands.
    #[test]
    fn a_table_reads_back_as_it_was_written(rows in prop::collection::vec([cell(), cell(), cell()], 1..6)) {
        prop_assert_eq!(read(&written(&rows)), csv(&rows));
    }

    /// A workbook that was harmed is read or refused.
    #[test]
    fn a_harmed_workbook_never_panics(at in any::<prop::sample::Index>(), to in any::<[u8; 3]>(), cut in any::<bool>()) {
        let mut bytes = written(&[["P1".to_owned(), "2026-03-09".to_owned(), "12.50".to_owned()]]);
        let at = at.index(bytes.len() - 3);
        bytes[at..at + 3].copy_from_slice(&to);
        bytes.truncate(if cut { at } else { bytes.len() });
        let _ = open("book.xlsx", &bytes, &Limits::BROWSER);
    }
}
