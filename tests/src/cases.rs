//! The committed cases that the generator owns. What else lies in their folders it never touches.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::sample::{Answer, Fault, FaultPlan, Gate, Kind, Lapse, Plan, RosterFault, Sample, WeekFault};

/// A folder of `cases`.
#[derive(Debug, Clone)]
pub struct Case {
    /// The folder, as `A1/clean`.
    pub name: &'static str,
    /// What it shows, in a sentence.
    pub about: &'static str,
    /// What is made.
    pub kind: Kind,
    /// What it is made from.
    pub plan: Plan,
}

/// The cases that are written, not invented: a change to one of them is a change to this list.
#[must_use]
pub fn made() -> Vec<Case> {
    roster_weeks()
}

fn roster_weeks() -> Vec<Case> {
    let every_fault = FaultPlan::spread(0)
        .with(RosterFault::NomineeListed, 2)
        .with(RosterFault::Forgotten, 2)
        .with(RosterFault::StatusDiffers, 3)
        .with(RosterFault::CodeMissing, 2)
        .with(Fault::Confirmation(Gate::POPULATION_APPROVED, Lapse::WrongRole), 1)
        .with(Fault::Confirmation(Gate::CRITERIA_UNCHANGED, Lapse::Missing), 1)
        .with(Fault::Confirmation(Gate::ROSTER_KEPT, Lapse::SupersededVersion), 1);
    let stale = FaultPlan::none()
        .with(WeekFault::MadeOnAnotherDay, 1)
        .with(Fault::Confirmation(Gate::POPULATION_APPROVED, Lapse::Expired), 1)
        .with(Fault::Confirmation(Gate::CRITERIA_UNCHANGED, Lapse::Undocumented), 1)
        .with(Fault::Confirmation(Gate::ROSTER_KEPT, Lapse::RoleNotHeld), 1);
    let silent = [Gate::ROSTER_KEPT, Gate::POPULATION_APPROVED, Gate::CRITERIA_UNCHANGED]
        .into_iter()
        .fold(FaultPlan::none(), |plan, gate| plan.with(Fault::Confirmation(gate, Lapse::Missing), 1));
    let week = |name, about, plan| Case { name, about, kind: Kind::RosterWeek, plan };
    vec![
        week(
            "A1/sample",
            "A week of 400 people with every fault that a row can have.",
            Plan::new(20_260_309, 400).with_faults(every_fault),
        ),
        week("A1/clean", "A week of 60 people in which everything is as it should be.", Plan::new(60, 60)),
        week(
            "A1/late",
            "A Friday's roster whose confirmations are stale, unwritten or not theirs to give.",
            Plan::new(61, 60).with_faults(stale),
        ),
        week(
            "A1/unconfirmed",
            "The list of confirmations is kept and empty: the as-of day dates the roster.",
            Plan::new(62, 60).with_faults(silent),
        ),
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
        Path::new(env!("CARGO_MANIFEST_DIR")).join("cases").join(self.name)
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
