//! The columns of one table, found among a file's headers: what is certain, then names, then content; of two that
//! could be it, neither is proposed.

use std::collections::BTreeSet;

use super::super::synonyms;
use super::Ids;
use super::agreed::{self, Agreed};
use super::content::{Verdict, date_forms, verdict};
use super::words::strange_words;
use crate::contract::Contract;
use crate::dataset::{Column, Dataset, Kind};
use crate::mapping::proposal::{ColumnProposal, Confidence, Sample};
use crate::mapping::{ColumnMapping, FileMapping, Why, places};
use crate::value::gathered;

/// How many values of a column are shown.
const SHOWN: usize = 3;
/// How many of a hundred cells must be ids of the same people.
const SAME_PEOPLE: usize = 50;

/// What is found for one column.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) place: Option<usize>,
    pub(super) confidence: Confidence,
    why: String,
    others: Vec<usize>,
}

/// What is known and open about each column of a table.
pub(super) fn of(
    sample: &Sample,
    dataset: Dataset,
    said: Option<&FileMapping>,
    ids: &Ids,
    contract: &Contract,
) -> Vec<ColumnProposal> {
    let lists: Vec<_> = dataset.definition().columns.iter().map(|c| agreed::of(dataset, c, contract)).collect();
    let found = find(sample, dataset, said, ids, &lists);
    let columns = dataset.definition().columns.iter().zip(lists).zip(found);
    let mut told: Vec<_> = columns.map(|((column, agreed), found)| told(sample, column, said, agreed, found)).collect();
    date_alike(&mut told);
    told
}

/// Whoever writes one column's months first writes those of the others first, where both could be meant.
fn date_alike(columns: &mut [ColumnProposal]) {
    let decided: BTreeSet<_> = gathered(columns.iter().filter(|c| c.dates.len() == 1).map(|c| c.dates[0]));
    for column in columns.iter_mut().filter(|column| column.dates.len() > 1) {
        let mut same = column.dates.iter().filter(|form| decided.contains(form));
        if let (Some(&form), None) = (same.next(), same.next()) {
            column.dates = vec![form];
        }
    }
}

/// Finds the columns of a table. `lists` are their agreed values.
pub(super) fn find(
    sample: &Sample,
    dataset: Dataset,
    said: Option<&FileMapping>,
    ids: &Ids,
    lists: &[Agreed],
) -> Vec<Found> {
    let columns = dataset.definition().columns;
    let surely = places(dataset, &sample.headers, said);
    let mut found: Vec<_> = surely.iter().map(|fit| fit.map(|fit| certain(fit.place, fit.why))).collect();
    let mut free: Vec<_> = (0..sample.headers.len()).collect();
    free.retain(|place| !surely.iter().flatten().any(|fit| fit.place == *place));
    for (nth, column) in columns.iter().enumerate().filter(|(nth, _)| surely[*nth].is_none()) {
        let is_absent = said.and_then(|said| said.column(column.name)).is_some_and(ColumnMapping::is_absent);
        found[nth] =
            if is_absent { Some(absent()) } else { by_name(sample, dataset, column, &free, ids, lists[nth].all()) };
    }
    let taken: Vec<_> =
        found.iter().flatten().flat_map(|found| found.place.into_iter().chain(found.others.clone())).collect();
    free.retain(|place| !taken.contains(place) && !sample.headers[*place].trim().is_empty());
    by_content(sample, columns, &mut found, &free, ids, lists);
    let open = |found: Option<Found>| {
        found.unwrap_or(Found {
            place: None,
            confidence: Confidence::Open,
            why: "No header has this name or one that is known for it, and no column's content tells.".to_owned(),
            others: Vec::new(),
        })
    };
    found.into_iter().map(open).collect()
}

fn certain(place: usize, why: Why) -> Found {
    let why = match why {
        Why::Said => "The mapping says so.",
        Why::Same => "It is the column's own name.",
        Why::Alike => "It is the column's own name but for blanks, case and signs.",
    };
    Found { place: Some(place), confidence: Confidence::Certain, why: why.to_owned(), others: Vec::new() }
}

fn absent() -> Found {
    let why = "The mapping says that the file has no such column.".to_owned();
    Found { place: None, confidence: Confidence::Open, why, others: Vec::new() }
}

