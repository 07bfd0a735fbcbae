//! The command line: the one place where files are opened. It prints what the library says and decides nothing.

mod files;
mod mapping;
mod summary;
mod workbook;

use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use tieout::intake::look;
use tieout::mapping::Form;
use tieout::report::State;
use tieout::{Contract, File, Mapping, Pilot, Progress, Received, Record, delivered_as};

/// Reconciles the records of a value-based care pilot with their sources.
#[derive(Parser)]
#[command(version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Hold the submitted records against what their sources say.
    ///
    /// Exits with 0 when every step that was begun is clear, 1 when one is not, 2 when it could not run.
    Check {
        #[command(flatten)]
        given: Given,
        /// Print the whole report as JSON.
        #[arg(long)]
        json: bool,
        /// Also write every finding to this file, a row each: a workbook if it ends in .xlsx, else CSV.
        #[arg(long)]
        findings: Option<PathBuf>,
    },
    /// Make a step's record from its sources.
    Build {
        /// The step, as A1, or one of the tables that it makes, as `bundle_actions`.
        step: String,
        #[command(flatten)]
        given: Given,
        /// Where to write the record: a workbook if it ends in .xlsx, else CSV.
        #[arg(long)]
        out: PathBuf,
    },
    /// Make a workbook to be filled in: a sheet for each table of a pilot, and what each column holds.
    Template {
        /// The kind of pilot.
        #[arg(long)]
        pilot: Kind,
        /// Where to write the workbook.
        #[arg(long)]
        out: PathBuf,
    },
    /// Propose which header is which column, and which word which agreed value, as a mapping file to be confirmed.
    ///
    /// Exits with 0 when it only has to be confirmed, 1 when something is open, 2 when it could not run.
    Map {
        /// The contract, a TOML file.
        #[arg(long)]
        contract: PathBuf,
        /// A mapping file to go on from.
        #[arg(long)]
        mapping: Option<PathBuf>,
        /// Where to write the mapping file; it is printed where this is left out.
        #[arg(long)]
        out: Option<PathBuf>,
        /// Files, or folders of CSV, TSV or text files.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// Print the JSON Schema of the contract file, with which editors complete and check it.
    Schema {
        /// Print that of the mapping file instead.
        #[arg(long)]
        mapping: bool,
    },
}

#[derive(Args)]
struct Given {
    /// The contract, a TOML file.
    #[arg(long)]
    contract: PathBuf,
    /// The instant at which to judge, as 2026-03-09T17:00:00-04:00; in the contract's zone without an offset.
    #[arg(long)]
    as_of: String,
    /// What the files' headers and words mean, a TOML file. Where it is left out, a TOML file among the paths, or
    /// mapping.toml in a folder of them, is taken.
    #[arg(long)]
    mapping: Option<PathBuf>,
    /// Files (text, workbooks, archives, a payer's own formats), or folders of them.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
}

/// The two kinds of pilot, as they are asked for.
#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    Attribution,
    Diversion,
}

type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("tieout: {failure}");
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Check { given, json, findings } => check(&given, json, findings.as_deref()),
        Command::Build { step, given, out } => build(&step, &given, &out),
        Command::Map { contract: path, mapping, out, paths } => {
            let contract = contract(&path)?;
            let (mapping, paths) = mapping::given(mapping.as_deref(), &paths)?;
            mapping::map(&contract, mapping.as_ref(), files::gather(&paths)?, out.as_deref())
        }
        Command::Template { pilot, out } => template(pilot, &out),
        Command::Schema { mapping } => schema(mapping),
    }
}

