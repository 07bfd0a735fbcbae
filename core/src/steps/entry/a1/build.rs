//! The roster that the sources really give.

use std::borrow::Cow;

use crate::dataset::Dataset::{AuthorizationRegister, CaseManagement, PayerAttribution, Roster};
use crate::dataset::NO_CATEGORY;
use crate::derive::Run;
use crate::misuse::Misuse;
use crate::record::Record;
use crate::value::sort;

/// One row for each person of the population, in the byte order of their ids.
pub(crate) fn build<'r>(run: &'r Run<'_>) -> Result<Record<'r>, Misuse> {
    let (payer, cases, register) =
        (run.source(PayerAttribution)?, run.source(CaseManagement)?, run.source(AuthorizationRegister)?);
    for dataset in run.contract.criteria.iter().map(|criterion| criterion.field.source()) {
        run.source(dataset)?;
    }
    let derived = (run.population(), run.cases(), run.authorizations(), run.rulings());
    let (Some(population), Some(case_rows), Some(authorizations), Some(rulings)) = derived else {
        return Err(Misuse::new(format!(
            "The roster needs {}, {} and {}.",
            payer.dataset(),
            cases.dataset(),
            register.dataset()
        )));
    };
    let (id, date, category) =
        (payer.column("participant_id"), payer.column("attribution_date"), cases.column("qualifying_category"));
    let mut people: Vec<_> = population.iter().map(|(person, row)| (id.id(row), person, row)).collect();
    sort(&mut people);
    let mut record = Record::new(Roster, people.len());
    for (id, person, row) in people {
        let category = case_rows.get(person).and_then(|case| category.code(case)).unwrap_or(Cow::Borrowed(NO_CATEGORY));
        let status = authorizations[person as usize].status.name();
        let code = rulings.get(person).code().unwrap_or_default();
        record.push([id, date.text(row), category, Cow::Borrowed(status), Cow::Borrowed(code)]);
    }
    Ok(record)
}
