//! Files that arrive piece by piece, each piece straight into the place where the core reads it. It looks into none of them.

use js_sys::{JsString, Promise, Uint8Array};
use tieout::{Contract, File, Mapping};
use wasm_bindgen::prelude::*;

use crate::listener::CheckOptions;
use crate::pilot::Pilot;
use crate::refusal::Refusal;
use crate::{ContractFile, Options, given};

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
    contract: Contract,
    mapping: Option<Mapping>,
    files: Vec<File>,
}

#[wasm_bindgen]
impl Delivery {
    /// A delivery of no file yet, for a contract, perhaps a mapping and, where it is known already, an instant.
    #[wasm_bindgen(constructor)]
    pub fn new(contract: &ContractFile, mapping: &JsValue, as_of: &JsValue) -> Result<Self, JsValue> {
        let contract = given::contract(contract)?;
        if !as_of.is_undefined() {
            given::instant(&contract, as_of)?;
        }
        Ok(Self { contract, mapping: given::mapping(mapping)?, files: Vec::new() })
    }

    /// Begins the next file. Memory for `size` bytes is asked for in one step: what grows by and by is copied each time.
    pub fn begin(
        &mut self,
        name: &JsString,
        size: usize,
        dataset: Option<String>,
        part: Option<String>,
        notes: JsValue,
    ) -> Result<(), JsValue> {
        let name = given::text("name", name)?;
        let dataset = given::dataset(&format!("`dataset` of “{name}”"), dataset)?;
        let notes = given::notes(&format!("`notes` of “{name}”"), notes)?;
        let mut bytes = Vec::new();
        bytes.try_reserve_exact(size).map_err(|_| Refusal::too_large(&name))?;
        self.files.push(File { dataset, part, notes, ..File::new(name, bytes) });
        Ok(())
    }

    /// The next piece of the file that was begun last.
    pub fn append(&mut self, piece: &Uint8Array) -> Result<(), JsValue> {
        let Some(File { name, bytes, .. }) = self.files.last_mut() else { return Ok(()) };
        let (start, length) = (bytes.len(), piece.length() as usize);
        bytes.try_reserve(length).map_err(|_| Refusal::too_large(name))?;
        bytes.resize(start + length, 0);
        piece.copy_to(&mut bytes[start..]);
        Ok(())
    }

    /// Has the platform take the digest of the file that was begun last, where it can, while the next one arrives.
    #[must_use]
    pub fn digest(&self) -> Option<Promise> {
        digest("SHA-256", &self.files.last()?.bytes).ok()
    }

    /// The digest of the file that arrived at this place.
    pub fn sign(&mut self, place: usize, digest: Vec<u8>) -> Result<(), JsValue> {
        let digest = given::digest(&format!("`digest` of file {place}"), digest)?;
        if let Some(file) = self.files.get_mut(place) {
            file.digest = Some(digest);
        }
        Ok(())
    }

    /// Reads what has arrived.
    pub fn read(self, options: Option<Options>) -> Result<Pilot, JsValue> {
        Pilot::read(self.contract, self.mapping.as_ref(), self.files, CheckOptions::of(options)?)
    }
}
