//! A file as somebody is shown it before it is read: its header row and some rows, read as they will be.

use super::text::{self, Forced, Looked};
use super::{File, Refusal, recognize};
use crate::mapping::{FileMapping, Form, Mapping, Sample, Tie, synonyms};

/// Looks at a file as it will be read, and takes so many of its rows. Its first bytes will do, if they end with a
/// whole line.
///
/// # Errors
/// What is no table says why, in the words that a report uses.
pub fn sample(file: File, mapping: Option<&Mapping>, rows: usize) -> Result<Sample, String> {
    let form = mapping.and_then(|mapping| meant(&file, mapping).ok().flatten()).map(|said| said.form);
    let File { name, bytes, dataset, part, .. } = file;
    let Looked { headers, rows, .. } = look(bytes, form.unwrap_or_default(), rows)?;
    Ok(Sample { file: name, part, dataset, format: None, headers, rows })
}

/// Looks at a file as it is read in a form, and shows so many of its rows. Its first bytes will do, if they end with a
/// whole line.
///
/// # Errors
/// What is no table says why, in the words that a report uses.
pub fn look(bytes: Vec<u8>, form: Form, rows: usize) -> Result<Looked, String> {
    match Refusal::of_start(&bytes) {
        Some(refusal) => Err(refusal.to_string()),
        None => text::look(bytes, &Forced::from(form), &synonyms::is_column, rows),
    }
}

/// The part of a mapping by which a file is read, told from its first bytes.
///
/// # Errors
/// Where two are meant alike, neither is used.
pub fn meant<'m>(file: &File, mapping: &'m Mapping) -> Result<Option<&'m FileMapping>, Tie> {
    recognize::known(file, Some(mapping)).said
}
