//! A ZIP's directory, walked before anything is unpacked. Nothing comes out of it that the budget has not paid for.

use std::io::{Cursor, Read};

use zip::CompressionMethod;
use zip::read::ZipArchive;

use crate::Refusal;
use crate::limits::Budget;

const CHUNK_BYTES: usize = 1 << 16;

/// A ZIP whose directory is sound and within the limits.
pub(crate) struct Directory<'b> {
    what: String,
    zip: ZipArchive<Cursor<&'b [u8]>>,
    pub(crate) entries: Vec<Entry>,
}

/// One file of a ZIP; folders are none.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) name: String,
    index: usize,
    /// How large the directory says it is.
    pub(crate) size: u64,
}

/// Whether bytes begin as a ZIP does.
pub(crate) fn is_zip(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")
}

impl<'b> Directory<'b> {
    /// Reads the directory: how many entries, how large, in which packing.
    pub(crate) fn open(what: &str, bytes: &'b [u8], budget: &Budget<'_>) -> Result<Self, Refusal> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| Refusal::damaged(what, error))?;
        let limit = budget.limits.entries;
        if zip.len() > limit {
            let says = format!("holds more than {limit} files, so it was not opened. Give the ones that are tables.");
            return Err(Refusal::new(what, says));
        }
        let mut entries = Vec::with_capacity(zip.len());
        for index in 0..zip.len() {
            let entry = zip.by_index_data(index).map_err(|error| Refusal::damaged(what, error))?;
            if entry.is_dir() || entry.is_symlink() {
                continue;
            }
            let name = entry.name().map_err(|error| Refusal::damaged(what, error))?.replace('\\', "/");
            if entry.encrypted() {
                return Err(Refusal::locked(what));
            }
            if !matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
                let says = format!("holds {name}, packed in a way that few programs read. Pack it as an ordinary ZIP.");
                return Err(Refusal::new(what, says));
            }
            entries.push(Entry { name, index, size: entry.size() });
        }
        Ok(Self { what: what.to_owned(), zip, entries })
    }

    /// The entry of this name, in whatever case it is written.
    pub(crate) fn find(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// An entry's bytes.
    pub(crate) fn read(&mut self, entry: &Entry, budget: &mut Budget<'_>) -> Result<Vec<u8>, Refusal> {
        let mut bytes = Vec::new();
        self.visit(entry, budget, |chunk| bytes.extend_from_slice(chunk))?;
        Ok(bytes)
    }

    /// Unpacks an entry a chunk at a time, whatever size the directory states for it.
    pub(crate) fn visit(
        &mut self,
        entry: &Entry,
        budget: &mut Budget<'_>,
        mut each: impl FnMut(&[u8]),
    ) -> Result<(), Refusal> {
        let place = format!("{}: {}", self.what, entry.name);
        if entry.size > budget.unpacked() {
            return budget.unpack(&place, entry.size);
        }
        let damaged = |error: &dyn std::fmt::Display| Refusal::damaged(&place, error);
        let mut file = self.zip.by_index(entry.index).map_err(|error| damaged(&error))?;
        let mut chunk = vec![0; CHUNK_BYTES];
        loop {
            let read = file.read(&mut chunk).map_err(|error| damaged(&error))?;
            if read == 0 {
                return Ok(());
            }
            budget.unpack(&place, read as u64)?;
            each(&chunk[..read]);
        }
    }
}
