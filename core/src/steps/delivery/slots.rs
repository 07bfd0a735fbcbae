//! Whether whoever is named is on the staffing list, is there when needed, and has a slot for each who counts on them.

use std::borrow::Cow;

use crate::control::Findings;
use crate::dataset::Dataset::StaffingCapacity;
use crate::derive::Run;
use crate::derive::delivery::{Lead, Leads};
use crate::table::{Row, Table};
use crate::value::{Day, sort_by};

/// A record, and the column in which it names who does the work.
pub(super) struct Named<'r> {
    table: &'r Table,
    staffing: &'r Table,
    leads: &'r Leads<'r>,
    column: &'static str,
}

/// A row that takes one of somebody's slots.
pub(super) struct Taker<'r, O> {
    pub(super) lead: usize,
    /// Who comes first: the rank, or the release.
    pub(super) order: O,
    pub(super) id: Cow<'r, str>,
    pub(super) row: Row,
    /// The days on one of which the lead must be there, where they are known.
    pub(super) days: Option<(Day, Day)>,
}

impl<'r> Named<'r> {
    pub(super) fn of(run: &'r Run<'_>, table: &'r Table, column: &'static str) -> Option<Self> {
        Some(Self { table, staffing: run.table(StaffingCapacity)?, leads: run.leads()?, column })
    }

    /// Whom a row names; a stranger is told, and nobody at all is not.
    pub(super) fn lead_of(&self, row: Row, findings: &mut Findings<'_>) -> Option<usize> {
        let stated = self.table.column(self.column).id(row);
        let lead = self.leads.position(&stated);
        if lead.is_none() && !stated.is_empty() {
            let message = format!("{stated} is not on the staffing list.");
            findings.at(self.table, row).field(self.column).stated(stated).says(message);
        }
        lead
    }

    /// Tells everybody who counts on somebody who is away or, where the order is known, whose slots others take who
    /// come first.
    pub(super) fn settle<O: Ord>(&self, mut takers: Vec<Taker<'r, O>>, in_order: bool, findings: &mut Findings<'_>) {
        sort_by(&mut takers, |a, b| (a.lead, &a.order, &a.id).cmp(&(b.lead, &b.order, &b.id)));
        for of_one in takers.chunk_by(|a, b| a.lead == b.lead) {
            for (before, taker) in (0_u64..).zip(of_one) {
                let lead = &self.leads.all()[taker.lead];
                let full = || lead.slots.filter(|&slots| in_order && before >= slots).map(|slots| full(lead, slots));
                let Some(message) = away(lead, taker.days).or_else(full) else { continue };
                let draft = findings.at(self.table, taker.row).field(self.column).stated(lead.id.clone());
                draft.other(Some(self.staffing.place(lead.row))).says(message);
            }
        }
    }
}

fn away(lead: &Lead<'_>, days: Option<(Day, Day)>) -> Option<String> {
    let (first, last) = days?;
    let needed = if first == last { format!("not on {first}") } else { format!("on no day from {first} to {last}") };
    (!lead.is_there(first, last)).then(|| format!("{} is there {}, and {needed}.", lead.id, lead.days()))
}

#[cold]
fn full(lead: &Lead<'_>, slots: u64) -> String {
    let slots = if slots == 1 { "1 open slot, which is".to_owned() } else { format!("{slots} open slots, which are") };
    format!("{} has {slots} taken by those who come first.", lead.id)
}
