//! What people said about files like these: a mapping file, remembered in this browser or given. It holds headers and
//! what was chosen for them, never a row.

use leptos::prelude::*;

use super::theme::storage;
use crate::protocol::MappingSource;

/// The mapping, as signals. A copy is the same memory.
#[derive(Debug, Clone, Copy)]
pub(super) struct Memory {
    /// Where the mapping comes from.
    pub(super) source: RwSignal<Option<MappingSource>>,
    /// The mapping file that a run of these files is read with.
    pub(super) for_run: RwSignal<Option<String>>,
    /// A mapping file that cannot be used, and every fault in it.
    pub(super) faults: RwSignal<Option<(String, String)>>,
}

const KEY: &str = "tieout-mapping";

impl Memory {
    /// What this browser remembers.
    #[must_use]
    pub(super) fn new() -> Self {
        Self { source: RwSignal::new(remembered()), for_run: RwSignal::new(None), faults: RwSignal::new(None) }
    }

    /// Whether the mapping was given as a file.
    pub(super) fn is_file(self) -> bool {
        self.source.with(|source| matches!(source, Some(MappingSource::File(..))))
    }

    /// Remembers a mapping. Where the browser keeps nothing, it is known until the page is closed.
    pub(super) fn keep(self, text: String) {
        if let Some(storage) = storage() {
            let _ = storage.set_item(KEY, &text);
        }
        self.source.set(Some(MappingSource::Remembered(text)));
    }

    /// Reads by a mapping file that was given.
    pub(super) fn take(self, name: String, text: String) {
        self.source.set(Some(MappingSource::File(name, text)));
    }

    /// Goes back from a mapping file to what is remembered.
    pub(super) fn put_back(self) {
        self.source.set(remembered());
    }

    /// Forgets everything.
    pub(super) fn forget(self) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(KEY);
        }
        self.source.set(None);
    }
}

fn remembered() -> Option<MappingSource> {
    storage()?.get_item(KEY).ok().flatten().map(MappingSource::Remembered)
}
