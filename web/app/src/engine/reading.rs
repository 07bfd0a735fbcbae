//! Bytes from the user's disk, a slice at a time, straight into the place where the core reads them.

use js_sys::Uint8Array;
use tieout::intake::Room;
use tieout::{Digest, File};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::FileReaderSync;

use super::{dataset, said, tell, worker};
use crate::protocol::{JobFile, News, Progress, Stage};

/// Small enough that progress moves, large enough that the slices cost nothing.
const SLICE_BYTES: usize = 8 << 20;
/// No agreement is longer than a book.
const CONTRACT_BYTES: f64 = 4e6;

/// The bytes of a contract file.
pub(super) fn contract(file: &web_sys::File) -> Result<Vec<u8>, String> {
    if file.size() > CONTRACT_BYTES {
        return Err(format!(
            "“{}” is larger than 4 MB, so it is no contract. Choose the contract's TOML file.",
            file.name()
        ));
    }
    let mut bytes = Vec::new();
    read_into(&mut bytes, file, file.size() as usize, |_| {})?;
    Ok(bytes)
}

/// All files of a run. The digest of one is computed by the browser while the next is read.
pub(super) async fn all(files: Vec<JobFile>) -> Result<Vec<File>, String> {
    let mut room = Room::EMPTY;
    files.iter().try_for_each(|given| room.take(&given.file.name(), given.file.size() as u64))?;
    let total_bytes: f64 = files.iter().map(|given| given.file.size()).sum();
    let mut read = Vec::with_capacity(files.len());
    let mut done_bytes = 0;
    for given in files {
        let (name, size) = (given.file.name(), given.file.size() as usize);
        let mut bytes = Vec::new();
        read_into(&mut bytes, &given.file, size, |done| {
            let (file, done_bytes) = (name.clone(), done_bytes + done as u64);
            tell(News::Progress(Progress {
                stage: Stage::Opening,
                file,
                rows: 0,
                done_bytes,
                total_bytes: total_bytes as u64,
            }));
        })?;
        done_bytes += size as u64;
        // A part goes by the digest of the whole.
        let digest = match &given.part {
            Some(part) => Known::Already(Digest::from_bytes(part.digest)),
            None => begin_digest(&bytes).map_or(Known::Not, Known::Soon),
        };
        let dataset = given.dataset.as_deref().and_then(dataset);
        let part = given.part.as_ref().map(|part| part.name.clone());
        let notes = given.part.iter().flat_map(|part| &part.notes).map(said::note_of).collect();
        read.push((File { dataset, part, notes, ..File::new(name, bytes) }, digest));
    }
    let mut files = Vec::with_capacity(read.len());
    for (mut file, digest) in read {
        file.digest = match digest {
            Known::Already(digest) => Some(digest),
            Known::Soon(digest) => end_digest(digest).await,
            Known::Not => None,
        };
        files.push(file);
    }
    Ok(files)
}

/// Whether a file is UTF-8 to its end.
pub(super) fn is_utf8(file: &web_sys::File, mut progress: impl FnMut(usize)) -> Result<bool, String> {
    let mut cut = Vec::new();
    let size = file.size() as usize;
    for start in (0..size).step_by(SLICE_BYTES) {
        let end = size.min(start + SLICE_BYTES);
        cut.extend(slice(file, start, end)?.to_vec());
        match str::from_utf8(&cut) {
            Ok(_) => cut.clear(),
            // A character may be cut in two where a slice ends.
            Err(error) if error.error_len().is_none() && end < size => drop(cut.drain(..error.valid_up_to())),
            Err(_) => return Ok(false),
        }
        progress(end);
    }
    Ok(true)
}

/// Some bytes of a file, from here on.
pub(super) fn read_into(
    bytes: &mut Vec<u8>,
    file: &web_sys::File,
    size: usize,
    mut progress: impl FnMut(usize),
) -> Result<(), String> {
    // Asked for in one step: memory that grows a page at a time is copied each time.
    bytes.try_reserve_exact(size).map_err(|_| {
        format!("“{}” does not fit into the memory that a browser gives one page. Check it with the command line, or split it by period.", file.name())
    })?;
    bytes.resize(size, 0);
    for start in (0..size).step_by(SLICE_BYTES) {
        let end = size.min(start + SLICE_BYTES);
        let buffer = slice(file, start, end)?;
        let place = bytes
            .get_mut(start..end)
            .filter(|place| place.len() == buffer.length() as usize)
            .ok_or_else(|| unreadable(file))?;
        buffer.copy_to(place);
        progress(end);
    }
    Ok(())
}

fn slice(file: &web_sys::File, start: usize, end: usize) -> Result<Uint8Array, String> {
    let read = || {
        let slice = file.slice_with_f64_and_f64(start as f64, end as f64)?;
        FileReaderSync::new()?.read_as_array_buffer(&slice)
    };
    read().map(|buffer| Uint8Array::new(&buffer)).map_err(|_: JsValue| unreadable(file))
}

fn unreadable(file: &web_sys::File) -> String {
    format!(
        "“{}” cannot be read. A folder cannot be dropped, and a file that was moved or changed has to be chosen again.",
        file.name()
    )
}

/// Whether a file's digest is known.
enum Known {
    Already(Digest),
    Soon(JsFuture),
    /// The core computes it.
    Not,
}

/// Hands the bytes to the browser's own SHA-256, where it has one: a page from an insecure address has none.
fn begin_digest(bytes: &[u8]) -> Option<JsFuture> {
    let subtle = worker().crypto().ok()?.subtle();
    if subtle.is_undefined() {
        return None;
    }
    subtle.digest_with_str_and_u8_array("SHA-256", bytes).ok().map(JsFuture::from)
}

async fn end_digest(digest: JsFuture) -> Option<Digest> {
    let bytes: [u8; 32] = Uint8Array::new(&digest.await.ok()?).to_vec().try_into().ok()?;
    Some(Digest::from_bytes(bytes))
}
