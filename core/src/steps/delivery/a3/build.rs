//! The list that the sources really give.

use std::borrow::Cow;
use std::cmp::Reverse;

use crate::dataset::Dataset::{CaseManagement, CaseVariances, CohortDecisions, PriorityList, UtilizationFeed};
use crate::derive::Run;
use crate::derive::delivery::{NO_STATUS, Standing};
use crate::misuse::Misuse;
use crate::record::Record;
use crate::value::sort;

/// Every active participant, the highest score first.
pub(crate) fn build<'r>(run: &'r Run<'_>) -> Result<Record<'r>, Misuse> {
    let Some(scoring) = &run.contract.scoring else {
        return Err(Misuse::new(format!("Contract {} has no scoring, and without it no rank.", run.contract.id)));
    };
    let (decisions, cases) = (run.source(CohortDecisions)?, run.source(CaseManagement)?);
    let sources = [UtilizationFeed, CaseVariances].into_iter();
    for dataset in sources.chain(scoring.factors.iter().map(|factor| factor.field.source())) {
        run.source(dataset)?;
    }
    let derived = (run.active(), Standing::of(run), run.encounters(), run.open_variances(), run.cases());
    let (Some(active), Some(standing), Some(encounters), Some(variances), Some(case_rows)) = derived else {
        return Err(Misuse::new(format!("The list needs {CohortDecisions}, {UtilizationFeed} and {CaseVariances}.")));
    };
    let (id, status) = (decisions.column("participant_id"), cases.column("intervention_status"));
    let mut people = Vec::new();
    active.for_each(|person, row| {
        let known = encounters.get(person as usize).copied().unwrap_or_default();
        let open = variances.get(person as usize).copied().unwrap_or_default();
        let order = Reverse((standing.total(person), known.ed, known.inpatient, open));
        people.push((order, id.id(row), person));
    });
    sort(&mut people);
    let mut record = Record::new(PriorityList, people.len());
    for (rank, (Reverse((_, ed, _, open)), id, person)) in (1_u32..).zip(people) {
        let tier = standing.tier(person).map_or("", |tier| &tier.tier);
        let status = case_rows.get(person).and_then(|case| status.code(case)).unwrap_or(Cow::Borrowed(NO_STATUS));
        let figure = |figure: u32| Cow::Owned(figure.to_string());
        record.push([id, figure(rank), Cow::Borrowed(tier), figure(ed), figure(open), status]);
    }
    Ok(record)
}
