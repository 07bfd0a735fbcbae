//! One cell that is written: a day or a number where that reads back as the same text, else the text. Never a formula.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, XlsxError};

use super::Form;

/// Digits that a number keeps in a spreadsheet.
const DIGITS: usize = 15;
/// Decimals for which there is a format.
const DECIMALS: usize = 10;

/// The formats of cells, made once.
pub(super) struct Cells {
    day: Format,
    /// By how many decimals are written.
    numbers: Vec<Format>,
    /// For text that would run as a formula, were it typed anew.
    harmless: Format,
}

impl Default for Cells {
    fn default() -> Self {
        let zeros = |places: usize| if places == 0 { "0".to_owned() } else { format!("0.{}", "0".repeat(places)) };
        Self {
            day: Format::new().set_num_format("yyyy-mm-dd"),
            numbers: (0..=DECIMALS).map(|places| Format::new().set_num_format(zeros(places))).collect(),
            harmless: Format::new().set_quote_prefix(),
        }
    }
}

impl Cells {
    pub(super) fn write(
        &self,
        workbook: &mut Workbook,
        sheet: usize,
        (row, column): (u32, u16),
        text: &str,
        form: Form,
    ) -> Result<(), XlsxError> {
        let sheet = workbook.worksheet_from_index(sheet)?;
        if text.is_empty() {
            return Ok(());
        }
        if let Some(day) = day(text).filter(|_| form == Form::Date) {
            sheet.write_datetime_with_format(row, column, &day, &self.day)?;
        } else if let Some((number, places)) = number(text).filter(|_| form == Form::Number) {
            sheet.write_number_with_format(row, column, number, &self.numbers[places])?;
        } else if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
            sheet.write_string_with_format(row, column, text, &self.harmless)?;
        } else {
            sheet.write_string(row, column, text)?;
        }
        Ok(())
    }
}

/// A day that every spreadsheet counts alike; before March 1900 they do not.
fn day(text: &str) -> Option<ExcelDateTime> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else { return None };
    let digits = [y1, y2, y3, y4, m1, m2, d1, d2];
    if !digits.iter().all(u8::is_ascii_digit) || text < "1900-03-01" {
        return None;
    }
    let [year, month, day] = [text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?];
    ExcelDateTime::from_ymd(year, month as u8, day as u8).ok()
}

/// A number that is written as it would be read back, with its decimals.
fn number(text: &str) -> Option<(f64, usize)> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) =
        unsigned.split_once('.').map_or((unsigned, None), |(whole, decimals)| (whole, Some(decimals)));
    let places = decimals.map_or(0, str::len);
    let is_plain = whole.bytes().chain(decimals.unwrap_or_default().bytes()).all(|byte| byte.is_ascii_digit());
    let is_short = whole.len() + places <= DIGITS && places <= DECIMALS;
    let has_whole = whole == "0" || (!whole.is_empty() && !whole.starts_with('0'));
    if !is_plain || !is_short || !has_whole || (decimals.is_some() && places == 0) {
        return None;
    }
    let number: f64 = text.parse().ok()?;
    (number != 0.0 || !text.starts_with('-')).then_some((number, places))
}
