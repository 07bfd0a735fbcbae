//! Files in and out. A file is read whole or the run does not begin; it is written whole or not at all.

use std::io::Write;
use std::path::{Path, PathBuf};

use tieout::File;

/// What files of delimited text are called.
const TABLES: [&str; 3] = ["csv", "tsv", "txt"];

/// Every file of the paths; of a folder, its files of delimited text.
pub(crate) fn gather(paths: &[PathBuf]) -> Result<Vec<File>, String> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let entries =
                std::fs::read_dir(path).map_err(|error| format!("{} cannot be listed: {error}", path.display()))?;
            let mut tables: Vec<_> =
                entries.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| is_table(path)).collect();
            if tables.is_empty() {
                return Err(format!(
                    "{} holds no file of a table ({}). Name the folder that the tables are in.",
                    path.display(),
                    TABLES.join(", ")
                ));
            }
            tables.sort();
            files.extend(tables);
        } else {
            files.push(path.clone());
        }
    }
    files.into_iter().map(|path| Ok(File::new(name(&path), read(&path)?))).collect()
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

fn is_table(path: &Path) -> bool {
    path.extension().is_some_and(|extension| TABLES.iter().any(|table| extension.eq_ignore_ascii_case(table)))
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
