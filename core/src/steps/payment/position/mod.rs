//! What the committee decides and what is said of it, under the ceiling of each month.

mod notes;
mod board;
mod external;
mod follow_up;
mod timely;
mod build;
mod metrics;

use rust_decimal::Decimal;

use crate::control::Findings;
use crate::dataset::Dataset;
use crate::derive::Run;
use crate::derive::payment::{Ceiling, Decision, Position};
use crate::table::{Row, Table};
use crate::value::{Day, Month};

pub(super) use board::board_statements;
pub(crate) use build::build;
pub(super) use external::external_statements;
pub(super) use follow_up::restricted_have_owner;
pub(crate) use metrics::metrics;
pub(super) use notes::noted;
pub(super) use timely::in_time;

/// The decision that stands on each month.
fn standing<'r>(run: &'r Run<'_>) -> impl Iterator<Item = (&'r Table, Month, Decision)> {
    let log = run.table(run.papers().decisions).zip(run.committee());
    log.into_iter().flat_map(|(table, committee)| {
        committee.all_current(run.as_of.day()).map(move |(month, decision)| (table, month, decision))
    })
}

/// A statement on a month.
struct Statement<'r> {
    table: &'r Table,
    row: Row,
    month: Month,
    issued: Day,
    position: Option<Position>,
    amount: Option<Decimal>,
}

impl Statement<'_> {
    /// Told of a statement that is dated later than anybody can know.
    fn is_from_the_future(&self, run: &Run<'_>, findings: &mut Findings<'_>) -> bool {
        let is_future = self.issued > run.as_of.day();
        if is_future {
            let message = format!("The statement is dated {}, after {}.", self.issued, run.as_of.day());
            findings.at(self.table, self.row).field("issued_on").stated(self.issued.to_string()).says(message);
        }
        is_future
    }
}

/// The statements to an audience that say when they were made and on which month.
fn statements<'r>(run: &'r Run<'_>, audience: &'static str) -> impl Iterator<Item = Statement<'r>> {
    run.table(Dataset::Statements).into_iter().flat_map(move |table| {
        let column = |name| table.column(name);
        let to_audience = table.rows().filter(move |&row| column("audience").text(row) == audience);
        to_audience.filter_map(move |row| {
            let (month, issued) = column("pilot_month").month(row).zip(column("issued_on").day(row))?;
            let position = Position::named(&column("asserted_position").text(row));
            Some(Statement { table, row, month, issued, position, amount: column("asserted_amount").money(row) })
        })
    })
}

/// Whether a position is above a ceiling, and how to say so.
fn above(ceiling: &Ceiling, position: Option<Position>) -> Option<(Position, String)> {
    let position = position.filter(|&position| position > ceiling.position)?;
    let message = format!("{} is more than {}: {}.", position.name(), ceiling.position.name(), ceiling.because());
    Some((position, message))
}
