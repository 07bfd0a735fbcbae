//! A case is a folder: a contract, an instant, tables, and the report that every door must give.

use std::fs;
use std::path::{Path, PathBuf};

use tieout::{Contract, Digest, File, Given, Mapping, Note, NoteKind, Received, Report, check};
use tieout_packed::{Limits, Member};

/// One folder of `cases`.
pub(crate) struct Case {
    pub(crate) folder: PathBuf,
    pub(crate) as_of: String,
    pub(crate) contract: Contract,
    /// What somebody said about the files, where anybody did.
    pub(crate) mapping: Option<Mapping>,
}

impl Case {
    /// Every committed case.
    pub(crate) fn all() -> Vec<Self> {
        let steps = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
        let folders = steps.flat_map(|step| fs::read_dir(step).unwrap()).map(|entry| entry.unwrap().path());
        let mut folders: Vec<_> = folders.filter(|path| path.join("case.toml").exists()).collect();
        folders.sort();
        assert!(folders.len() >= 4, "the cases are not where they should be");
        folders.into_iter().map(Self::of).collect()
    }

    /// The case of this name, as `A1/sample`.
    pub(crate) fn named(name: &str) -> Self {
        Self::of(root().join(name))
    }

    fn of(folder: PathBuf) -> Self {
        let case: toml::Table = fs::read_to_string(folder.join("case.toml")).unwrap().parse().unwrap();
        let contract = Contract::parse(&fs::read(folder.join("contract.toml")).unwrap()).unwrap();
        let mapping = fs::read(folder.join("mapping.toml")).ok().map(|bytes| Mapping::parse(&bytes).unwrap());
        Self { mapping, as_of: case["as_of"].as_str().unwrap().to_owned(), contract, folder }
    }

    /// The tables, in the order of their names.
    pub(crate) fn files(&self) -> Vec<File> {
        files(&self.folder)
    }

    /// The report of the case's own files.
    pub(crate) fn report(&self) -> Report {
        self.report_of(self.files())
    }

    /// The report of other files under the case's contract and instant.
    pub(crate) fn report_of(&self, files: Vec<impl Into<Given>>) -> Report {
        let received = Received::read_with(files, &self.contract, self.mapping.as_ref(), &mut |_| {});
        check(&self.contract, self.contract.as_of(&self.as_of).unwrap(), &received)
    }
}

/// The files of a folder that are given, all but what a case says of itself; a workbook or an archive as its parts.
pub(crate) fn files(folder: &Path) -> Vec<File> {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let about = ["README.md", "answers.json", "case.toml", "contract.toml", "mapping.toml", "report.json"];
    paths.retain(|path| !about.iter().any(|name| path.ends_with(name)));
    paths.sort();
    paths.iter().flat_map(|path| given(path)).collect()
}

fn given(path: &Path) -> Vec<File> {
    let (name, bytes) = (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap());
    match tieout_packed::open(&name, &bytes, &Limits::BROWSER) {
        Ok(members) => members.into_iter().map(|member| part(&name, &bytes, member)).collect(),
        Err(_) => vec![File::new(name, bytes)],
    }
}

fn part(name: &str, whole: &[u8], member: Member) -> File {
    let note = |note: tieout_packed::Note| {
        let kind = match note.kind {
            tieout_packed::NoteKind::Read => NoteKind::Read,
            tieout_packed::NoteKind::Doubted => NoteKind::Doubted,
        };
        Note { kind, field: None, cells: note.cells, line: note.line, message: note.message }
    };
    let notes = member.notes.into_iter().map(note).collect();
    File { digest: Some(Digest::of(whole)), part: Some(member.name), notes, ..File::new(name, member.bytes) }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases")
}
