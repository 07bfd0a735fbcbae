//! Whether the roster and the payer's file name the same people, with the same dates and categories.

use std::sync::Arc;

use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{CaseManagement, PayerAttribution, Roster};
use crate::dataset::NO_CATEGORY;
use crate::derive::Run;
use crate::derive::entry::{Folded, Population};
use crate::pairing::OneEach;
use crate::table::{Column, Row, Table};
use crate::value::Day;

control! {
    /// The roster names exactly the people whom the payer's file attributes.
    ///
    /// ## Why
    /// One person too many or too few changes every denominator of the pilot, and the payer will find it.
    /// ## Remedy
    /// Take people off the roster whom the payer does not attribute on the roster day, add those who are missing, and
    /// copy the attribution date from the payer's file and the category from the case management system.
    /// ## Example
    /// ```clean
    /// payer_attribution: participant_id attribution_date | P1 2026-01-01
    /// case_management: participant_id qualifying_category | P1 smi
    /// roster: participant_id payer_attribution_date qualifying_category | P1 2026-01-01 smi
    /// ```
    /// ```fault
    /// payer_attribution: participant_id attribution_date | P1 2026-01-01
    /// case_management: participant_id qualifying_category | P1 smi
    /// roster: participant_id payer_attribution_date qualifying_category | P1 2026-01-01 smi | P2 2026-01-01 smi <-
    /// ```
    RECONCILED = "A1-V1" Validation Block,
    needs [Need::Table(Roster), Need::Table(PayerAttribution), Need::Table(CaseManagement)],
    Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let (Some(roster), Some(payer), Some(population)) =
        (run.table(Roster), run.table(PayerAttribution), run.population())
    else {
        return;
    };
    let sides = Sides::new(run, roster, payer);
    roster.for_each_row(|row| match population.get(roster.person(row)) {
        Some(payer_row) => sides.compare(row, payer_row, findings),
        None => sides.outside(row, population, findings),
    });
    let Some(submitted) = run.records() else { return };
    population.for_each(|person, row| {
        if submitted.get(person).is_some() {
            return;
        }
        let id = payer.column("participant_id").text(row);
        let message = format!("{id} is attributed on {} and is not on the roster.", sides.day);
        findings.at(payer, row).field("participant_id").stated(id).missing_from(Roster).says(message);
    });
}

/// The columns that are held against each other, found once for all rows.
struct Sides<'r> {
    roster: &'r Table,
    payer: &'r Table,
    day: Day,
    id: Column<'r>,
    stated_date: Column<'r>,
    date: Column<'r>,
    stated_category: Column<'r>,
    cases: Option<(&'r Table, &'r OneEach, Arc<Folded<'r>>)>,
}

impl<'r> Sides<'r> {
    fn new(run: &'r Run<'_>, roster: &'r Table, payer: &'r Table) -> Self {
        let cases = run.table(CaseManagement).zip(run.cases()).zip(run.folded(CaseManagement, "qualifying_category"));
        Self {
            roster,
            payer,
            day: run.record_day(super::STEP),
            id: roster.column("participant_id"),
            stated_date: roster.column("payer_attribution_date"),
            date: payer.column("attribution_date"),
            stated_category: roster.column("qualifying_category"),
            cases: cases.map(|((table, rows), categories)| (table, rows, categories)),
        }
    }

    /// Somebody who is not in the population.
    fn outside(&self, row: Row, population: &Population, findings: &mut Findings<'_>) {
        let id = self.id.text(row);
        let known = population.newest_known(self.roster.person(row));
        let draft = findings.at(self.roster, row).field("participant_id").stated(id.clone());
        match known {
            Some(other) => {
                let message = format!("{id} is on the payer's file, but is not attributed on {}.", self.day);
                draft.other(Some(self.payer.place(other))).says(message);
            }
            None => draft.missing_from(PayerAttribution).says(format!("{id} is not on the payer's file.")),
        }
    }

    /// Somebody whom both sides name. The first difference is told.
    #[inline]
    fn compare(&self, row: Row, payer_row: Row, findings: &mut Findings<'_>) {
        if let (Some(stated), Some(date)) = (self.stated_date.day(row), self.date.day(payer_row))
            && stated != date
        {
            return self.date_differs(row, payer_row, findings);
        }
        let Some((cases, rows, categories)) = &self.cases else { return };
        let person = self.roster.person(row);
        let (stated, known) = (self.stated_category.text(row), categories.get(person));
        let expected = known.unwrap_or(NO_CATEGORY);
        // Where either is empty, that emptiness has been told.
        if stated != expected && !stated.is_empty() && !expected.is_empty() {
            let source = known.map_or_else(
                || "case management has no case".to_owned(),
                |known| format!("case management says {known}"),
            );
            let message = format!("The roster puts {} in category {stated}; {source}.", self.id.text(row));
            let draft = findings.at(self.roster, row).field("qualifying_category").stated(stated).expected(expected);
            draft.other(rows.get(person).map(|case| cases.place(case))).says(message);
        }
    }

    #[cold]
    fn date_differs(&self, row: Row, payer_row: Row, findings: &mut Findings<'_>) {
        let (stated, date) = (self.stated_date.text(row), self.date.text(payer_row));
        let message = format!(
            "The roster dates the attribution of {} {stated}; the payer's file says {date}.",
            self.id.text(row)
        );
        let draft = findings.at(self.roster, row).field("payer_attribution_date").stated(stated);
        draft.expected(date).other(Some(self.payer.place(payer_row))).says(message);
    }
}
