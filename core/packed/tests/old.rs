//! The formats beside .xlsx: Excel's of before 2007, and that of `OpenDocument`. They are made here, record by record.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use tieout_packed::{Limits, Member, open};
use zip::write::{SimpleFileOptions, ZipWriter};

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()
}

fn cell(row: u16, column: u16, format: u16) -> Vec<u8> {
    [row, column, format].into_iter().flat_map(u16::to_le_bytes).collect()
}

fn label(row: u16, column: u16, text: &str) -> Vec<u8> {
    record(0x0204, &[&cell(row, column, 0)[..], &(text.len() as u16).to_le_bytes(), &[0], text.as_bytes()].concat())
}

fn number(row: u16, column: u16, format: u16, number: f64) -> Vec<u8> {
    record(0x0203, &[&cell(row, column, format)[..], &number.to_le_bytes()].concat())
}

/// The workbook stream of an .xls with one sheet.
fn stream(is_1904: bool, cells: &[Vec<u8>]) -> Vec<u8> {
    let begin = |kind: u16| record(0x0809, &[0x0600, kind, 0, 0, 0, 0, 0, 0].map(u16::to_le_bytes).concat());
    let style = |format: u16| record(0x00E0, &[&[0, 0], &format.to_le_bytes()[..], &[0; 16]].concat());
    let before = [begin(5), record(0x0022, &u16::from(is_1904).to_le_bytes()), style(0), style(14)].concat();
    let sheet = |at: u32| record(0x0085, &[&at.to_le_bytes()[..], &[0, 0, 6, 0], b"roster"].concat());
    let at = before.len() + sheet(0).len() + 4;
    [before, sheet(at as u32), record(0x000A, &[]), begin(16), cells.concat(), record(0x000A, &[])].concat()
}

fn xls(stream: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook").unwrap().write_all(stream).unwrap();
    file.into_inner().into_inner()
}

fn ods(table: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet><table:table table:name=\"roster\">{table}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"m\"/>"),
        ("content.xml", &content),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn only(name: &str, bytes: &[u8]) -> Member {
    let [member] = open(name, bytes, &Limits::NATIVE).unwrap().try_into().unwrap();
    member
}

fn text(member: &Member) -> &str {
    str::from_utf8(&member.bytes).unwrap()
}

fn refusal(name: &str, bytes: &[u8]) -> String {
    open(name, bytes, &Limits::NATIVE).expect_err(name).to_string()
}

#[test]
fn an_old_workbook_is_read_with_its_dates_in_either_count() {
    let cells = [label(1, 1, "id"), label(1, 2, "day"), number(2, 1, 0, 1_437_702_123.0), number(2, 2, 1, 46_090.0)];
    let member = only("old.xls", &xls(&stream(false, &cells)));
    assert_eq!((member.name.as_str(), text(&member)), ("roster", "\n,id,day\n,1437702123,2026-03-09\n"));
    let member = only("mac.xls", &xls(&stream(true, &[number(0, 0, 1, 44_628.0)])));
    assert_eq!(text(&member), "2026-03-09\n");
}

#[test]
fn an_old_workbook_that_spans_more_than_it_holds_is_refused() {
    // Two cells in opposite corners, for which the reader would hold all between them, in a hundred sheets.
    let corners = [number(0, 0, 0, 1.0), number(65_535, 254, 0, 1.0), record(0x000A, &[])].concat();
    let says = refusal("corners.xls", &xls(&stream(false, &vec![corners; 100])));
    assert!(says.contains("spans more than 20 million cells"), "{says}");
    let stated = record(0x0200, &[&[0; 4][..], &u32::MAX.to_le_bytes(), &[0, 0, 0, 1, 0, 0]].concat());
    assert!(refusal("stated.xls", &xls(&stream(false, &[stated]))).contains("spans more than"));
    let upside_down = record(0x0200, &[&[9; 4][..], &[1, 0, 0, 0], &[0, 0, 1, 0, 0, 0]].concat());
    assert!(refusal("upside.xls", &xls(&stream(false, &[upside_down]))).contains("do not fit together"));
}

#[test]
fn an_open_document_is_read_with_what_it_repeats() {
    let table = "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>\
        <table:table-row table:visibility=\"filter\"><table:table-cell/>\
        <table:table-cell office:value-type=\"string\"><text:p>P1</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"float\" office:value=\"12.5\" table:number-columns-repeated=\"2\"/>\
        <table:table-cell office:value-type=\"date\" office:date-value=\"2026-03-09\"/>\
        <table:table-cell office:value-type=\"date\" office:date-value=\"2026-03-09T00:00:00\"/>\
        <table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>\
        <table:table-cell office:value-type=\"time\" office:time-value=\"PT09H30M00S\"/></table:table-row>";
    let member = only("book.ods", &ods(table));
    assert_eq!(text(&member), "\n\n,P1,12.5,12.5,2026-03-09,2026-03-09,TRUE,9:30:00\n");
    assert_eq!((member.notes[0].cells, member.notes[0].line), (1, Some(3)));
}

#[test]
fn an_open_document_that_repeats_a_row_a_million_times_is_refused() {
    let wide =
        "<table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"16384\"/>";
    let table = format!("<table:table-row table:number-rows-repeated=\"1048576\">{wide}</table:table-row>");
    assert!(refusal("repeats.ods", &ods(&table)).contains("spans more than"));
    let empty = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    assert!(refusal("empty.ods", &ods(empty)).contains("no sheet with a filled cell"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is done to the records of an old workbook, it is read or refused.
    #[test]
    fn a_mutilated_old_workbook_never_panics(at in any::<prop::sample::Index>(), to in any::<[u8; 2]>(), cut in 0..3_usize) {
        let cells = [label(1, 1, "id"), number(2, 1, 0, 1.0), number(2, 2, 1, 46_090.0), record(0x0200, &[1; 14])];
        let mut records = stream(false, &cells);
        let at = at.index(records.len() - 2);
        records[at..at + 2].copy_from_slice(&to);
        records.truncate(if cut == 0 { at } else { records.len() });
        let _ = open("old.xls", &xls(&records), &Limits::BROWSER);
    }

    #[test]
    fn a_mutilated_compound_file_never_panics(at in any::<prop::sample::Index>(), to in any::<[u8; 4]>()) {
        let mut file = xls(&stream(false, &[label(0, 0, "id")]));
        let at = at.index(file.len() - 4);
        file[at..at + 4].copy_from_slice(&to);
        let _ = open("old.xls", &file, &Limits::BROWSER);
    }
}
