//! The committed cases that the generator owns. What else lies in their folders it never touches.

mod pilot;
mod roster;

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::sample::{Answer, Kind, Plan, Sample};

/// A folder of `cases`.
#[derive(Debug, Clone)]
pub struct Case {
    /// The folder, as `A1/clean`.
    pub name: String,
    /// What it shows, in a sentence.
    pub about: String,
    /// What is made.
    pub kind: Kind,
    /// What it is made from.
    pub plan: Plan,
}

/// The cases that are written, not invented: a change to one of them is a change to these lists.
#[must_use]
pub fn made() -> Vec<Case> {
    roster::weeks().into_iter().chain(pilot::pilots()).collect()
}

impl Case {
    /// Writes the case into the repository.
    pub fn write(&self) -> io::Result<()> {
        write_all(&self.folder(), &self.files())
    }

    /// The first file that is not what the generator makes.
    #[must_use]
    pub fn changed_file(&self) -> Option<PathBuf> {
        self.files()
            .into_iter()
            .map(|(name, made)| (self.folder().join(name), made))
            .find(|(path, made)| !fs::read(path).is_ok_and(|committed| committed == *made))
            .map(|(path, _)| path)
    }

    fn folder(&self) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("cases").join(&self.name)
    }

    fn files(&self) -> Vec<(String, Vec<u8>)> {
        let case = format!("as_of = \"{}\"\nabout = \"{}\"\n", self.kind.as_of(), self.about);
        let mut files = with_answers(self.kind.make(&self.plan));
        files.push(("case.toml".to_owned(), case.into_bytes()));
        files
    }
}

/// Writes a sample and its answers into a folder, which need not be there; no more than one file is held at a time.
pub fn write_sample(folder: &Path, kind: Kind, plan: &Plan) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut written = Ok(());
    let answers = kind.deliver(plan, &mut |name, bytes| {
        if written.is_ok() {
            written = fs::write(folder.join(name), bytes);
        }
    });
    written?;
    fs::write(folder.join("answers.json"), answers_json(&answers))
}

fn with_answers(sample: Sample) -> Vec<(String, Vec<u8>)> {
    let mut files = sample.files;
    files.push(("answers.json".to_owned(), answers_json(&sample.answers).into_bytes()));
    files
}

/// One finding a line, so that a difference shows as a line.
fn answers_json(answers: &[Answer]) -> String {
    let lines: Vec<String> =
        answers.iter().map(|answer| serde_json::to_string(answer).expect("an answer is text and numbers")).collect();
    if lines.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", lines.join(",\n")) }
}

fn write_all(folder: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    files.iter().try_for_each(|(name, bytes)| fs::write(folder.join(name), bytes))
}

#[cfg(test)]
mod tests {
    use super::made;

    #[test]
    fn the_committed_cases_are_what_the_generator_makes() {
        for case in made() {
            let mended = "run `cargo run -p tieout-tests --bin sample`, or take the change back";
            assert_eq!(case.changed_file(), None, "{}: {mended}", case.name);
        }
    }
}
