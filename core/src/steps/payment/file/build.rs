//! The file that the sources give.

use std::borrow::Cow;

use crate::dataset::Dataset;
use crate::derive::Run;
use crate::derive::payment::Figure;
use crate::misuse::Misuse;
use crate::record::Record;

/// One row for each month that is over. What cannot be computed is left empty; the metrics say why.
pub(crate) fn build<'r>(run: &'r Run<'_>) -> Result<Record<'r>, Misuse> {
    let papers = run.papers();
    if run.terms().is_none() {
        return Err(Misuse::new(format!(
            "The record cannot be built: contract {} agrees on no payment. Give the version that does.",
            run.contract.id
        )));
    }
    let figures = [Figure::Amount, Figure::Lag, Figure::Trigger];
    let sources = figures.iter().flat_map(|figure| figure.sources(run.contract));
    for dataset in sources.chain([papers.locked, Dataset::MethodologyQuestions]) {
        run.source(dataset)?;
    }
    let mut record = Record::new(papers.file, 0);
    for month in run.file_months() {
        let counted = run.locked(month).unwrap_or_default();
        let asked = run.questions().map_or(0, |questions| questions.count(month, run.file_day()));
        let claimed = run.claimed(month).map(|amount| amount.to_string());
        let lag = run.lag(month).map(|lag| lag.pct.to_string());
        let trigger = run.trigger(month).map(|trigger| trigger.status.name());
        record.push([
            Cow::Owned(month.to_string()),
            Cow::Owned(counted.to_string()),
            Cow::Owned(claimed.unwrap_or_default()),
            Cow::Owned(lag.unwrap_or_default()),
            Cow::Borrowed(trigger.unwrap_or_default()),
            Cow::Owned(asked.to_string()),
        ]);
    }
    Ok(record)
}
