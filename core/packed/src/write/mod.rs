//! Workbooks that are made: tables with their cells typed, and empty tables to be filled in. The same tables give the same
//! bytes, and what is written reads back as it was.

mod cell;

use rust_xlsxwriter::{
    DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatBorder, Formula, Workbook,
    Worksheet, XlsxError,
};

use crate::Refusal;
use cell::Cells;

/// The last row that a sheet can have.
const LAST_ROW: u32 = 1_048_575;
/// What Excel shows of a hint, and how long a list may be that a cell is chosen from.
const HINT_CHARS: usize = 255;

/// A column of a table that is written.
#[derive(Debug, Clone, Default)]
pub struct Column {
    /// Its header.
    pub name: String,
    /// What its cells are.
    pub form: Form,
    /// Whether each row must have it.
    pub required: bool,
    /// What it holds, for who fills it in.
    pub hint: String,
    /// The values that it may have, where they are few.
    pub choices: Vec<String>,
}

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// Text, which is left as it is: also an id of digits, a month, and a time with its offset.
    #[default]
    Text,
    /// A day, `YYYY-MM-DD`.
    Date,
    /// A plain number, with as many decimals as are written.
    Number,
}

/// A workbook that is being made.
pub struct Book {
    workbook: Workbook,
    cells: Cells,
}

impl std::fmt::Debug for Book {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Book").finish_non_exhaustive()
    }
}

impl Default for Book {
    fn default() -> Self {
        let mut workbook = Workbook::new();
        // Always the same day: a workbook is named by its contents, not by when it was made.
        if let Ok(day) = ExcelDateTime::from_ymd(2000, 1, 1) {
            workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
        }
        Self { workbook, cells: Cells::default() }
    }
}

impl Book {
    /// Adds a table with its rows. A cell that is not what its column is, stays the text that it is.
    ///
    /// # Errors
    /// What does not fit into a sheet, as a row beyond the millionth, is refused.
    pub fn table<'c, R, C>(&mut self, name: &str, columns: &[Column], rows: R) -> Result<(), Refusal>
    where
        R: IntoIterator<Item = C>,
        C: IntoIterator<Item = &'c str>,
    {
        let sheet = self.sheet(name, columns).map_err(|error| unwritable(name, &error))?;
        let mut last = 0;
        for (row, cells) in (1..).zip(rows) {
            last = row;
            for ((place, cell), column) in (0..).zip(cells).zip(columns) {
                self.cells
                    .write(&mut self.workbook, sheet, (row, place), cell, column.form)
                    .map_err(|error| unwritable(name, &error))?;
            }
        }
        let filter =
            |sheet: &mut Worksheet| sheet.autofilter(0, 0, last, columns.len().saturating_sub(1) as u16).map(|_| ());
        self.workbook.worksheet_from_index(sheet).and_then(filter).map_err(|error| unwritable(name, &error))
    }

    /// Adds an empty table to be filled in: what a column holds is said where it is entered, and checked.
    ///
    /// # Errors
    /// As [`Self::table`].
    pub fn form(&mut self, name: &str, columns: &[Column]) -> Result<(), Refusal> {
        let place = self.sheet(name, columns).map_err(|error| unwritable(name, &error))?;
        let guide =
            |sheet: &mut Worksheet| (0..).zip(columns).try_for_each(|(place, column)| guide(sheet, place, column));
        self.workbook.worksheet_from_index(place).and_then(guide).map_err(|error| unwritable(name, &error))
    }

    /// Adds a page of text: a heading, then a paragraph a row.
    ///
    /// # Errors
    /// As [`Self::table`].
    pub fn page(&mut self, name: &str, paragraphs: &[&str]) -> Result<(), Refusal> {
        let written = self.workbook.add_worksheet().set_name(name).and_then(|sheet| {
            sheet.set_column_width(0, 100)?;
            for (row, paragraph) in (0..).zip(paragraphs) {
                let format =
                    if row == 0 { Format::new().set_bold().set_font_size(14) } else { Format::new().set_text_wrap() };
                sheet.write_string_with_format(row, 0, *paragraph, &format)?;
            }
            Ok(())
        });
        written.map_err(|error| unwritable(name, &error))
    }

    /// The workbook's bytes.
    ///
    /// # Errors
    /// A workbook that is too large for its format is refused.
    pub fn finish(mut self) -> Result<Vec<u8>, Refusal> {
        self.workbook.save_to_buffer().map_err(|error| unwritable("workbook", &error))
    }

    /// A sheet with its header row, which stays in view.
    fn sheet(&mut self, name: &str, columns: &[Column]) -> Result<usize, XlsxError> {
        let place = self.workbook.worksheets().len();
        let sheet = self.workbook.add_worksheet().set_name(name)?;
        sheet.set_freeze_panes(1, 0)?;
        for (place, column) in (0..).zip(columns) {
            let shade = if column.required { 0x00D9_E8F6 } else { 0x00F0_F0F0 };
            let header = Format::new().set_bold().set_background_color(shade).set_border_bottom(FormatBorder::Thin);
            sheet.write_string_with_format(0, place, &column.name, &header)?;
            sheet.set_column_width(place, (column.name.len() + 4).max(12) as u32)?;
        }
        Ok(place)
    }
}

/// Says what a column holds where it is entered, keeps what is typed as it is typed, and offers its values.
fn guide(sheet: &mut Worksheet, place: u16, column: &Column) -> Result<(), XlsxError> {
    let format = match column.form {
        Form::Text => "@",
        Form::Date => "yyyy-mm-dd",
        Form::Number => "General",
    };
    sheet.set_column_format(place, &Format::new().set_num_format(format))?;
    let hint: String = column.hint.chars().take(HINT_CHARS).collect();
    let title: String = column.name.chars().take(32).collect();
    let offered = column.choices.iter().map(|choice| choice.len() + 1).sum::<usize>();
    let rule = match column.form {
        _ if offered > 0 && offered <= HINT_CHARS => DataValidation::new().allow_list_strings(&column.choices)?,
        Form::Date => DataValidation::new()
            .allow_date(DataValidationRule::GreaterThan(ExcelDateTime::from_ymd(1900, 3, 1)?))
            .set_error_message("Enter a day, as 2026-03-09.")?,
        Form::Number => DataValidation::new()
            .allow_decimal_number_formula(DataValidationRule::GreaterThan(Formula::new("-1E+15")))
            .set_error_message("Enter a plain number, as 1234.50.")?,
        Form::Text => DataValidation::new(),
    };
    sheet.add_data_validation(1, place, LAST_ROW, place, &rule.set_input_title(title)?.set_input_message(hint)?)?;
    Ok(())
}

fn unwritable(name: &str, error: &XlsxError) -> Refusal {
    Refusal::new(name, format_args!("does not fit into a sheet of Excel ({error}). Write it as CSV."))
}
