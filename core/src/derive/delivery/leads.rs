//! Who can take work, on which days and how much; never somebody whom the staffing list does not name.

use std::borrow::Cow;

use crate::derive::Run;
use crate::table::{Row, Table};
use crate::value::{Day, sort, sort_by};

/// One line of the staffing list.
#[derive(Debug)]
pub(crate) struct Lead<'t> {
    pub(crate) id: Cow<'t, str>,
    pub(crate) row: Row,
    /// How much the lead can take; none where nothing legible is stated.
    pub(crate) slots: Option<u64>,
    from: Option<Day>,
    to: Option<Day>,
}

impl Lead<'_> {
    /// Whether the lead is there on some day from the first to the last; a span without an end is open.
    pub(crate) fn is_there(&self, first: Day, last: Day) -> bool {
        let (from, to) = (self.from.map_or(first, |from| from.max(first)), self.to.map_or(last, |to| to.min(last)));
        from <= to
    }

    /// How many of those whom the lead takes on there is room for.
    pub(crate) fn room(&self) -> u64 {
        self.slots.unwrap_or_default()
    }

    /// The days on which the lead is there, as part of a sentence.
    pub(crate) fn days(&self) -> String {
        match (self.from, self.to) {
            (Some(from), Some(to)) => format!("from {from} to {to}"),
            (Some(from), None) => format!("from {from} on"),
            (None, Some(to)) => format!("until {to}"),
            (None, None) => "on every day".to_owned(),
        }
    }
}

/// Everybody on the staffing list, in the byte order of their ids.
#[derive(Debug)]
pub(crate) struct Leads<'t>(Vec<Lead<'t>>);

impl<'t> Leads<'t> {
    pub(super) fn of(table: &'t Table) -> Self {
        let (id, slots) = (table.column("staff_id"), table.column("open_slots"));
        let (from, to) = (table.column("available_from"), table.column("available_to"));
        let lead = |row| Lead { id: id.id(row), row, slots: slots.count(row), from: from.day(row), to: to.day(row) };
        let mut all: Vec<_> = table.rows().map(lead).collect();
        sort_by(&mut all, |a, b| a.id.cmp(&b.id));
        Self(all)
    }

    /// The position of the lead with this id.
    pub(crate) fn position(&self, id: &str) -> Option<usize> {
        self.0.binary_search_by(|lead| lead.id.as_ref().cmp(id)).ok()
    }

    pub(crate) fn all(&self) -> &[Lead<'t>] {
        &self.0
    }
}

impl Run<'_> {
    /// Whether a role of somebody's gives them authority for a piece of work; none without a staff list.
    pub(crate) fn may_lead(&self, staff_id: &str, work: &str) -> Option<bool> {
        let (staff, roles) = (self.staff()?, self.contract.authority.get(work));
        Some(roles.is_some_and(|roles| staff.holds_any(staff_id, roles)))
    }

    /// The first of these pieces of work for which somebody has authority.
    pub(crate) fn first_work<'w>(&self, staff_id: &str, works: &'w [String]) -> Option<(usize, &'w str)> {
        let mut works = works.iter().map(String::as_str).enumerate();
        works.find(|(_, work)| self.may_lead(staff_id, work) == Some(true))
    }

    /// The leads who may do one of these pieces of work and are there on some of these days: those first who may do
    /// the first of the works, then by id.
    pub(crate) fn who_may(&self, works: &[String], first: Day, last: Day) -> Vec<usize> {
        let leads = self.leads().map_or(&[][..], Leads::all).iter().enumerate();
        let there = leads.filter(|(_, lead)| lead.is_there(first, last));
        let mut choices: Vec<_> =
            there.filter_map(|(at, lead)| Some((self.first_work(&lead.id, works)?.0, at))).collect();
        sort(&mut choices);
        choices.into_iter().map(|(_, at)| at).collect()
    }
}
