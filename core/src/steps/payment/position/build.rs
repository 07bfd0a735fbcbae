//! The decisions that the file asks for: each month at its ceiling, with the notes that it needs. Nobody has decided them.

use std::borrow::Cow;

use super::super::file::rows;
use crate::derive::Run;
use crate::derive::payment::{Ceiling, Figure, LAG_NOTE, Questions};
use crate::misuse::Misuse;
use crate::record::Record;
use crate::value::Month;

/// One row for each month of the file, in the columns of the decisions. Besides the month, its ceiling and the notes that a
/// decision of the as-of day would need, the cells are empty: they are the committee's to fill.
pub(crate) fn build<'r>(run: &'r Run<'_>) -> Result<Record<'r>, Misuse> {
    let papers = run.papers();
    run.source(papers.file)?;
    for dataset in Figure::Ceiling.sources(run.contract) {
        run.source(dataset)?;
    }
    let mut record = Record::new(papers.decisions, 0);
    for (_, month, _) in rows(run) {
        let (Some(ceiling), Some(questions)) = (run.ceiling(month), run.questions()) else {
            return Err(Misuse::new(format!(
                "The record cannot be built: contract {} agrees on no payment. Give the version that does.",
                run.contract.id
            )));
        };
        let mut cells: [Cow<'_, str>; 12] = Default::default();
        let mut fill = |column: &str, text: String| {
            let place = papers.decisions.definition().position(column).and_then(|position| cells.get_mut(position));
            if let Some(cell) = place {
                *cell = Cow::Owned(text);
            }
        };
        fill("pilot_month", month.to_string());
        fill(papers.position, ceiling.position.name().to_owned());
        for (kind, column) in papers.notes {
            fill(column, open(run, questions, month, kind));
        }
        fill(LAG_NOTE, lag_note(run, questions, month, &ceiling));
        record.push(cells);
    }
    Ok(record)
}

/// The open questions of a kind, as a note.
fn open(run: &Run<'_>, questions: &Questions, month: Month, kind: &str) -> String {
    let open = questions.open(month, run.as_of.day()).filter(|question| question.kind == kind);
    let ids: Vec<_> = open.map(|question| question.id).collect();
    if ids.is_empty() { String::new() } else { format!("open on {}: {}", run.as_of.day(), ids.join(", ")) }
}

/// What stands against the month for its lag, and the open questions on it.
fn lag_note(run: &Run<'_>, questions: &Questions, month: Month, ceiling: &Ceiling) -> String {
    let reasons = ceiling.reasons.iter().filter(|reason| reason.topic == "lag").map(|reason| reason.text.clone());
    let open = Some(open(run, questions, month, "lag")).filter(|note| !note.is_empty());
    reasons.chain(open).collect::<Vec<_>>().join("; ")
}
