//! What a sheet's XML says besides its cells, told by its tags alone while its size is measured: hidden rows and merged cells.

use memchr::{memchr, memmem, memrchr};

use super::layout::Layout;
use crate::Note;

/// No tag is longer; what is, is text.
const TAG_BYTES: usize = 1 << 16;

/// What was seen so far.
#[derive(Debug, Default)]
pub(super) struct Scan {
    unread: Vec<u8>,
    rows: u64,
    layout: Layout,
    defines_entities: bool,
    impossible_place: Option<String>,
}

impl Scan {
    /// Takes the next bytes of the part.
    pub(super) fn feed(&mut self, chunk: &[u8]) {
        self.unread.extend_from_slice(chunk);
        if let Some(end) = memrchr(b'>', &self.unread) {
            let rest = self.unread.split_off(end + 1);
            let whole = std::mem::replace(&mut self.unread, rest);
            self.look(&whole);
        } else if self.unread.len() > TAG_BYTES {
            self.unread.clear();
        }
    }

    /// Whether it defines words of its own, as no spreadsheet does and as a file that explodes when read would.
    pub(super) const fn defines_entities(&self) -> bool {
        self.defines_entities
    }

    /// A cell's name that names no cell, however large the sheet.
    pub(super) fn impossible_place(&self) -> Option<&str> {
        self.impossible_place.as_deref()
    }

    /// How many rows the sheet lists.
    pub(super) const fn rows(&self) -> u64 {
        self.rows
    }

    /// What there is to know of a sheet.
    pub(super) fn notes(&self) -> Vec<Note> {
        self.layout.notes()
    }

    fn look(&mut self, xml: &[u8]) {
        self.rows += memmem::find_iter(xml, b"<row ").count() as u64;
        for at in memmem::find_iter(xml, b" hidden=\"") {
            let Some(tag) = tag_around(xml, at) else { continue };
            let is_hidden = matches!(attribute(tag, b" hidden=\""), Some(b"1" | b"true"));
            if is_hidden && local_name(tag) == b"row" {
                self.layout.hide(attribute(tag, b" r=\"").and_then(number), 1);
            }
        }
        for at in memmem::find_iter(xml, b"mergeCell ref=\"") {
            let reference = tag_around(xml, at).and_then(|tag| attribute(tag, b" ref=\""));
            let first = reference.and_then(|reference| reference.split(|&byte| byte == b':').next());
            let row = first.map(<[u8]>::trim_ascii_start).map(|cell| {
                let letters = cell.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
                &cell[letters..]
            });
            self.layout.merge(row.and_then(number));
        }
        self.check_places(xml);
        self.defines_entities |= memmem::find(xml, b"<!DOCTYPE").is_some();
    }
}

impl Scan {
    /// Looks for names that name no cell, and for a sheet that ends before it begins.
    fn check_places(&mut self, xml: &[u8]) {
        let opening = b" r=\"";
        for at in memmem::find_iter(xml, opening) {
            let value = value_at(xml, at + opening.len());
            if !is_place(value) && tag_around(xml, at + 1).is_some() {
                self.impossible(value);
            }
        }
        let opening = b"dimension ref=\"";
        for at in memmem::find_iter(xml, opening) {
            let value = value_at(xml, at + opening.len());
            let corners: Option<Vec<_>> = value.split(|&byte| byte == b':').map(corner).collect();
            let is_sound = match corners.as_deref() {
                Some([_]) => true,
                Some([first, last]) => first.0 <= last.0 && first.1 <= last.1,
                _ => false,
            };
            if !is_sound && tag_around(xml, at).is_some() {
                self.impossible(value);
            }
        }
    }

    fn impossible(&mut self, place: &[u8]) {
        self.impossible_place = Some(String::from_utf8_lossy(&place[..place.len().min(20)]).into_owned());
    }
}

/// An attribute's value that begins here.
fn value_at(xml: &[u8], start: usize) -> &[u8] {
    let rest = &xml[start..];
    &rest[..memchr(b'"', rest).unwrap_or(rest.len())]
}

/// The column and the row of a cell's name, both from one on.
fn corner(name: &[u8]) -> Option<(u32, u32)> {
    let letters = name.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    // What is no name of a column would not fit into its number either.
    if !(1..=3).contains(&letters) {
        return None;
    }
    let column = name[..letters]
        .iter()
        .fold(0, |column, letter| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row = number(&name[letters..]).filter(|&row| row > 0)?;
    Some((column, row))
}

/// Whether it can be a cell's name, or a row's: up to three letters, up to seven digits.
fn is_place(name: &[u8]) -> bool {
    let letters = name.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    letters <= 3 && name.len() - letters <= 7
}

/// The tag that a place lies in, from its `<` on.
fn tag_around(xml: &[u8], at: usize) -> Option<&[u8]> {
    let start = memrchr(b'<', &xml[..at])?;
    let tag = &xml[start + 1..start + 1 + memchr(b'>', &xml[start + 1..])?];
    (start + 1 + tag.len() > at).then_some(tag)
}

fn attribute<'x>(tag: &'x [u8], opening: &[u8]) -> Option<&'x [u8]> {
    let value = &tag[memmem::find(tag, opening)? + opening.len()..];
    Some(&value[..memchr(b'"', value)?])
}

fn local_name(tag: &[u8]) -> &[u8] {
    let name = tag.split(u8::is_ascii_whitespace).next().unwrap_or_default();
    name.rsplit(|&byte| byte == b':').next().unwrap_or_default()
}

fn number(digits: &[u8]) -> Option<u32> {
    str::from_utf8(digits).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_named_by_a_column_that_there_can_be() {
        assert_eq!(corner(b"A1"), Some((1, 1)));
        assert_eq!(corner(b"XFD1048576"), Some((16_384, 1_048_576)));
        for name in [&b"1"[..], b"A", b"A0", b"AAAAAAAAAAAA1"] {
            assert_eq!(corner(name), None);
        }
    }
}
