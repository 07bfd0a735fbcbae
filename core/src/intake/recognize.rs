//! Which table a file is: by what somebody said, its name or its headers; never by guessing between two.

use super::text::{self, Forced};
use super::{File, Given};
use crate::dataset::Dataset;
use crate::mapping::{FileMapping, Form, Mapping, Tie, best, recognize as told, synonyms};

/// How much of a file is looked at to find its header row.
const HEAD_BYTES: usize = 1 << 16;

/// The table that a file is, from its name and its first bytes.
///
/// A stem that is a table's name settles it. Otherwise the file is the table whose required
/// columns it all has and of which it has the most columns; a tie is nobody's.
#[must_use]
pub fn recognize(name: &str, head: &[u8]) -> Option<Dataset> {
    by_stem(name).or_else(|| told::by_headers(&headers(head, Form::AS_IT_LOOKS)?))
}

/// The only part of a file may bear the file's name, where neither its own name nor its headers tell what it is.
pub(super) fn name_only_parts(given: &mut [Given]) {
    let mut files: Vec<&mut File> = given.iter_mut().filter_map(Given::unopened).collect();
    let parts: Vec<_> = files.iter().filter(|file| file.part.is_some()).map(|file| file.name.clone()).collect();
    for file in files.iter_mut().filter(|file| file.dataset.is_none()) {
        let Some(part) = &file.part else { continue };
        if parts.iter().filter(|name| **name == file.name).count() == 1 {
            let head = &file.bytes[..file.bytes.len().min(HEAD_BYTES)];
            file.dataset = recognize(part, head).or_else(|| by_stem(&file.name));
        }
    }
}

pub(super) fn by_stem(name: &str) -> Option<Dataset> {
    told::by_name(name)
}

/// What is known about a file before it is read.
pub(super) struct Known<'m> {
    pub(super) dataset: Option<Dataset>,
    /// What a mapping says about it, or why that cannot be told.
    pub(super) said: Result<Option<&'m FileMapping>, Tie>,
}

/// Which table a file is, and what a mapping says about it.
pub(super) fn known<'m>(file: &File, mapping: Option<&'m Mapping>) -> Known<'m> {
    let head = &file.bytes[..file.bytes.len().min(HEAD_BYTES)];
    let told = file.dataset.or_else(|| recognize(file.part.as_ref().unwrap_or(&file.name), head));
    let Some(mapping) = mapping else { return Known { dataset: told, said: Ok(None) } };
    let said = said(file, head, mapping, told);
    let dataset = match &said {
        Ok(Some(said)) => Some(said.dataset),
        Ok(None) => told,
        Err(tie) => told.or(tie.dataset),
    };
    Known { dataset, said }
}

/// The part of a mapping that is meant for a file, each tried as it says that the file is to be read.
fn said<'m>(
    file: &File,
    head: &[u8],
    mapping: &'m Mapping,
    told: Option<Dataset>,
) -> Result<Option<&'m FileMapping>, Tie> {
    let as_it_looks = headers(head, Form::AS_IT_LOOKS);
    let fit = |(nth, said): (usize, &FileMapping)| {
        let other = if said.form == Form::AS_IT_LOOKS { None } else { headers(head, said.form) };
        let headers = if said.form == Form::AS_IT_LOOKS { as_it_looks.as_ref() } else { other.as_ref() };
        // What somebody says about this one file goes before what a mapping says about its sort.
        let is_told = file.dataset.is_none_or(|told| told == said.dataset);
        Some((nth, said.fits(headers?, file.part.as_deref(), told).filter(|_| is_told)?))
    };
    best(mapping, &mapping.files().iter().enumerate().filter_map(fit).collect::<Vec<_>>())
}

fn headers(head: &[u8], form: Form) -> Option<Vec<String>> {
    text::header_of_head(head, &Forced::from(form), &synonyms::is_column)
}
