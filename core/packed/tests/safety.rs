//! Files that were made to do harm, or were harmed: each is bounded or refused, with a sentence that helps.

use std::io::{Cursor, Write};
use std::sync::LazyLock;

use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use tieout_packed::{Limits, open};
use zip::write::{SimpleFileOptions, ZipWriter};

fn archive<'a>(members: impl IntoIterator<Item = (&'a str, Vec<u8>)>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn refusal(name: &str, bytes: &[u8], limits: &Limits) -> String {
    open(name, bytes, limits).expect_err(name).to_string()
}

/// An .xlsx of one sheet, of which only the XML of its rows is given.
fn sheet_of(rows: &str) -> Vec<u8> {
    let part = |text: &str| format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>{text}").into_bytes();
    let office = "http://schemas.openxmlformats.org";
    archive([
        ("[Content_Types].xml", part("<Types/>")),
        (
            "_rels/.rels",
            part(&format!(
                "<Relationships><Relationship Id=\"r1\" Type=\"{office}/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            )),
        ),
        (
            "xl/workbook.xml",
            part("<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            part(&format!(
                "<Relationships><Relationship Id=\"r1\" Type=\"{office}/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            )),
        ),
        ("xl/worksheets/sheet1.xml", part(&format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"))),
    ])
}

#[test]
fn a_bomb_is_refused_by_what_it_unpacks_to() {
    let small = Limits { bytes: 1 << 20, ..Limits::BROWSER };
    let bomb = archive([("roster.csv", vec![b'0'; 3 << 20])]);
    assert!(bomb.len() < 10_000, "{}", bomb.len());
    let says = refusal("delivery.zip", &bomb, &small);
    assert!(says.starts_with("“delivery.zip: roster.csv” unpacks to more than is safe"), "{says}");
    // What unpacks to hundreds of times its own size is no bomb as long as it is little.
    assert_eq!(open("delivery.zip", &bomb, &Limits::BROWSER).unwrap()[0].bytes.len(), 3 << 20);

    // The directory may lie about the size: both places where it stands are set to one byte.
    let mut liar = bomb;
    for at in size_fields(&liar) {
        liar[at..at + 4].copy_from_slice(&1_u32.to_le_bytes());
    }
    let says = refusal("delivery.zip", &liar, &small);
    assert!(says.contains("unpacks to more than is safe") || says.contains("is damaged"), "{says}");
}

/// Where the unpacked size of the only member stands: in its local header and in the directory.
fn size_fields(zip: &[u8]) -> Vec<usize> {
    let size = (3_u32 << 20).to_le_bytes();
    let found: Vec<_> = (0..zip.len() - 4).filter(|&at| zip[at..at + 4] == size).collect();
    assert!(!found.is_empty());
    found
}

#[test]
fn too_many_members_and_archives_in_archives_are_refused() {
    let names: Vec<_> = (0..10_001).map(|i| format!("{i}.csv")).collect();
    let many = archive(names.iter().map(|name| (name.as_str(), Vec::new())));
    assert!(refusal("many.zip", &many, &Limits::NATIVE).contains("more than 10000 files"));

    let inner = archive([("a.csv", b"x".to_vec())]);
    let middle = archive([("inner.zip", inner.clone())]);
    let [member] = open("middle.zip", &middle, &Limits::NATIVE).unwrap().try_into().unwrap();
    assert_eq!((member.name.as_str(), &member.bytes[..]), ("inner.zip/a.csv", &b"x"[..]));
    let outer = archive([("middle.zip", middle)]);
    let says = refusal("outer.zip", &outer, &Limits::NATIVE);
    assert!(says.starts_with("“outer.zip: middle.zip: inner.zip” is an archive in an archive"), "{says}");
}

#[test]
fn a_delivery_is_an_archive_whatever_it_is_called() {
    let zip = archive([("P.A1234.ACO.ZC8Y26.D260115.T0100000", b"record".to_vec()), ("__MACOSX/._x", b"y".to_vec())]);
    let [member] = open("P.A1234.ACO.ZCY26.D260115.T0100000", &zip, &Limits::NATIVE).unwrap().try_into().unwrap();
    assert_eq!(member.bytes, b"record");
    assert!(tieout_packed::is_packed(&zip) && !tieout_packed::is_packed(b"participant_id"));
}

#[test]
fn a_sheet_of_a_million_empty_columns_is_bounded() {
    // Cells that are there and say nothing take no room.
    let cells = "<c/>".repeat(1_000_000);
    let member = &open(
        "wide.xlsx",
        &sheet_of(&format!("<row>{cells}</row><row r=\"2\"><c t=\"str\"><v>x</v></c></row>")),
        &Limits::BROWSER,
    )
    .unwrap()[0];
    assert_eq!(member.bytes, b"\nx\n");
    // One that says something beyond the last column that is read is named.
    let says = refusal("wide.xlsx", &sheet_of("<row><c r=\"XFD1\"><v>1</v></c></row>"), &Limits::BROWSER);
    assert!(says.contains("a filled cell at XFD1, beyond the 2000 columns"), "{says}");
    // Rows that each begin far to the right are as many cells as they span.
    let rows = "<row><c r=\"BXW1\"><v>1</v></c></row>";
    let rows: String = (1..=1000).map(|row| rows.replace("BXW1", &format!("BXW{row}"))).collect();
    let few = Limits { cells: 1_000_000, ..Limits::BROWSER };
    assert!(refusal("sparse.xlsx", &sheet_of(&rows), &few).contains("more than 1 million cells"));
}

#[test]
fn a_place_that_no_sheet_has_is_refused() {
    for place in ["A1048577", "A4294967295", "A99999999999", "ZZZZZZZZZZ1", "é1", "A"] {
        let says =
            refusal("place.xlsx", &sheet_of(&format!("<row><c r=\"{place}\"><v>1</v></c></row>")), &Limits::BROWSER);
        assert!(says.contains("is damaged") || says.contains("beyond the"), "{place}: {says}");
    }
    let says = refusal(
        "order.xlsx",
        &sheet_of("<row><c r=\"A2\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>"),
        &Limits::BROWSER,
    );
    assert!(says.contains("row 1 is out of order"), "{says}");
}

#[test]
fn entities_are_never_expanded() {
    let laughs = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>";
    let laughing = with_part("xl/sharedStrings.xml", |_| laughs.as_bytes().to_vec());
    let says = refusal("laughs.xlsx", &laughing, &Limits::BROWSER);
    assert!(says.contains("defines XML entities in xl/sharedStrings.xml"), "{says}");
}

#[test]
fn a_file_that_was_cut_short_or_locked_is_refused() {
    let whole = sheet_of("<row><c r=\"A1\"><v>1</v></c></row>");
    open("whole.xlsx", &whole, &Limits::BROWSER).unwrap();
    for length in (0..whole.len()).step_by(37) {
        let says = refusal("cut.xlsx", &whole[..length], &Limits::BROWSER);
        assert!(says.contains("Download or copy it again") || length < 4, "{says}");
    }
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/EncryptedPackage").unwrap().write_all(b"secret").unwrap();
    let locked = file.into_inner().into_inner();
    assert!(refusal("locked.xlsx", &locked, &Limits::BROWSER).contains("is protected by a password"));
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/WordDocument").unwrap().write_all(b"Dear colleague").unwrap();
    let letter = file.into_inner().into_inner();
    assert!(refusal("letter.doc", &letter, &Limits::BROWSER).contains("another document of Office"));
}

/// A workbook of every kind of cell.
static SOUND: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("m/d/yyyy");
    sheet.write(0, 0, "id").unwrap().write(1, 0, 12.5).unwrap().write(1, 1, true).unwrap();
    sheet.write_with_format(2, 0, ExcelDateTime::from_ymd(2026, 3, 9).unwrap(), &day).unwrap();
    sheet.set_row_hidden(1).unwrap().merge_range(3, 0, 3, 2, "merged", &day).unwrap();
    book.save_to_buffer().unwrap()
});

/// That workbook, one part of which was made another.
fn with_part(name: &str, change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut sound = zip::ZipArchive::new(Cursor::new(&SOUND[..])).unwrap();
    let bytes = change(std::io::Read::bytes(sound.by_name(name).unwrap()).map(Result::unwrap).collect());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..sound.len() {
        let entry = sound.by_index_raw(index).unwrap();
        if entry.name().unwrap() == name {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(&bytes).unwrap();
        } else {
            zip.raw_copy_file(entry).unwrap();
        }
    }
    zip.finish().unwrap().into_inner()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a part of a workbook says, it is read or refused.
    #[test]
    fn a_workbook_whose_parts_were_changed_never_panics(
        part in prop::sample::select(vec![
            "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
        ]),
        at in any::<prop::sample::Index>(),
        put in prop_oneof!["[0-9]{1,12}", "[A-Z]{1,12}", "[<>/\"= &;a-z]{0,3}"],
        gone in 0..8_usize,
    ) {
        let changed = with_part(part, |mut bytes| {
            let at = at.index(bytes.len());
            bytes.splice(at..(at + gone).min(bytes.len()), put.bytes());
            bytes
        });
        let _ = open("changed.xlsx", &changed, &Limits::BROWSER);
    }
}
