//! The cases that are workbooks and archives, made here so that what stands in them can be read and changed: never by hand.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use tieout::Dataset;
use tieout::dataset::Kind;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::case::{Case, files};

/// Set to write the workbooks anew, before the reports.
const BLESS: &str = "TIEOUT_BLESS";

#[test]
fn the_workbooks_are_what_is_made_here() {
    let made = [
        ("workbook-pilot", "Pilot, week 11.xlsx", pilot()),
        ("workbook-archive", "P.A1234.D260309", archive()),
        ("workbook-numbers", "payer_attribution.xlsx", numbers("payer_attribution")),
        ("workbook-numbers", "roster.xlsx", numbers("roster")),
    ];
    for (case, name, bytes) in made {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/intake").join(case).join(name);
        if std::env::var_os(BLESS).is_some() {
            fs::write(&path, &bytes).unwrap();
        }
        assert!(fs::read(&path).unwrap() == bytes, "{} is not what is made here; set {BLESS}=1", path.display());
    }
}

/// The clean pilot's tables in one workbook, as an office would keep them: a title, a gap, real dates, hidden rows, notes.
fn pilot() -> Vec<u8> {
    workbook(|book| {
        for (name, rows) in tables() {
            let sheet = book.add_worksheet().set_name(&name)?;
            sheet.merge_range(0, 1, 0, 3, "Exported on Monday, 9 March", &Format::new().set_bold())?;
            sheet.set_row_hidden(4)?;
            write(sheet, &name, &rows, (2, 1))?;
        }
        book.add_worksheet().set_name("Sheet9")?;
        book.add_worksheet().set_name("Notes")?.set_hidden(true).write(
            0,
            0,
            "Ask Ana before you change the roster.",
        )?;
        Ok(())
    })
}

/// The same tables in an archive that does not say that it is one; the payer's is a workbook in it.
fn archive() -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, bytes: &[u8]| {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    };
    for file in files(&Case::named("A1/clean").folder) {
        if file.name == "payer_attribution.csv" {
            let (_, rows) = tables().into_iter().find(|(name, _)| name == "payer_attribution").unwrap();
            let book = workbook(|book| write(book.add_worksheet(), "payer_attribution", &rows, (0, 0)));
            add("from the payer/Extract.xlsx", &book);
        } else {
            add(&format!("ours/{}", file.name), &file.bytes);
        }
    }
    zip.finish().unwrap().into_inner()
}

/// Ids that a spreadsheet took for numbers, one of them longer than it can keep, and one with its zeros only shown.
fn numbers(table: &str) -> Vec<u8> {
    workbook(|book| {
        let sheet = book.add_worksheet();
        let headers = Dataset::named(table).unwrap().definition().columns.iter();
        let headers = headers.filter(|column| column.required || matches!(column.name, "product" | "birth_date"));
        for (place, column) in (0..).zip(headers) {
            sheet.write(0, place, column.name)?;
            for (row, id) in (1..).zip([1_437_702_123.0, 9_007_199_254_740_991.0, 4_711.0]) {
                match column.name {
                    "participant_id" => {
                        sheet.write_with_format(row, place, id, &Format::new().set_num_format("00000000"))?
                    }
                    "attribution_date" | "payer_attribution_date" => {
                        sheet.write_with_format(row, place, 46_054, &day())?
                    }
                    "qualifying_category" => sheet.write(row, place, "chronic")?,
                    "birth_date" => sheet.write_with_format(row, place, 29_221, &day())?,
                    "product" => sheet.write(row, place, "medicaid")?,
                    _ => sheet.write(row, place, "active")?,
                };
            }
        }
        Ok(())
    })
}

/// A table from a corner on, each day as a spreadsheet keeps it.
fn write(sheet: &mut Worksheet, table: &str, rows: &[Vec<String>], (top, left): (u32, u16)) -> Result<(), XlsxError> {
    let columns = Dataset::named(table).unwrap().definition().columns;
    for (row, cells) in (top..).zip(rows) {
        for ((place, cell), header) in (left..).zip(cells).zip(&rows[0]) {
            let is_day = columns.iter().any(|column| column.name == header && column.kind == Kind::Date);
            match ExcelDateTime::parse_from_str(cell).ok().filter(|_| is_day && row > top && !cell.is_empty()) {
                Some(date) => sheet.write_with_format(row, place, &date, &day())?,
                None => sheet.write(row, place, cell)?,
            };
        }
    }
    Ok(())
}

fn day() -> Format {
    Format::new().set_num_format("m/d/yyyy")
}

/// A workbook that was made on the day of the cases.
fn workbook(make: impl FnOnce(&mut Workbook) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut book = Workbook::new();
    let day = ExcelDateTime::from_ymd(2026, 3, 9).unwrap();
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    make(&mut book).unwrap();
    book.save_to_buffer().unwrap()
}

/// The tables of the clean pilot, by name, as the rows of their CSV.
fn tables() -> Vec<(String, Vec<Vec<String>>)> {
    let rows = |bytes: &[u8]| {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    };
    let clean = files(&Case::named("A1/clean").folder);
    clean.iter().map(|file| (file.name.trim_end_matches(".csv").to_owned(), rows(&file.bytes))).collect()
}