fn check(given: &Given, json: bool, findings: Option<&Path>) -> Result<ExitCode, Failure> {
    let contract = contract(&given.contract)?;
    let as_of = contract.as_of(&given.as_of)?;
    let received = receive(given, &contract)?;
    let report = tieout::check(&contract, as_of, &received);
    if let Some(path) = findings {
        let bytes = if workbook::is_asked_for(path) {
            workbook::findings(&report, &received)?
        } else {
            tieout::findings_csv(&report.findings, &received, &[]).into_bytes()
        };
        files::write_whole(path, &bytes)?;
    }
    let mut out = std::io::stdout().lock();
    if json {
        serde_json::to_writer(&mut out, &report)?;
        // Piped, the report is the same bytes as from every other door.
        if out.is_terminal() {
            writeln!(out)?;
        }
    } else {
        summary::write(&mut out, &report)?;
    }
    let clear = report.steps.iter().all(|step| matches!(step.state, State::Clear | State::NotStarted));
    Ok(if clear { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn build(wanted: &str, given: &Given, out: &Path) -> Result<ExitCode, Failure> {
    let record = tieout::record_named(wanted).ok_or_else(|| {
        format!("“{wanted}” is no step, and no table that a step makes. Steps are A1 to A6 and D1 to D6.")
    })?;
    let contract = contract(&given.contract)?;
    let as_of = contract.as_of(&given.as_of)?;
    let as_workbook = workbook::is_asked_for(out);
    let made = |record: &Record<'_>| {
        let bytes = if as_workbook { workbook::record(record) } else { Ok(record.to_csv().into_bytes()) };
        (bytes, record.rows().len())
    };
    let (bytes, rows) = tieout::build(record, &contract, as_of, &receive(given, &contract)?, made)?;
    files::write_whole(out, &bytes?)?;
    eprintln!("{record}: {rows} rows written to {}", out.display());
    Ok(ExitCode::SUCCESS)
}

fn template(kind: Kind, out: &Path) -> Result<ExitCode, Failure> {
    let pilot = match kind {
        Kind::Attribution => Pilot::Attribution,
        Kind::Diversion => Pilot::Diversion,
    };
    files::write_whole(out, &workbook::templates(pilot)?)?;
    eprintln!("The templates were written to {}", out.display());
    Ok(ExitCode::SUCCESS)
}

fn schema(of_mapping: bool) -> Result<ExitCode, Failure> {
    let mut out = std::io::stdout().lock();
    let schema = if of_mapping { Mapping::json_schema() } else { Contract::json_schema() };
    serde_json::to_writer_pretty(&mut out, &schema)?;
    writeln!(out)?;
    Ok(ExitCode::SUCCESS)
}

fn contract(path: &Path) -> Result<Contract, Failure> {
    let bytes = files::read(path)?;
    Contract::parse(&bytes).map_err(|error| format!("{}:\n{error}", path.display()).into())
}

fn receive(given: &Given, contract: &Contract) -> Result<Received, Failure> {
    let (mapping, paths) = mapping::given(given.mapping.as_deref(), &given.paths)?;
    let files = files::gather(&paths)?;
    let strange: BTreeMap<_, _> = files.iter().filter_map(strange).collect();
    let bar = if std::io::stderr().is_terminal() { ProgressBar::new(0) } else { ProgressBar::hidden() };
    bar.set_style(ProgressStyle::with_template("{wide_bar} {msg}")?);
    let received = Received::read_with(files, contract, mapping.as_ref(), &mut |progress: Progress<'_>| {
        bar.set_length(progress.total_bytes);
        bar.set_position(progress.done_bytes);
        bar.set_message(format!("{} rows  {}", progress.rows, progress.file));
    });
    bar.finish_and_clear();
    for input in received.inputs().iter().filter(|input| input.dataset.is_none()) {
        if let Some(why) = strange.get(&(input.file.clone(), input.part.clone())) {
            let part = input.part.as_ref().map_or_else(String::new, |part| format!(" ({part})"));
            eprintln!("tieout: {}{part} was left out: {why}", input.file);
        }
    }
    Ok(received)
}

/// Why a file is no table, should it turn out to be none; a payer's file that fills none says so in its notes.
fn strange(file: &File) -> Option<((String, Option<String>), String)> {
    if delivered_as(file).is_some() {
        return None;
    }
    let unknown =
        || "neither its name nor its headers are those of a table. `tieout map` proposes what it is.".to_owned();
    let head = file.bytes[..file.bytes.len().min(files::HEAD)].to_vec();
    let why = look(head, Form::default(), 1).err().unwrap_or_else(unknown);
    Some(((file.name.clone(), file.part.clone()), why))
}
