//! The committed cases that the generator owns. What else lies in their folders it never touches.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::sample::{self, AS_OF, Answer, Fault, FaultPlan, Gate, Lapse, Plan, Sample};

/// A folder of `cases/A1`.
#[derive(Debug, Clone)]
pub struct Case {
    /// The folder's name.
    pub name: &'static str,
    /// What it shows, in a sentence.
    pub about: &'static str,
    /// What it is made from.
    pub plan: Plan,
}

/// The cases that are written, not invented: a change to one of them is a change to this list.
#[must_use]
pub fn made() -> Vec<Case> {
    let every_fault = FaultPlan::spread(0)
        .with(Fault::NomineeListed, 2)
        .with(Fault::Forgotten, 2)
        .with(Fault::StatusDiffers, 3)
        .with(Fault::CodeMissing, 2)
        .with_lapse(Gate::PopulationApproved, Lapse::WrongRole)
        .with_lapse(Gate::CriteriaUnchanged, Lapse::Missing)
        .with_lapse(Gate::RosterKept, Lapse::SupersededVersion);
    let stale = FaultPlan::none()
        .with_lapse(Gate::PopulationApproved, Lapse::Expired)
        .with_lapse(Gate::CriteriaUnchanged, Lapse::Undocumented)
        .with_lapse(Gate::RosterKept, Lapse::RoleNotHeld);
    let silent = Gate::ALL.into_iter().fold(FaultPlan::none(), |plan, gate| plan.with_lapse(gate, Lapse::Missing));
    vec![
        Case {
            name: "sample",
            about: "A week of 400 people with every fault that a row can have.",
            plan: Plan::new(20_260_309, 400).with_faults(every_fault),
        },
        Case {
            name: "clean",
            about: "A week of 60 people in which everything is as it should be.",
            plan: Plan::new(60, 60),
        },
        Case {
            name: "late",
            about: "A Friday's roster whose confirmations are stale, unwritten or not theirs to give.",
            plan: Plan::new(61, 60).with_faults(stale).made_on_friday(),
        },
        Case {
            name: "unconfirmed",
            about: "The list of confirmations is kept and empty: the as-of day dates the roster.",
            plan: Plan::new(62, 60).with_faults(silent),
        },
    ]
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
        Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/A1").join(self.name)
    }

    fn files(&self) -> Vec<(String, Vec<u8>)> {
        let case = format!("as_of = \"{AS_OF}\"\nabout = \"{}\"\n", self.about);
        let mut files = with_answers(sample::attribution(&self.plan));
        files.push(("case.toml".to_owned(), case.into_bytes()));
        files
    }
}

/// Writes a sample and its answers into a folder, which need not be there.
pub fn write_sample(folder: &Path, sample: Sample) -> io::Result<()> {
    write_all(folder, &with_answers(sample))
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
