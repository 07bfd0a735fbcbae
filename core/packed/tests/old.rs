//! The formats beside .xlsx: Excel's of before 2007, and that of `OpenDocument`. They are made here, record by record.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use tieout_packed::{Limits, Member, open, open_with};
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

fn begin(kind: u16) -> Vec<u8> {
    record(0x0809, &[0x0600, kind, 0, 0, 0, 0, 0, 0].map(u16::to_le_bytes).concat())
}

fn row(row: u16, is_hidden: bool) -> Vec<u8> {
    record(0x0208, &[&row.to_le_bytes()[..], &[0; 10], &[u8::from(is_hidden) << 5, 1, 15, 0]].concat())
}

fn merged(areas: &[[u16; 4]]) -> Vec<u8> {
    let numbers = [areas.len() as u16].into_iter().chain(areas.concat());
    record(0x00E5, &numbers.flat_map(u16::to_le_bytes).collect::<Vec<_>>())
}

/// The workbook stream of an .xls with one sheet.
fn stream(is_1904: bool, cells: &[Vec<u8>]) -> Vec<u8> {
    sheets(is_1904, &[("roster", cells.concat())])
}

fn sheets(is_1904: bool, sheets: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let style = |format: u16| record(0x00E0, &[&[0, 0], &format.to_le_bytes()[..], &[0; 16]].concat());
    let before = [begin(5), record(0x0022, &u16::from(is_1904).to_le_bytes()), style(0), style(14)].concat();
    let listed = |name: &str, at: usize| {
        record(0x0085, &[&(at as u32).to_le_bytes()[..], &[0, 0, name.len() as u8, 0], name.as_bytes()].concat())
    };
    let end = record(0x000A, &[]);
    let mut at = before.len() + sheets.iter().map(|(name, _)| listed(name, 0).len()).sum::<usize>() + end.len();
    let (mut list, mut bodies) = (Vec::new(), Vec::new());
    for (name, cells) in sheets {
        let body = [begin(16), cells.clone(), end.clone()].concat();
        list.extend(listed(name, at));
        at += body.len();
        bodies.extend(body);
    }
    [before, list, end, bodies].concat()
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
    let corners = [number(0, 0, 0, 1.0), number(65_535, 254, 0, 1.0)].concat();
    let says = refusal("corners.xls", &xls(&sheets(false, &vec![("corner", corners); 100])));
    assert!(says.contains("spans more than 20 million cells"), "{says}");
    let stated = record(0x0200, &[&[0; 4][..], &u32::MAX.to_le_bytes(), &[0, 0, 0, 1, 0, 0]].concat());
    assert!(refusal("stated.xls", &xls(&stream(false, &[stated]))).contains("spans more than"));
    let upside_down = record(0x0200, &[&[9; 4][..], &[1, 0, 0, 0], &[0, 0, 1, 0, 0, 0]].concat());
    assert!(refusal("upside.xls", &xls(&stream(false, &[upside_down]))).contains("do not fit together"));
}

#[test]
fn an_old_workbook_whose_records_are_shorter_than_they_say_is_refused() {
    let whole = merged(&[[0, 0, 0, 2]]);
    let torn = [&whole[..4], &9_u16.to_le_bytes(), &whole[6..]].concat();
    assert!(refusal("torn.xls", &xls(&stream(false, &[label(0, 0, "id"), torn]))).contains("do not fit together"));
    let sound = stream(false, &[label(0, 0, "id")]);
    for (kind, size) in [(0x0017, 1), (0x0018, 9), (0x0022, 0), (0x002F, 1), (0x0042, 0), (0x0085, 5)] {
        let torn = [record(kind, &vec![0; size]), sound.clone()].concat();
        assert!(refusal("torn.xls", &xls(&torn)).contains("do not fit together"), "{kind:x}");
    }
}

#[test]
fn what_an_old_workbook_hides_and_merges_is_told_of_the_sheet_that_does() {
    let chart = [begin(32), number(60_000, 200, 0, 1.0), row(7, true), record(0x000A, &[])].concat();
    let second = [
        row(0, false),
        row(2, true),
        row(3, true),
        label(0, 0, "id"),
        label(3, 0, "P1"),
        chart,
        merged(&[[0, 0, 0, 2], [3, 4, 1, 1]]),
    ];
    let bytes = xls(&sheets(false, &[("first", label(0, 0, "x")), ("second", second.concat())]));
    let mut heard = Vec::new();
    let members = open_with("old.xls", &bytes, &Limits::NATIVE, &mut |told| heard.push(told.share)).unwrap();
    assert_eq!(members[0].notes, []);
    let told: Vec<_> = members[1].notes.iter().map(|note| (note.cells, note.line, note.message.as_str())).collect();
    let [(2, Some(3), hidden), (2, Some(1), merged)] = told[..] else { panic!("{told:?}") };
    assert!(hidden.starts_with("Rows are hidden") && merged.starts_with("Cells are merged"), "{told:?}");
    assert_eq!(heard, [Some(0.0), Some(0.0)], "how many rows there are is known before the first is read");
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
    let table = "<table:table-row><table:table-cell office:value-type=\"string\" table:number-columns-spanned=\"2\" \
        table:number-rows-spanned=\"1\"><text:p>Title</text:p></table:table-cell><table:covered-table-cell/></table:table-row>\
        <table:table-row><table:table-cell office:value-type=\"string\" table:number-columns-spanned=\"1\" \
        table:number-rows-spanned=\"1\"><text:p>id</text:p></table:table-cell></table:table-row>";
    let member = only("merged.ods", &ods(table));
    assert_eq!(text(&member), "Title\nid\n");
    let [note] = &member.notes[..] else { panic!("{:?}", member.notes) };
    assert!(note.message.starts_with("Cells are merged") && (note.cells, note.line) == (1, Some(1)), "{note:?}");
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
    fn a_mutilated_old_workbook_never_panics(
        at in any::<prop::sample::Index>(),
        to in prop_oneof![any::<[u8; 2]>(), (0..24_u8).prop_map(|low| [low, 0])],
        cut in 0..3_usize,
    ) {
        let cells = [
            row(1, true), label(1, 1, "id"), number(2, 1, 0, 1.0), number(2, 2, 1, 46_090.0), record(0x0200, &[1; 14]),
            merged(&[[1, 1, 1, 2]]),
        ];
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
