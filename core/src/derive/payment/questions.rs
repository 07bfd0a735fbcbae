//! Questions about a month: open from the day on which they were raised until the day before they were settled.

use std::collections::BTreeMap;

use crate::table::{Row, Table};
use crate::value::{Day, Month, sort_by};

/// The questions of a log, by the month that they are about.
#[derive(Debug)]
pub(crate) struct Questions(BTreeMap<Month, Vec<Question>>);

#[derive(Debug)]
struct Question {
    row: Row,
    id: String,
    kind: String,
    raised: Day,
    resolved: Option<Day>,
}

/// A question that is open on some day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Open<'q> {
    pub(crate) row: Row,
    pub(crate) id: &'q str,
    /// What it is about; empty where the log does not say so in a word that is known.
    pub(crate) kind: &'q str,
}

/// What a question can be about.
const KINDS: [&str; 4] = ["methodology", "lag", "data", "closure"];

impl Questions {
    /// The questions of a log; one without a month or without the day on which it was raised is none.
    pub(super) fn of(table: &Table) -> Self {
        let (month, kind, id) = (table.column("pilot_month"), table.column("kind"), table.column("question_id"));
        let (raised, resolved) = (table.column("raised_on"), table.column("resolved_on"));
        let mut by_month = BTreeMap::<_, Vec<_>>::new();
        for row in table.rows() {
            let Some((month, raised)) = month.month(row).zip(raised.day(row)) else { continue };
            let kind = Some(kind.text(row).into_owned()).filter(|kind| KINDS.contains(&kind.as_str()));
            let (id, kind, resolved) = (id.id(row).into_owned(), kind.unwrap_or_default(), resolved.day(row));
            by_month.entry(month).or_default().push(Question { row, id, kind, raised, resolved });
        }
        for questions in by_month.values_mut() {
            sort_by(questions, |a, b| a.id.cmp(&b.id));
        }
        Self(by_month)
    }

    /// The questions about a month that are open on a day, by id.
    pub(crate) fn open(&self, month: Month, day: Day) -> impl Iterator<Item = Open<'_>> {
        let all = self.0.get(&month).into_iter().flatten();
        all.filter(move |question| question.raised <= day && question.resolved.is_none_or(|resolved| resolved > day))
            .map(|question| Open { row: question.row, id: &question.id, kind: &question.kind })
    }

    /// How many questions about a month are open on a day.
    pub(crate) fn count(&self, month: Month, day: Day) -> u64 {
        self.open(month, day).count() as u64
    }
}
