//! Workbooks as people keep them: a title above the header, gaps, dates, ids that became numbers, hidden rows, merged cells.

use std::io::Write as _;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError};
use tieout_packed::{Limits, Member, NoteKind, open, open_with};

/// The bytes of a workbook that is made so.
fn workbook(make: impl FnOnce(&mut Workbook) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut book = Workbook::new();
    make(&mut book).unwrap();
    book.save_to_buffer().unwrap()
}

/// The only sheet of a workbook that is made so.
fn sheet(make: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Member {
    let bytes = workbook(|book| make(book.add_worksheet()));
    let [member] = open("book.xlsx", &bytes, &Limits::BROWSER).unwrap().try_into().unwrap();
    member
}

fn text(member: &Member) -> &str {
    str::from_utf8(&member.bytes).unwrap()
}

#[test]
fn a_record_of_the_text_is_a_row_of_the_sheet() {
    let member = sheet(|sheet| {
        sheet.write(1, 1, "Roster, March")?;
        sheet.write(3, 1, "participant_id")?.write(3, 2, "note")?;
        sheet.write(4, 1, "P1")?;
        sheet.write(6, 2, "said \"no\"\nthen left")?;
        Ok(())
    });
    assert_eq!(
        text(&member),
        "\n,\"Roster, March\"\n\n,participant_id,note\n,P1\n\n,,\"said \"\"no\"\"\nthen left\"\n"
    );
    assert!(member.notes.is_empty(), "{:?}", member.notes);
}

#[test]
fn dates_are_days_and_a_column_of_times_keeps_its_midnights() {
    let day = Format::new().set_num_format("m/d/yyyy");
    let time = Format::new().set_num_format("m/d/yy h:mm");
    let member = sheet(|sheet| {
        for (row, clock) in [(9, 30, 0), (17, 10, 5), (0, 0, 0)].into_iter().enumerate() {
            let row = row as u32;
            let date = ExcelDateTime::from_ymd(2026, 3, 9 + row as u8)?;
            sheet.write_with_format(row, 0, &date, &day)?;
            sheet.write_with_format(row, 1, &date.and_hms(clock.0, clock.1, clock.2)?, &time)?;
        }
        sheet.write_with_format(3, 0, &ExcelDateTime::from_ymd(9999, 12, 31)?, &day)?;
        sheet.write_with_format(4, 0, -1, &day)?;
        sheet.write_with_format(5, 0, 0.5, &time)?;
        sheet.write_with_format(6, 0, 1.5, &Format::new().set_num_format("[h]:mm:ss"))?;
        Ok(())
    });
    assert_eq!(
        text(&member),
        "2026-03-09,2026-03-09T09:30:00\n2026-03-10,2026-03-10T17:10:05\n2026-03-11,2026-03-11T00:00:00\n9999-12-31\n-1\n12:00:00\n36:00:00\n"
    );
}

#[test]
fn numbers_are_written_in_full_and_long_ones_are_doubted() {
    let member = sheet(|sheet| {
        sheet.write(0, 0, "id")?.write(0, 1, "rate")?.write(0, 2, "zip")?.write(0, 3, "paid")?;
        sheet.write(1, 0, 1_437_702_123_u32)?;
        sheet.write(2, 0, 1_234_567_890_123_456_f64)?;
        sheet.write_with_format(1, 1, 0.075, &Format::new().set_num_format("0.0%"))?;
        sheet.write_with_format(1, 2, 2134, &Format::new().set_num_format("00000"))?;
        sheet.write_with_format(1, 3, 1234.5, &Format::new().set_num_format("$#,##0.00"))?;
        Ok(())
    });
    assert_eq!(text(&member), "id,rate,zip,paid\n1437702123,7.5%,02134,1234.50\n1234567890123456\n");
    let [note] = &member.notes[..] else { panic!("{:?}", member.notes) };
    assert_eq!((note.kind, note.cells, note.line), (NoteKind::Doubted, 1, Some(3)));
    assert!(note.message.contains("Column A"), "{}", note.message);
}

#[test]
fn what_a_formula_gave_is_read_and_truths_and_errors_as_they_are_shown() {
    let member = sheet(|sheet| {
        sheet.write(0, 0, Formula::new("A2&\"x\"").set_result("P7x"))?;
        sheet.write(0, 1, Formula::new("NA()").set_result("#N/A"))?;
        sheet.write(0, 2, true)?.write(0, 3, "")?.write(0, 4, "=1+1")?;
        sheet.write_rich_string(1, 0, &[(&Format::new().set_bold(), "bold"), (&Format::default(), " and plain")])?;
        Ok(())
    });
    assert_eq!(text(&member), "P7x,#N/A,TRUE,,=1+1\nbold and plain\n");
}

#[test]
fn hidden_rows_and_sheets_are_read_and_told_and_empty_sheets_are_left_out_and_told() {
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet().set_name("roster")?;
        sheet.merge_range(0, 0, 0, 2, "Title", &Format::new())?;
        for row in 1..5 {
            sheet.write(row, 0, row)?;
        }
        sheet.set_row_hidden(2)?.set_row_hidden(4)?;
        sheet.set_column_hidden(1)?;
        book.add_worksheet().set_name("Sheet2")?;
        book.add_worksheet().set_name("P&L <old>")?.set_hidden(true).write(0, 0, "x")?;
        Ok(())
    });
    let members = open("book.xlsx", &bytes, &Limits::NATIVE).unwrap();
    let names: Vec<_> = members.iter().map(|member| member.name.as_str()).collect();
    assert_eq!(names, ["roster", "P&L <old>"]);
    assert_eq!(text(&members[0]), "Title\n1\n2\n3\n4\n");
    let told = |member: &Member| {
        member.notes.iter().map(|note| (note.cells, note.line, note.message.clone())).collect::<Vec<_>>()
    };
    let [hidden, merged, empty] = &told(&members[0])[..] else { panic!("{:?}", members[0].notes) };
    assert_eq!((hidden.0, hidden.1), (2, Some(3)));
    assert_eq!((merged.0, merged.1), (1, Some(1)));
    assert_eq!(empty.2, "Left out, since they are empty: Sheet2.");
    assert_eq!(told(&members[1])[0].2, "The sheet is hidden; it was read all the same.");
}

