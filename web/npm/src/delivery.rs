//! Files that arrive piece by piece, each piece straight into the place where the core reads it. It looks into none of them.

use js_sys::{Array, JsString, Promise, Uint8Array};
use tieout::intake::Room;
use tieout::{Contract, File, Given, HandedOver, Mapping};
use wasm_bindgen::prelude::*;

use crate::listener::CheckOptions;
use crate::payers::{self, crossed, crossing};
use crate::pilot::Pilot;
use crate::refusal::Refusal;
use crate::{Options, given};

#[wasm_bindgen]
extern "C" {
    /// The platform's own SHA-256, many times as fast as any that could be brought along; an insecure page has none.
    #[wasm_bindgen(catch, js_namespace = ["crypto", "subtle"])]
    fn digest(algorithm: &str, bytes: &[u8]) -> Result<Promise, JsValue>;
}

/// The files of a run as they arrive. The package's worker fills it; it is no part of the published types.
#[wasm_bindgen(skip_typescript)]
#[derive(Debug)]
pub struct Delivery {
    contract: Option<Contract>,
    mapping: Option<Mapping>,
    files: Vec<Given>,
    room: Room,
}

#[wasm_bindgen]
impl Delivery {
    /// A delivery of no file yet, perhaps with a mapping. Files that are only opened need no contract; where an instant is
    /// known already it is judged at once.
    #[wasm_bindgen(constructor)]
    pub fn new(contract: &JsValue, mapping: &JsValue, as_of: &JsValue) -> Result<Self, JsValue> {
        let contract = if contract.is_undefined() { None } else { Some(given::contract(contract)?) };
        if let Some(contract) = contract.as_ref().filter(|_| !as_of.is_undefined()) {
            given::instant(contract, as_of)?;
        }
        Ok(Self { contract, mapping: given::mapping(mapping)?, files: Vec::new(), room: Room::EMPTY })
    }

    /// Begins the next file. Memory for `size` bytes is asked for in one step: what grows by and by is copied each time.
    #[expect(clippy::cast_sign_loss, reason = "nothing has fewer bytes than none")]
    pub fn begin(
        &mut self,
        name: &JsString,
        size: f64,
        dataset: Option<String>,
        part: Option<String>,
        notes: &JsValue,
    ) -> Result<(), JsValue> {
        let name = given::text("name", name)?;
        let dataset = given::dataset(&format!("`dataset` of “{name}”"), dataset)?;
        let notes = given::notes(&format!("`notes` of “{name}”"), notes)?;
        self.room.holds(&name, size as u64).map_err(Refusal::too_large)?;
        let mut bytes = Vec::new();
        bytes.try_reserve_exact(size as usize).map_err(|_| Refusal::no_memory(&name))?;
        self.files.push(File { dataset, part, notes, ..File::new(name, bytes) }.into());
        Ok(())
    }

    /// The next piece of the file that was begun last.
    pub fn append(&mut self, piece: &Uint8Array) -> Result<(), JsValue> {
        let Some(Given::File(File { name, bytes, .. })) = self.files.last_mut() else { return Ok(()) };
        let (start, length) = (bytes.len(), piece.length() as usize);
        self.room.take(name, u64::from(piece.length())).map_err(Refusal::too_large)?;
        bytes.try_reserve(length).map_err(|_| Refusal::no_memory(name))?;
        bytes.resize(start + length, 0);
        piece.copy_to(&mut bytes[start..]);
        Ok(())
    }

    /// Has the platform take the digest of the file that was begun last, where it can, while the next one arrives.
    #[must_use]
    pub fn digest(&self) -> Option<Promise> {
        let Given::File(file) = self.files.last()? else { return None };
        digest("SHA-256", &file.bytes).ok()
    }

    /// The digest of the file that arrived at this place.
    pub fn sign(&mut self, place: usize, digest: Vec<u8>) -> Result<(), JsValue> {
        let digest = given::digest(&format!("`digest` of file {place}"), digest)?;
        if let Some(Given::File(file)) = self.files.get_mut(place) {
            file.digest = Some(digest);
        }
        Ok(())
    }

    /// Opens the file that was begun last and lets go of it. One that can only be read beside others comes back as it was.
    pub fn open(&mut self) -> Option<Array> {
        let Given::File(file) = self.files.pop()? else { return None };
        Some(match Given::alone(file, self.mapping.as_ref()) {
            Given::File(File { bytes, .. }) => crossing(&[bytes]),
            Given::Opened(opened) => crossing(&opened.hand_over(self.mapping.as_ref()).0),
        })
    }

    /// Takes a file that was opened elsewhere.
    pub fn take(&mut self, name: &str, pieces: &Array) -> Result<(), JsValue> {
        let size = pieces.iter().map(|piece| piece.dyn_ref::<Uint8Array>().map_or(0, Uint8Array::length));
        self.room.take(name, size.map(u64::from).sum()).map_err(Refusal::too_large)?;
        let pieces = crossed(pieces)
            .ok_or_else(|| Refusal::argument(format!("“{name}” is not as `open` gave it. Open it again.")))?;
        self.files.push(HandedOver(pieces).take_over(self.mapping.as_ref()).map_err(Refusal::from)?);
        Ok(())
    }

    /// Whether something arrived that only the module for payers' formats can read.
    #[wasm_bindgen(js_name = needsPayers)]
    #[must_use]
    pub fn needs_payers(&self) -> bool {
        self.files.iter().any(payers::is_needed)
    }

    /// Reads what has arrived.
    pub fn read(self, options: Option<Options>) -> Result<Pilot, JsValue> {
        let contract = self.contract.ok_or_else(|| Refusal::argument("There is no contract to read the files for."))?;
        Pilot::read(contract, self.mapping.as_ref(), self.files, CheckOptions::of(options)?)
    }
}
