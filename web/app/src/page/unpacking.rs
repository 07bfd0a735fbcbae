//! Workbooks and archives on the desk: each gives its place to its parts, one after the other; and those that are made here.

use js_sys::Array;
use leptos::prelude::*;

use super::desk::Desk;
use super::given::Told;
use super::keep;
use super::sheets::{Answer, Taken};
use crate::protocol::{Part, Request, Unseen};

impl Desk {
    /// Opens the first file that waits for it, unless one is being opened.
    pub(super) fn unpack_next(self) {
        let waiting = self.files.with_untracked(|files| {
            let mut waiting = files.iter().filter_map(|given| match given.told {
                Told::Packed(digest, _) => Some((given.id, given.file.clone(), digest)),
                _ => None,
            });
            waiting.next()
        });
        if let Some((id, file, digest)) = waiting.filter(|_| !self.sheets.is_opening()) {
            self.sheets.open(id, &file, move |answer| self.unpacked(id, digest, answer));
        }
    }

    /// Ends the opening of a file and puts it aside. A check that waited for it is not begun without it.
    pub(super) fn stop_unpacking(self, id: u32) {
        self.goes_on.set_value(false);
        self.put_aside(&[id]);
        self.unpack_next();
    }

    fn unpacked(self, id: u32, digest: [u8; 32], answer: Answer) {
        match answer {
            Answer::Progress(opening) => {
                return self.with_file(id, |given| given.told = Told::Packed(digest, opening));
            }
            Answer::Parts(parts) if !parts.is_empty() && self.file(id).is_some() => {
                let part = |Taken { part: name, file, notes }| self.place(file, Some(Part { name, digest, notes }));
                let given = parts.into_iter().map(part).collect();
                self.put_aside(&[id]);
                self.ask(&Request::Look(given));
            }
            Answer::Why(why) => self.not_unpacked(id, why),
            Answer::Parts(_) | Answer::Book(_) => {
                self.not_unpacked(id, "There is nothing in it that could be a table.".to_owned());
            }
        }
        self.unpack_next();
        self.go_on();
    }

    /// Has a workbook made, and offers it.
    pub(super) fn write_book(self, name: String, sheets: &Array) {
        self.sheets.write(sheets, move |answer| match answer {
            Answer::Book(blob) => keep::offer(&name, &blob),
            Answer::Why(why) => self.not_kept.set(Some(why)),
            Answer::Progress(_) | Answer::Parts(_) => {}
        });
    }

    /// What cannot be opened is given to the run as it is, whose report says that it was not read.
    fn not_unpacked(self, id: u32, why: String) {
        self.with_file(id, |given| {
            let dataset = given.by_hand.clone();
            given.told = Told::Unseen(Unseen { why, dataset, is_gone: false });
        });
    }
}