#[test]
fn a_workbook_without_a_filled_cell_is_refused() {
    let bytes = workbook(|book| book.add_worksheet().set_name("a").map(|_| ()));
    let refusal = open("empty.xlsx", &bytes, &Limits::NATIVE).unwrap_err().to_string();
    assert_eq!(
        refusal,
        "“empty.xlsx” has no sheet with a filled cell. Save the workbook with its values, and give it again."
    );
}

#[test]
fn whoever_listens_hears_the_sheet_and_its_rows_to_the_end() {
    let bytes = workbook(|book| {
        for (name, rows) in [("first", 5_000), ("second", 7_000)] {
            let sheet = book.add_worksheet().set_name(name)?;
            (0..rows).try_for_each(|row| sheet.write(row, 0, "P1").map(drop))?;
        }
        Ok(())
    });
    let mut heard = Vec::new();
    let mut hear = |told: tieout_packed::Progress<'_>| heard.push((told.part.to_owned(), told.rows, told.share));
    let members = open_with("book.xlsx", &bytes, &Limits::BROWSER, &mut hear).unwrap();
    assert_eq!(members, open("book.xlsx", &bytes, &Limits::BROWSER).unwrap());
    assert!(heard.is_sorted_by_key(|(_, rows, _)| *rows));
    assert!(heard.iter().all(|&(_, rows, share)| share == Some(f64::from(rows) / 12_000.0)));
    assert_eq!(heard.first().unwrap().0, "first");
    let (part, rows, _) = heard.last().unwrap();
    assert!(part == "second" && (9_000..=12_000).contains(rows), "{part}: {rows}");
}

#[test]
fn of_an_archive_it_is_told_how_much_is_done_whatever_lies_in_it() {
    let book = workbook(|book| {
        let sheet = book.add_worksheet();
        (0..5_000).try_for_each(|row| sheet.write(row, 0, "P1").map(drop))
    });
    let text = vec![b'x'; book.len()];
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in [("a.csv", &text), ("b.xlsx", &book), ("c.csv", &text), ("d.csv", &text)] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    let mut heard = Vec::new();
    let mut hear = |told: tieout_packed::Progress<'_>| heard.push((told.part.to_owned(), told.share.unwrap()));
    open_with("delivery.zip", &bytes, &Limits::BROWSER, &mut hear).unwrap();
    assert!(heard.is_sorted_by(|(_, before), (_, after)| before <= after), "{heard:?}");
    let first = |part: &str| format!("{:.2}", heard.iter().find(|(told, _)| told == part).unwrap().1);
    assert_eq!(["a.csv", "b.xlsx", "c.csv", "d.csv"].map(first), ["0.00", "0.25", "0.50", "0.75"]);
    let inside: Vec<_> = heard.iter().filter(|(part, _)| part == "Sheet1").collect();
    assert!(inside.len() > 2 && inside.iter().all(|(_, share)| (0.25..0.5).contains(share)), "{inside:?}");
}
