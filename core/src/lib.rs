//! Tieout reconciles the records of a value-based care pilot with their sources.
//!
//! Bytes, a contract and an instant go in; a report comes out that names every difference with its
//! row, its rule and its remedy. The library reads no clock, no file and no network, so that the
//! same bytes give the same report in a browser, in Node and on the command line.
//!
//! The modules stand in reading order, and imports only ever go up this list:
//! [`value`] words · [`dataset`] tables · [`finding`] and [`note`] · `notation` written · [`contract`] agreed ·
//! [`mapping`] named · `payer`, [`table`] and [`intake`] received · `pairing` matched · `derive` follows ·
//! [`control`] asked · `steps` the work · [`report`] told · `run` the door.
//!
//! ```
//! use tieout::{Contract, File, Received, check};
//!
//! let contract = Contract::parse(include_bytes!("../../tests/cases/A1/clean/contract.toml"))?;
//! let roster = File::new("roster.csv", include_bytes!("../../tests/cases/A1/clean/roster.csv"));
//! let received = Received::read(vec![roster], &contract, &mut |_| {});
//! let report = check(&contract, contract.as_of("2026-03-09T17:00")?, &received);
//! assert_eq!(report.steps[0].controls[0].id, "A1-F1");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod value;
pub mod dataset;
pub mod finding;
pub mod note;
mod metric;
mod notation;
pub mod contract;
pub mod mapping;
mod misuse;
mod as_of;
mod payer;
pub mod table;
mod claims;
pub mod intake;
mod pairing;
mod derive;
mod documented;
pub mod control;
mod record;
mod steps;
pub mod report;
mod run;
#[cfg(feature = "typescript")]
mod typescript;
mod sheet;
pub mod workbook;

pub use as_of::AsOf;
pub use contract::{Contract, ContractError};
pub use control::Control;
pub use dataset::Dataset;
pub use finding::{Finding, Severity};
pub use intake::{
    File, Given, HandedOver, Progress, Received, delivered_as, is_delivered, read_delivered, recognize, sample,
    sample_delivered,
};
pub use mapping::{Mapping, MappingError, Proposal, Sample, draft, propose};
pub use misuse::Misuse;
pub use note::{Note, NoteKind};
pub use payer::{Terms, said_of_payers};
pub use record::Record;
pub use report::Report;
pub use run::{build, build_csv, check, why_tier};
pub use sheet::{findings_csv, findings_rows};
#[cfg(feature = "examples")]
pub use steps::example;
pub use steps::{Rule, catalogue, record_named, records, rule};
pub use value::{Digest, Pilot, Step};
