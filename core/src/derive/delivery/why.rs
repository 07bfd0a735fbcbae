//! Why somebody is in their tier, for whoever asks about one row of a list.

use super::{Crisis, Score, Standing};
use crate::dataset::Dataset;
use crate::derive::Run;
use crate::table::Subject;
use crate::value::Step;

impl Run<'_> {
    /// What a participant scores for the priority list, or an event for its response: at the release of the response
    /// that was submitted, or at the as-of instant.
    pub(crate) fn why_tier(&self, step: Step, key: &str) -> Option<Score<'_>> {
        match step {
            Step::A3 | Step::A4 => {
                let person = self.numbered(Dataset::CohortDecisions, Subject::Person, key)?;
                self.active()?.get(person)?;
                Standing::of(self)?.score(person)
            }
            Step::D3 | Step::D4 => {
                let event = self.numbered(Dataset::Referrals, Subject::Event, key)?;
                let bundle = self.table(Dataset::ResponseBundles).zip(self.bundles().and_then(|all| all.get(event)));
                let released = bundle.and_then(|(table, row)| table.column("released_at").instant(row, self.clock()));
                Crisis::of(self)?.score(event, released.unwrap_or(self.as_of.instant()))
            }
            _ => None,
        }
    }

    /// The number of an id that a table names.
    fn numbered(&self, dataset: Dataset, subject: Subject, id: &str) -> Option<u32> {
        let table = self.table(dataset)?;
        let named = table.column(subject.column());
        table.rows().find(|&row| named.id(row) == id || named.text(row) == id).map(|row| table.number(subject, row))
    }
}
