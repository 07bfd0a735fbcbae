//! A run from its files to its report, kept so that the page can look into it.

use tieout::workbook::{Sheet, findings_sheet, record_sheet};
use tieout::{AsOf, Contract, Dataset, File, Mapping, Received, Report, Step};

use super::ledger::Ledger;
use super::{evidence, reading, tell, view};
use crate::protocol::{ContractSource, Job, News, Opened, Progress, Query, Row, Sample, Stage, TierAnswer, Verdict};

/// How often the page hears of progress.
const TELL_EVERY_MS: f64 = 50.0;

/// A finished run.
#[derive(Debug)]
pub(super) struct Run {
    contract: Contract,
    as_of: AsOf,
    received: Received,
    report: Report,
    ledger: Ledger,
    is_sample: bool,
}

impl Run {
    /// The user's files, read and held against each other.
    pub(super) async fn of(job: Job, mapping: Option<String>) -> Result<Self, String> {
        let bytes = match &job.contract {
            ContractSource::Sample(sample) => sample.contract().to_vec(),
            ContractSource::File(file) => reading::contract(file)?,
        };
        let (contract, as_of) = agree(&bytes, &job.as_of)?;
        let mapping = mapping.map(|text| Mapping::parse(text.as_bytes())).transpose();
        let mapping = mapping.map_err(|faults| faults.to_string())?;
        Ok(Self::over(reading::all(job.files).await?, contract, mapping.as_ref(), as_of, false))
    }

    /// A sample's files, at the sample's instant.
    pub(super) fn of_sample(sample: Sample) -> Result<Self, String> {
        let (contract, as_of) = agree(sample.contract(), sample.as_of())?;
        Ok(Self::over(sample.files(), contract, None, as_of, true))
    }

    fn over(files: Vec<File>, contract: Contract, mapping: Option<&Mapping>, as_of: AsOf, is_sample: bool) -> Self {
        let received = receive(files, &contract, mapping);
        tell(News::Progress(Progress { stage: Stage::Comparing, rows: rows(&received), ..Progress::default() }));
        let report = tieout::check(&contract, as_of, &received);
        let ledger = Ledger::new(report.findings.len());
        Self { contract, as_of, received, report, ledger, is_sample }
    }

    /// The answer, without its findings.
    pub(super) fn verdict(&self) -> Verdict {
        view::verdict(&self.contract, &self.received, &self.report, self.is_sample)
    }

    /// Some rows of the findings table, and how many there are.
    pub(super) fn window(&mut self, query: &Query, from: u32, len: u32) -> (u32, Vec<Row>) {
        let order = self.ledger.order(query, &self.report.findings, &self.received);
        let columns = evidence::Columns::of(&query.carried, &self.received);
        let rows = order.iter().skip(from as usize).take(len as usize);
        let rows = rows.map(|&index| view::row(&self.report.findings[index as usize], &columns)).collect();
        (order.len() as u32, rows)
    }

    /// One finding with its evidence.
    pub(super) fn open(&mut self, query: &Query, position: u32) -> Option<Opened> {
        let order = self.ledger.order(query, &self.report.findings, &self.received);
        let finding = &self.report.findings[*order.get(position as usize)? as usize];
        let columns = evidence::Columns::of(&query.carried, &self.received);
        Some(Opened {
            position,
            row: view::row(finding, &columns),
            control: view::control_of(finding, &self.report),
            missing_from: finding.missing_from.map(|dataset| dataset.name().to_owned()),
            here: finding.line.and_then(|line| {
                evidence::row(&self.received, finding.dataset, (finding.file.as_deref(), line), finding.field)
            }),
            there: finding.other.as_ref().and_then(|place| {
                evidence::row(&self.received, place.dataset, (place.file.as_deref(), place.line), finding.field)
            }),
        })
    }

    /// Why an id is in its tier.
    pub(super) fn why_tier(&self, step: &str, id: String) -> TierAnswer {
        let step = Step::named(step);
        let why = step.and_then(|step| tieout::why_tier(step, &self.contract, self.as_of, &self.received, &id));
        TierAnswer { id, why: why.map(|why| view::tier(&why)) }
    }

    /// The findings of a query as a file that people forward.
    pub(super) fn findings_csv(&mut self, query: &Query) -> String {
        let order = self.ledger.order(query, &self.report.findings, &self.received);
        let findings = order.iter().map(|&index| &self.report.findings[index as usize]);
        tieout::findings_csv(findings, &self.received, &carried(query))
    }

    /// The same findings as a sheet of a workbook.
    pub(super) fn findings_sheet(&mut self, query: &Query) -> Sheet {
        let order = self.ledger.order(query, &self.report.findings, &self.received);
        let findings = order.iter().map(|&index| &self.report.findings[index as usize]);
        findings_sheet(findings, &self.received, &carried(query))
    }

    /// A table that a step makes, under the name by which it is recognized.
    pub(super) fn record_csv(&self, name: &str) -> Result<(String, String), String> {
        let record = made(name)?;
        let text =
            tieout::build_csv(record, &self.contract, self.as_of, &self.received).map_err(|error| error.to_string())?;
        Ok((format!("{record}.csv"), text))
    }

    /// The same table as a sheet of a workbook.
    pub(super) fn record_sheet(&self, name: &str) -> Result<(String, Sheet), String> {
        let record = made(name)?;
        let sheet = tieout::build(record, &self.contract, self.as_of, &self.received, record_sheet);
        Ok((format!("{record}.xlsx"), sheet.map_err(|error| error.to_string())?))
    }

    /// The report, byte for byte what the command line writes.
    pub(super) fn report_json(&self) -> String {
        serde_json::to_string(&self.report).unwrap_or_default()
    }
}

/// The table of this name that a step makes.
fn made(name: &str) -> Result<Dataset, String> {
    tieout::record_named(name).ok_or_else(|| format!("No step makes {name}."))
}

fn carried(query: &Query) -> Vec<(Dataset, String)> {
    let columns = query.carried.iter();
    columns.filter_map(|column| Some((Dataset::named(&column.dataset)?, column.header.clone()))).collect()
}

fn agree(contract: &[u8], as_of: &str) -> Result<(Contract, AsOf), String> {
    let contract = Contract::parse(contract).map_err(|error| error.to_string())?;
    let as_of = contract.as_of(as_of).map_err(|error| error.to_string())?;
    Ok((contract, as_of))
}

fn receive(files: Vec<File>, contract: &Contract, mapping: Option<&Mapping>) -> Received {
    let mut told_at = 0.0;
    Received::read_with(files, contract, mapping, &mut |progress| {
        let now = js_sys::Date::now();
        if now - told_at >= TELL_EVERY_MS {
            told_at = now;
            let (file, rows) = (progress.file.to_owned(), progress.rows);
            let (done_bytes, total_bytes) = (progress.done_bytes, progress.total_bytes);
            tell(News::Progress(Progress { stage: Stage::Reading, file, rows, done_bytes, total_bytes }));
        }
    })
}

fn rows(received: &Received) -> u64 {
    received.inputs().iter().map(|input| u64::from(input.rows)).sum()
}
