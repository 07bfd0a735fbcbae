//! A file as somebody is shown it before it is read: its header row and some rows, read as they will be.

use super::text::{self, Forced, Looked};
use super::{File, Refusal, recognize};
use crate::mapping::{FileMapping, Form, Mapping, Sample, synonyms};

/// Looks at a file as it will be read, and takes so many of its rows. Its first bytes will do, if they end with a
/// whole line.
///
/// # Errors
/// What is no table says why, in the words that a report uses.
pub fn sample(file: File, mapping: Option<&Mapping>, rows: usize) -> Result<Sample, String> {
    if let Some(refusal) = Refusal::of_start(&file.bytes) {
        return Err(refusal.to_string());
    }
    let said = recognize::known(&file, mapping).said.ok().flatten();
    let form = said.map_or(Form::AS_IT_LOOKS, |said: &FileMapping| said.form);
    let File { name, bytes, dataset, part, .. } = file;
    let Looked { headers, rows, .. } = text::look(bytes, &Forced::from(form), &synonyms::is_column, rows)?;
    Ok(Sample { file: name, part, dataset, headers, rows })
}
