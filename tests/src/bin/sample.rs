//! Writes the committed cases, holds them against the generator, or makes large files for the
//! benchmark. It writes nowhere but into those cases and the folder that it is given.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use tieout_tests::cases;
use tieout_tests::sample::{self, FaultPlan, Plan};

/// Makes inputs of the attribution pilot whose findings are known beforehand.
#[derive(Parser)]
struct Arguments {
    /// Change nothing; fail if a committed case is not what the generator makes.
    #[arg(long, conflicts_with = "out")]
    check: bool,
    /// Make files for the benchmark in this folder, in place of the committed cases.
    #[arg(long, requires = "participants")]
    out: Option<PathBuf>,
    /// How many people the payer attributes on the roster day.
    #[arg(long, requires = "out")]
    participants: Option<u32>,
    /// How many of ten thousand people carry a fault.
    #[arg(long, default_value_t = 20)]
    faults_per_10000: u32,
    /// The same seed makes the same bytes.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match (&arguments.out, arguments.participants) {
        (Some(out), Some(participants)) => make_large(out, participants, &arguments),
        _ if arguments.check => check_committed(),
        _ => write_committed(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn make_large(out: &Path, participants: u32, arguments: &Arguments) -> Result<(), String> {
    let faults = u64::from(participants) * u64::from(arguments.faults_per_10000) / 10_000;
    let plan = Plan::new(arguments.seed, participants).with_faults(FaultPlan::spread(faults as u32));
    cases::write_sample(out, sample::attribution(&plan)).map_err(|error| format!("{}: {error}", out.display()))
}

fn write_committed() -> Result<(), String> {
    cases::made().iter().try_for_each(|case| case.write().map_err(|error| format!("{}: {error}", case.name)))
}

fn check_committed() -> Result<(), String> {
    let changed: Vec<String> = cases::made()
        .iter()
        .filter_map(cases::Case::changed_file)
        .map(|path| format!("{} is not what the generator makes", path.display()))
        .collect();
    if changed.is_empty() {
        return Ok(());
    }
    let mended = "run `cargo run -p tieout-tests --bin sample`, or take the change back";
    Err(format!("{}\n{mended}", changed.join("\n")))
}
