//! What the committee decided: the first month looked at, then settled; the second held back, with its reasons.

use chrono::{Days, NaiveDate};

use super::{Account, MONTHS, PositionFault as F, money};
use crate::sample::table::{Charge, Row, Table, row};

const CODE: usize = 1;
const POSITION: usize = 2;
const DATE: usize = 3;
const OWNER: usize = 4;
const RISK: usize = 5;
const CHECKPOINT: usize = 6;
const APPROVED: usize = 7;
const METHODOLOGY_NOTE: usize = 8;
const LAG_NOTE: usize = 9;
const DEPENDENCY_NOTE: usize = 10;

/// The decisions, in the order in which they were made.
pub(crate) fn decisions(account: &Account<'_>) -> Table {
    let terms = account.terms;
    let header = [
        "pilot_month",
        "board_decision_code",
        terms.position_column,
        "review_date",
        "executive_owner",
        "residual_risk_rating",
        "next_checkpoint_date",
        "approved_amount",
        "methodology_note",
        "lag_note",
        terms.dependency.1,
        "follow_up_owner",
    ];
    let mut table = Table::new(terms.decisions, &header, &[0, DATE]);
    table.push(first_look(account));
    table.push(settled(account));
    if !account.has(F::MonthUndecided) {
        table.push(held_back(account));
    }
    table
}

fn first_look(account: &Account<'_>) -> Row {
    let day = account.terms.days.first_look;
    let mut row = decision(MONTHS[0], "LOOK", "provisional", day, "moderate")
        .with(LAG_NOTE, "a third of the claims was still to come");
    if account.has(F::BoardDateEmpty) {
        row.spoil(DATE, "", Charge::new(account.control("6-F3"), F::BoardDateEmpty));
    }
    row
}

fn settled(account: &Account<'_>) -> Row {
    let mut row = decision(MONTHS[0], "APPROVE", "supportable", account.terms.days.settled, "low");
    let approved = account.filed_cents(0);
    row.cells[APPROVED] = money(approved);
    if account.has(F::ApprovedAbove) {
        row.spoil(APPROVED, money(approved + 50_000), Charge::new(account.control("6-G1"), F::ApprovedAbove));
    }
    row
}

fn held_back(account: &Account<'_>) -> Row {
    let mut row = decision(MONTHS[1], "HOLD", "provisional", account.decided_on(), "moderate")
        .with(METHODOLOGY_NOTE, "the comparison group is under review")
        .with(LAG_NOTE, "the month's claims are not yet in")
        .with(DEPENDENCY_NOTE, "waits for a corrected extract");
    for &fault in F::ALL.iter().filter(|&&fault| account.has(fault)) {
        let charge = |control: &str| Some(Charge::new(account.control(control), fault));
        match fault {
            F::BoardCodeEmpty => row.spoil(CODE, "", charge("6-F1")),
            F::PositionEmpty => row.spoil(POSITION, "", charge("6-F2")),
            F::PositionForeign => row.spoil(POSITION, "approved", charge("6-F2")),
            F::BoardOwnerEmpty => row.spoil(OWNER, "", charge("6-F4")),
            F::RiskEmpty => row.spoil(RISK, "", charge("6-F5")),
            F::BoardCheckpointEmpty => row.spoil(CHECKPOINT, "", charge("6-F6")),
            F::MethodologyUnnoted => row.spoil(METHODOLOGY_NOTE, "", charge("6-G1")),
            F::LagUnnoted => row.spoil(LAG_NOTE, "", charge("6-G1")),
            F::DependencyUnnoted => row.spoil(DEPENDENCY_NOTE, "", charge("6-G1")),
            F::PositionAbove => row.spoil(POSITION, "supportable", charge("6-G1")),
            F::RestrictedUnowned => row.spoil(POSITION, "restricted", charge("6-V2")),
            F::DecidedLate | F::MaterialWaited => row.charge(Charge::new(account.control("6-T1"), fault)),
            // They stand in another row, or in what was said.
            _ => {}
        }
    }
    row
}

fn decision(month: &str, code: &str, position: &str, day: NaiveDate, risk: &str) -> Row {
    row![month, code, position, day, "S-151", risk, day + Days::new(28), "", "", "", "", ""]
}
