//! Files on their way from one memory to another, as between two workers: they arrive as they left, or are refused.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::opened::{Given, Opened, Unread};
use super::{File, Input};
use crate::mapping::Mapping;
use crate::misuse::Misuse;
use crate::payer::Terms;
use crate::table::{Outline, Table};
use crate::value::Digest;

/// An opened file in pieces of plain bytes, which a door can hand over without looking into them: what is small of it, the
/// text of its table, and where the cells lie in the text. What they say is between one release and itself.
#[derive(Debug)]
pub struct HandedOver(pub [Vec<u8>; 3]);

#[derive(Debug, Serialize, Deserialize)]
struct Head {
    release: String,
    mapping: Option<Digest>,
    input: Input,
    contents: Result<Outline, Unread>,
}

const RELEASE: &str = env!("CARGO_PKG_VERSION");

impl Opened {
    /// Takes it apart. The mapping by which it was opened goes with it.
    #[must_use]
    pub fn hand_over(self, mapping: Option<&Mapping>) -> HandedOver {
        let Self { input, contents } = self;
        let (contents, text, bounds) = match contents.map(Table::into_pieces) {
            Ok((outline, text, bounds)) => (Ok(outline), text, bounds),
            Err(unread) => (Err(unread), String::new(), Vec::new()),
        };
        let (release, mapping) = (RELEASE.to_owned(), mapping.map(Mapping::digest));
        let bounds = bounds.iter().flat_map(|bound| bound.to_le_bytes()).collect();
        HandedOver([written(&Head { release, mapping, input, contents }), text.into_bytes(), bounds])
    }
}

impl HandedOver {
    /// Puts it together again, for a run by this mapping.
    ///
    /// # Errors
    /// What was opened by another mapping or another release would not be read as the run's other files are.
    pub fn take_over(self, mapping: Option<&Mapping>) -> Result<Given, Misuse> {
        let Self([head, text, bounds]) = self;
        let head = read(&head)
            .ok_or_else(|| Misuse::new("An opened file is not as it was given. Open it again.".to_owned()))?;
        let Head { release, mapping: opened_by, input, contents } = head;
        let refused = |why: &str| Misuse::new(format!("“{}” {why} Open it again.", input.file));
        if release != RELEASE {
            return Err(refused("was opened by another release of Tieout."));
        }
        if opened_by != mapping.map(Mapping::digest) {
            return Err(refused("was opened by another mapping than that of this run."));
        }
        let contents = match contents {
            Ok(outline) => Ok(table(outline, text, &bounds).ok_or_else(|| refused("did not arrive whole."))?),
            Err(unread) => Err(unread),
        };
        Ok(Given::Opened(Box::new(Opened { input, contents })))
    }
}

fn table(outline: Outline, text: Vec<u8>, bounds: &[u8]) -> Option<Table> {
    let (bounds, []) = bounds.as_chunks() else { return None };
    let bounds = bounds.iter().map(|&bound| u32::from_le_bytes(bound)).collect();
    Table::from_pieces(outline, String::from_utf8(text).ok()?, bounds)
}

impl File {
    /// Takes it apart: what is small of it, and its bytes.
    #[must_use]
    pub fn hand_over(mut self) -> [Vec<u8>; 2] {
        let bytes = std::mem::take(&mut self.bytes);
        [written(&self), bytes]
    }

    /// Puts it together again; none where the pieces are not of one release with this.
    #[must_use]
    pub fn take_over([head, bytes]: [Vec<u8>; 2]) -> Option<Self> {
        Some(Self { bytes, ..read(&head)? })
    }
}

impl Terms {
    /// Plain bytes, for whoever reads payers' formats elsewhere.
    #[must_use]
    pub fn hand_over(&self) -> Vec<u8> {
        written(self)
    }

    /// What those bytes say; none where they are not of one release with this.
    #[must_use]
    pub fn take_over(bytes: &[u8]) -> Option<Self> {
        read(bytes)
    }
}

fn written(value: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).expect("what is held in memory can be written into memory")
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}
