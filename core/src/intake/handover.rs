//! An opened file on its way from one memory to another, as between two workers: it arrives as it left, or is refused.

use serde::{Deserialize, Serialize};

use super::Input;
use super::opened::{Given, Opened, Unread};
use crate::mapping::Mapping;
use crate::misuse::Misuse;
use crate::table::{Outline, Table};
use crate::value::Digest;

/// An opened file in pieces. The large ones are plain bytes and numbers, which a door can hand over without a copy.
#[derive(Debug)]
pub struct HandedOver {
    /// What is small of it.
    pub head: Head,
    /// The text of its table.
    pub text: String,
    /// Where the cells lie in the text.
    pub bounds: Vec<u32>,
}

/// What is small of an opened file. Its fields are between one release and itself: nobody else reads them.
#[derive(Debug, Serialize, Deserialize)]
pub struct Head {
    release: String,
    mapping: Option<Digest>,
    input: Input,
    contents: Result<Outline, Unread>,
}

impl Head {
    /// The name of the file.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.input.file
    }
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
        HandedOver { head: Head { release, mapping, input, contents }, text, bounds }
    }
}

impl HandedOver {
    /// Puts it together again, for a run by this mapping.
    ///
    /// # Errors
    /// What was opened by another mapping or another release would not be read as the run's other files are.
    pub fn take_over(self, mapping: Option<&Mapping>) -> Result<Given, Misuse> {
        let Self { head: Head { release, mapping: opened_by, input, contents }, text, bounds } = self;
        let refused = |why: &str| Misuse::new(format!("“{}” {why} Open it again.", input.file));
        if release != RELEASE {
            return Err(refused("was opened by another release of Tieout."));
        }
        if opened_by != mapping.map(Mapping::digest) {
            return Err(refused("was opened by another mapping than that of this run."));
        }
        let contents = contents.map(|outline| Table::from_pieces(outline, text, bounds));
        let contents = match contents {
            Ok(table) => Ok(table.ok_or_else(|| refused("did not arrive whole."))?),
            Err(unread) => Err(unread),
        };
        Ok(Given::Opened(Box::new(Opened { input, contents })))
    }
}
