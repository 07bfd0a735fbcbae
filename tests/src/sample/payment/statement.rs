//! What was said about payment, to the board and outside; the board's statements name the file by its digest.

use chrono::{Days, NaiveDate};

use super::{Account, MONTHS, PositionFault as F, file::left_out, money};
use crate::sample::table::{Charge, Row, Table, row};

const MONTH: usize = 1;
const ISSUED: usize = 2;
const POSITION: usize = 4;
const AMOUNT: usize = 5;
const DIGEST: usize = 6;

/// The digest of a file that is no longer the current one.
const EARLIER_DIGEST: &str = "sha256:0b1f5c0e6a7d4f0f8f2f3f7f1f0a5d9c2e4b6a8c0d1e3f5a7b9c1d3e5f7a9b0c";

/// The statements, in the order in which they were made.
pub(crate) fn statements(account: &Account<'_>, digest: &str) -> Table {
    let days = account.terms.days;
    let early = row("S-01", MONTHS[0], days.first_look + Days::new(1), "board", "provisional")
        .with(AMOUNT, "12000.00")
        .with(DIGEST, EARLIER_DIGEST);
    // Of a decision without a date nobody can tell that it came before what was said.
    let undated = account.has(F::BoardDateEmpty).then(|| Charge::new(account.control("6-V3"), F::BoardDateEmpty));
    let outside = row("S-02", MONTHS[0], days.first_look + Days::new(2), "external", "provisional").charged(undated);
    let mut rows = vec![early, outside, settled(account), first_month(account, digest), second_month(account, digest)];
    rows.extend(more(account, digest));
    let header = [
        "statement_id",
        "pilot_month",
        "issued_on",
        "audience",
        "asserted_position",
        "asserted_amount",
        "evidence_digest",
        "text",
    ];
    let mut table = Table::new("statements", &header, &[0]);
    table.extend(rows);
    table
}

/// Said outside about the month that was settled.
fn settled(account: &Account<'_>) -> Row {
    let issued = account.terms.days.settled + Days::new(2);
    let mut row = row("S-03", MONTHS[0], issued, "external", "supportable").with(AMOUNT, money(account.filed_cents(0)));
    if account.has(F::ExternalAboveAmount) {
        let more = money(account.filed_cents(0) + 87_500);
        row.spoil(AMOUNT, more, Charge::new(account.control("6-V3"), F::ExternalAboveAmount));
    }
    row
}

fn first_month(account: &Account<'_>, digest: &str) -> Row {
    row("S-04", MONTHS[0], account.terms.days.file, "board", "supportable")
        .with(AMOUNT, money(account.filed_cents(0)))
        .with(DIGEST, digest)
}

fn second_month(account: &Account<'_>, digest: &str) -> Row {
    let days = account.terms.days;
    let amount = account.filed_cents(1);
    let mut row = row("S-05", MONTHS[1], days.file + Days::new(2), "board", "provisional")
        .with(AMOUNT, money(amount))
        .with(DIGEST, digest);
    let charge = |fault: F| Some(Charge::new(account.control("6-V1"), fault));
    for &fault in F::ALL.iter().filter(|&&fault| account.has(fault)) {
        match fault {
            F::StatementUnproven => row.spoil(DIGEST, "", charge(fault)),
            F::StatementOutdated => row.spoil(DIGEST, EARLIER_DIGEST, charge(fault)),
            F::StatementAmountDiffers => row.spoil(AMOUNT, money(amount + 99), charge(fault)),
            F::StatementAbove => row.spoil(POSITION, "supportable", charge(fault)),
            F::StatementOfNoMonth => {
                row = row.with(AMOUNT, "").with(POSITION, "restricted");
                row.spoil(MONTH, MONTHS[2], charge(fault));
            }
            F::StatementPostdated => row.spoil(ISSUED, days.today + Days::new(7), charge(fault)),
            _ => {}
        }
    }
    if let Some(fault) = left_out(account).filter(|_| row.charges.is_empty()) {
        row.charge(Charge::new(account.control("6-V1"), fault));
    }
    row
}

/// What should not have been said outside about the second month.
fn more(account: &Account<'_>, digest: &str) -> Vec<Row> {
    let (undecided, above) = (F::ExternalUndecided, F::ExternalAbovePosition);
    let said = [
        (undecided, "S-06", account.terms.days.file + Days::new(3), "provisional"),
        (above, "S-07", account.decided_on() + Days::new(1), "supportable"),
    ];
    let said = said.into_iter().filter(|(fault, ..)| account.has(*fault));
    said.map(|(fault, id, issued, position)| {
        row(id, MONTHS[1], issued, "external", position)
            .with(DIGEST, digest)
            .charged(Charge::new(account.control("6-V3"), fault))
    })
    .collect()
}

fn row(id: &str, month: &str, issued: NaiveDate, audience: &str, position: &str) -> Row {
    let text = match audience {
        "board" => "Figures of the month, with their evidence",
        _ => "Answer to the payer's question",
    };
    row![id, month, issued, audience, position, "", "", text]
}
