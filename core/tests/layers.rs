//! Imports go up the reading order of `lib.rs` and never down; a room is never crowded.

use std::fs;
use std::path::{Path, PathBuf};

/// The longest that a file may be.
const MAX_LINES: usize = 400;

#[test]
fn imports_go_up_the_list() {
    let lib = fs::read_to_string(source().join("lib.rs")).unwrap();
    let layers: Vec<_> = lib
        .lines()
        .filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'))
        .collect();
    assert!(layers.len() > 10 && layers[0] == "value", "{layers:?}");
    let rank = |name: &str| layers.iter().position(|layer| *layer == name);
    let mut seen = 0;
    for path in files(&source()) {
        let inside = path.strip_prefix(source()).unwrap();
        let layer =
            inside.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned();
        let Some(own) = rank(&layer) else { continue };
        let text = fs::read_to_string(&path).unwrap();
        for import in text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .flat_map(|line| line.split("crate::").skip(1))
        {
            let name: String = import.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let Some(imported) = rank(&name) else { continue };
            assert!(imported <= own, "{} imports {name}, which stands below {layer} in lib.rs", inside.display());
            seen += 1;
        }
    }
    assert!(seen > 60, "only {seen} imports were seen: the reading of `use` lines is broken");
}

#[test]
fn controls_never_import_one_another() {
    for path in files(&source().join("steps")).into_iter().filter(|path| path.file_name().unwrap() != "mod.rs") {
        let text = fs::read_to_string(&path).unwrap();
        assert!(
            !text.contains("crate::steps"),
            "{} reaches into another step: what two need belongs in derive",
            path.display()
        );
    }
}

#[test]
fn no_file_is_crowded_and_each_says_what_it_is() {
    let packed = Path::new(env!("CARGO_MANIFEST_DIR")).join("packed/src");
    for path in files(&source()).into_iter().chain(files(&packed)) {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.lines().count() <= MAX_LINES, "{} is longer than {MAX_LINES} lines", path.display());
        assert!(text.starts_with("//! "), "{} does not say what it is", path.display());
    }
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, mut all): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    all.extend(folders.iter().flat_map(|folder| files(folder)));
    all.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    all
}