/// A column by what the field calls it. Where several headers are called so, content may still tell which.
fn by_name(
    sample: &Sample,
    dataset: Dataset,
    column: &Column,
    free: &[usize],
    ids: &Ids,
    agreed: Option<&Agreed>,
) -> Option<Found> {
    let is_called = |place: &usize| synonyms::is_known(dataset, column.name, &sample.headers[*place]);
    let look = |place: usize| (verdict(column.kind, agreed, sample.cells(place)), place);
    let called: Vec<_> = free.iter().copied().filter(is_called).map(look).collect();
    let sound: Vec<_> =
        called.iter().filter(|(verdict, _)| *verdict != Verdict::Against).map(|&(_, place)| place).collect();
    let name = |place: usize| sample.headers[place].trim();
    let likely = |place: usize, why: String| Found {
        place: Some(place),
        confidence: Confidence::Likely,
        why,
        others: others(&sound, place),
    };
    let open = |why: String, others: Vec<usize>| Found { place: None, confidence: Confidence::Open, why, others };
    match sound[..] {
        [] => {
            let others: Vec<_> = called.iter().map(|&(_, place)| place).collect();
            let why = format!("“{}” is a name for it, but holds something else.", name(*others.first()?));
            Some(open(why, others))
        }
        [only] => Some(likely(only, format!("“{}” is a name that the field has for it.", name(only)))),
        _ => {
            if let Some((place, what)) = only_one(sample, column, &sound, ids) {
                let named = name(place);
                let why =
                    format!("“{named}” is a name that the field has for it, and the only such column that {what}.");
                return Some(likely(place, why));
            }
            let names = sound.iter().map(|&place| format!("“{}”", name(place))).collect::<Vec<_>>().join(" and ");
            Some(open(format!("{names} are names that the field has for it: say which."), sound))
        }
    }
}

/// The only one of several columns that holds the ids of the other files or, failing that, anything at all.
fn only_one(sample: &Sample, column: &Column, places: &[usize], ids: &Ids) -> Option<(usize, &'static str)> {
    let only = |is_it: &dyn Fn(usize) -> bool| {
        let mut fits = places.iter().copied().filter(|&place| is_it(place));
        fits.next().filter(|_| fits.next().is_none())
    };
    let shares = |place| ids.share(column.name, sample.cells(place)).is_some_and(|share| share >= SAME_PEOPLE);
    let sharing = if column.kind == Kind::Id { only(&shares) } else { None };
    let filled = || only(&|place| sample.cells(place).next().is_some());
    sharing.map(|place| (place, "holds the ids of the other files")).or_else(|| Some((filled()?, "is not empty")))
}

fn others(all: &[usize], chosen: usize) -> Vec<usize> {
    all.iter().copied().filter(|&place| place != chosen).collect()
}

/// Columns by their content: only where one header is left that can be it, and nothing else can. Of those that a table can do
/// without, only the ones that have a list of values speak clearly enough.
fn by_content(
    sample: &Sample,
    columns: &[Column],
    found: &mut [Option<Found>],
    free: &[usize],
    ids: &Ids,
    lists: &[Agreed],
) {
    let is_sought = |nth: usize| columns[nth].required || lists[nth].all().is_some();
    let open: Vec<_> = (0..columns.len()).filter(|&nth| is_sought(nth) && found[nth].is_none()).collect();
    let speaks = |nth: usize, place: usize| {
        let column = &columns[nth];
        match column.kind {
            Kind::Id => ids.share(column.name, sample.cells(place)).is_some_and(|share| share >= SAME_PEOPLE),
            kind => verdict(kind, lists[nth].any(), sample.cells(place)) == Verdict::For,
        }
    };
    let able: Vec<(usize, Vec<usize>)> =
        open.iter().map(|&nth| (nth, free.iter().copied().filter(|&place| speaks(nth, place)).collect())).collect();
    for &(nth, ref places) in &able {
        let [place] = places[..] else { continue };
        let is_only = able.iter().all(|&(other, ref places)| other == nth || !places.contains(&place));
        if is_only {
            let what = match columns[nth].kind {
                Kind::Id => "the ids that the other files have for it".to_owned(),
                Kind::Date => "dates".to_owned(),
                Kind::Timestamp => "dates with a time".to_owned(),
                kind => kind.form().to_owned(),
            };
            let why = format!("Of the headers that are left, only “{}” holds {what}.", sample.headers[place].trim());
            found[nth] = Some(Found { place: Some(place), confidence: Confidence::Possible, why, others: Vec::new() });
        }
    }
}

/// A finding in words, with the values, words and dates that stand below the header.
fn told(sample: &Sample, column: &Column, said: Option<&FileMapping>, agreed: Agreed, found: Found) -> ColumnProposal {
    let said = said.and_then(|said| said.column(column.name));
    let header = |place: usize| sample.headers[place].clone();
    let (mut samples, mut words, mut dates) = (Vec::new(), Vec::new(), Vec::new());
    if let Some(place) = found.place {
        for cell in sample.cells(place) {
            if samples.len() < SHOWN && !samples.iter().any(|seen| seen == cell) {
                samples.push(cell.to_owned());
            }
        }
        words = strange_words(&sample.cells(place), &agreed, said.map(|said| &said.values));
        if matches!(column.kind, Kind::Date | Kind::Timestamp) && said.is_none_or(|said| said.dates.is_none()) {
            dates = date_forms(&sample.cells(place));
        }
    }
    ColumnProposal {
        field: column.name,
        required: column.required,
        form: column.kind.form(),
        header: found.place.map(header),
        confidence: found.confidence,
        why: found.why,
        others: found.others.into_iter().map(header).collect(),
        samples,
        agreed: agreed.values,
        is_closed: agreed.are_all,
        words,
        dates,
    }
}
