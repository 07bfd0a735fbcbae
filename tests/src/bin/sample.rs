//! Writes the committed cases, holds them against the generator, or makes large files for the
//! benchmark. It writes nowhere but into those cases and the folder that it is given.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use tieout_tests::cases;
use tieout_tests::sample::{FaultPlan, Kind, Plan};

/// Makes inputs whose findings are known beforehand.
#[derive(Parser)]
struct Arguments {
    /// Change nothing; fail if a committed case is not what the generator makes.
    #[arg(long, conflicts_with = "out")]
    check: bool,
    /// Make files for the benchmark in this folder, in place of the committed cases.
    #[arg(long, requires = "participants")]
    out: Option<PathBuf>,
    /// What to make.
    #[arg(long, value_enum, default_value_t = What::Roster, requires = "out")]
    pilot: What,
    /// How many people the payer attributes on the roster day, or how many referrals come in.
    #[arg(long, requires = "out")]
    participants: Option<u32>,
    /// How many encounters each of them has at least, where the pilot has a feed.
    #[arg(long, default_value_t = 3)]
    encounters: u32,
    /// About how many claims there are for each of them.
    #[arg(long, default_value_t = 5)]
    claims: u32,
    /// How many of ten thousand people carry a fault of the roster's.
    #[arg(long, default_value_t = 20)]
    faults_per_10000: u32,
    /// The same seed makes the same bytes.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// The kinds of sample, as they are asked for.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum What {
    /// The first step of an attribution pilot.
    Roster,
    /// A whole attribution pilot.
    Attribution,
    /// A whole crisis-diversion pilot.
    Diversion,
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
    let (kind, faults) = match arguments.pilot {
        What::Roster => (Kind::RosterWeek, FaultPlan::spread(faults as u32)),
        What::Attribution => (Kind::Attribution, FaultPlan::spread(faults as u32)),
        What::Diversion => (Kind::Diversion, FaultPlan::none()),
    };
    let plan = Plan {
        encounters_each: arguments.encounters,
        claims_each: arguments.claims,
        ..Plan::new(arguments.seed, participants).with_faults(faults)
    };
    cases::write_sample(out, kind, &plan).map_err(|error| format!("{}: {error}", out.display()))
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
