//! The ceiling of each month of the file, with its reasons.

use std::collections::BTreeMap;

use super::super::file::{self, rows};
use crate::derive::Run;
use crate::derive::payment::Amount;
use crate::metric::Metric;
use crate::value::gathered;

/// The ceiling and the amount of each month, and by when it must be decided.
pub(crate) fn metrics(run: &Run<'_>) -> BTreeMap<String, Metric> {
    let months = rows(run).map(|(_, month, _)| {
        let mut figures = run.ceiling(month).map_or_else(BTreeMap::new, |ceiling| file::ceiling(&ceiling));
        if let Amount::Is(amount) = run.amount(month) {
            figures.insert("amount".to_owned(), Metric::Text(amount.to_string()));
        }
        if let Some(limit) = run.review_limit(month) {
            figures.insert("decide_by".to_owned(), Metric::Text(limit.until.day(run.clock()).to_string()));
        }
        (month.to_string(), Metric::Group(figures))
    });
    let months = Metric::Group(gathered(months));
    BTreeMap::from([("file_day".to_owned(), Metric::Text(run.file_day().to_string())), ("months".to_owned(), months)])
}
