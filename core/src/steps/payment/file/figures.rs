//! The count and the lag of each month.

use super::{differs, not_known, rows, terms};
use crate::control::Findings;
use crate::dataset::Dataset;
use crate::derive::Run;
use crate::derive::payment::lag::{Basis, Lag};
use crate::finding::Place;

/// Each row counts those who are locked in for its month.
pub(crate) fn count(run: &Run<'_>, findings: &mut Findings<'_>) {
    let papers = run.papers();
    for (file, month, row) in rows(run) {
        let (Some(stated), Some(expected)) = (file.column(papers.count).count(row), run.locked(month)) else {
            continue;
        };
        if stated != expected {
            let message = format!("The file counts {stated} for {month}; {} has {expected}.", papers.locked);
            let draft = findings.at(file, row).field(papers.count).stated(file.column(papers.count).text(row));
            draft.expected(expected).says(message);
        }
    }
}

/// Each row states the lag that the contract's method gives.
pub(crate) fn lag(run: &Run<'_>, findings: &mut Findings<'_>) {
    const FIELD: &str = "claims_lag_pct";
    let Some(terms) = terms(run, findings) else { return };
    for (file, month, row) in rows(run) {
        let Some(stated) = file.column(FIELD).pct(row) else { continue };
        match run.lag(month) {
            Ok(lag) if differs(stated, lag.pct, terms.lag_tolerance_pct) => {
                let message =
                    format!("The file states a claims lag of {stated} % for {month}; {} {} %.", source(&lag), lag.pct);
                let draft = findings.at(file, row).field(FIELD).stated(file.column(FIELD).text(row));
                draft.expected(lag.pct).other(evidence(run, &lag)).says(message);
            }
            Ok(_) => {}
            Err(unknown) => not_known(month, &unknown, findings),
        }
    }
}

fn source(lag: &Lag) -> String {
    match &lag.basis {
        Basis::Ladder { age, completion, .. } => {
            let completion = completion.round_dp(4);
            format!("at age {age}, a share of {completion} of its claims has come in, which leaves")
        }
        Basis::Tracker(_) => "the tracker says".to_owned(),
    }
}

fn evidence(run: &Run<'_>, lag: &Lag) -> Option<Place> {
    let Basis::Tracker(row) = lag.basis else { return None };
    run.table(Dataset::ClaimsLagTracker).map(|tracker| tracker.place(row))
}
