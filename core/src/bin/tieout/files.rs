//! Files in and out. A file is read whole or the run does not begin; it is written whole or not at all.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use tieout::{Digest, File, Note, NoteKind};
use tieout_packed::{Limits, Member};

/// What the files of tables are called. A workbook, an archive or a payer's own format is told by its bytes, whatever it is called.
const ENDINGS: [&str; 5] = ["csv", "tsv", "tab", "psv", "txt"];

/// How much of a file tells what it is.
pub(crate) const HEAD: usize = 1 << 16;

/// Every file of the paths, workbooks and archives as their parts; of a folder, the files that can be tables.
pub(crate) fn gather(paths: &[PathBuf]) -> Result<Vec<File>, String> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let entries =
                std::fs::read_dir(path).map_err(|error| format!("{} cannot be listed: {error}", path.display()))?;
            let mut tables: Vec<_> =
                entries.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| is_table(path)).collect();
            if tables.is_empty() {
                let place = path.display();
                return Err(format!(
                    "{place} holds no CSV file, workbook, archive or payer's file. Name the folder that the tables are in."
                ));
            }
            tables.sort();
            files.extend(tables);
        } else {
            files.push(path.clone());
        }
    }
    let read = read_all(&files)?;
    Ok(read.into_iter().flat_map(|(name, bytes)| opened(name, bytes)).collect())
}

/// The name and the bytes of every file, each read on a thread of its own.
fn read_all(paths: &[PathBuf]) -> Result<Vec<(String, Vec<u8>)>, String> {
    std::thread::scope(|scope| {
        let begin = |path| scope.spawn(move || Ok((name(path), read(path)?)));
        let threads: Vec<_> = paths.iter().map(|path| begin(path.as_path())).collect();
        let joined = threads.into_iter().map(std::thread::ScopedJoinHandle::join);
        joined.map(|read| read.unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    })
}

/// The bytes of a file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
}

/// Writes beside the place first, so that nobody finds half a file.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{} cannot be written: {error}", path.display());
    let draft = path.with_extension("tieout-draft");
    let written =
        std::fs::File::create(&draft).and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
    written.and_then(|()| std::fs::rename(&draft, path)).map_err(|error| {
        // The draft may not exist; what matters has been said.
        let _ = std::fs::remove_file(&draft);
        failed(error)
    })
}

/// The parts of a workbook or an archive; any other file as it is. What cannot be opened is given to the core as it is,
/// whose report says that it was not read; why is said here.
fn opened(name: String, bytes: Vec<u8>) -> Vec<File> {
    if !tieout_packed::is_packed(&bytes) {
        return vec![File::new(name, bytes)];
    }
    match tieout_packed::open(&name, &bytes, &Limits::NATIVE) {
        Ok(members) => {
            let digest = Digest::of(&bytes);
            members.into_iter().map(|member| part(&name, digest, member)).collect()
        }
        Err(refusal) => {
            eprintln!("tieout: {refusal}");
            vec![File::new(name, bytes)]
        }
    }
}

fn part(name: &str, digest: Digest, member: Member) -> File {
    let notes = member.notes.into_iter().map(note).collect();
    File { digest: Some(digest), part: Some(member.name), notes, ..File::new(name, member.bytes) }
}

fn note(note: tieout_packed::Note) -> Note {
    let kind = match note.kind {
        tieout_packed::NoteKind::Read => NoteKind::Read,
        tieout_packed::NoteKind::Doubted => NoteKind::Doubted,
    };
    Note { kind, field: None, cells: note.cells, line: note.line, message: note.message }
}

fn is_table(path: &Path) -> bool {
    // What a program keeps beside an open document is hidden or begins with `~$`.
    if name(path).starts_with(['.', '~']) {
        return false;
    }
    let ending = path.extension().unwrap_or_default();
    ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)) || {
        let head = head(path);
        tieout_packed::is_packed(&head) || tieout::is_delivered(&name(path), &head)
    }
}

/// The first bytes of a file, or none where it is a folder or cannot be read.
fn head(path: &Path) -> Vec<u8> {
    let mut head = Vec::new();
    let opened = std::fs::File::open(path).and_then(|file| file.take(HEAD as u64).read_to_end(&mut head));
    opened.map_or_else(|_| Vec::new(), |_| head)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
