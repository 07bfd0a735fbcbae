//! What the payer says of a participant on the day of an event, out of all the spans that contain it; never out of the newest alone.

use super::Events;
use crate::pairing::ManyEach;
use crate::table::{Column, NOBODY, Row, Table};
use crate::value::Day;

/// What the payer's spans make of a day, from the weakest claim to the strongest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Coverage {
    NotFound,
    Terminated,
    Suspended,
    Eligible,
}

impl Coverage {
    pub(crate) const ALL: [Self; 4] = [Self::Eligible, Self::Suspended, Self::Terminated, Self::NotFound];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::Terminated => "terminated",
            Self::Suspended => "suspended",
            Self::Eligible => "eligible",
        }
    }

    /// What a span says; that there is none is what no span can say.
    fn said(text: &str) -> Option<Self> {
        Self::ALL.into_iter().filter(|&coverage| coverage != Self::NotFound).find(|coverage| coverage.name() == text)
    }
}

/// A coverage and the span that gives it; of several the newest.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Eligibility {
    pub(crate) coverage: Coverage,
    pub(crate) evidence: Option<Row>,
}

/// The eligibility of each event by its number; none where the event has no day or no participant, and where the only
/// span that contains its day does not say what it is.
pub(super) fn of_events(events: &Events, payer: &Table, spans_of: &ManyEach, count: usize) -> Vec<Option<Eligibility>> {
    let (spans, mut all) = (Spans::of(payer), vec![None; count]);
    for (number, event) in events.iter() {
        let day = event.day.filter(|_| event.person != NOBODY);
        if let Some((day, slot)) = day.zip(all.get_mut(number as usize)) {
            *slot = spans.on(day, spans_of.get(event.person));
        }
    }
    all
}

/// The columns of the payer's spans.
struct Spans<'t> {
    status: Column<'t>,
    from: Column<'t>,
    to: Column<'t>,
}

impl<'t> Spans<'t> {
    fn of(payer: &'t Table) -> Self {
        let column = |name| payer.column(name);
        Self { status: column("eligibility_status"), from: column("start_date"), to: column("end_date") }
    }

    fn on(&self, day: Day, rows: &[Row]) -> Option<Eligibility> {
        let contains = |row: Row| {
            self.from.day(row).is_some_and(|start| start <= day) && self.to.day(row).is_none_or(|end| end >= day)
        };
        let (mut known, mut is_unclear) = (Eligibility { coverage: Coverage::NotFound, evidence: None }, false);
        for &row in rows.iter().filter(|&&row| contains(row)) {
            let status = self.status.text(row);
            let Some(coverage) = Coverage::said(&status) else {
                is_unclear = true;
                continue;
            };
            let is_newer = known.evidence.is_some_and(|other| self.from.day(row) > self.from.day(other));
            if coverage > known.coverage || (coverage == known.coverage && is_newer) {
                known = Eligibility { coverage, evidence: Some(row) };
            }
        }
        Some(known).filter(|known| !is_unclear || known.coverage > Coverage::NotFound)
    }
}
