//! 835: what the plan paid for which claim, and when; joined with the claims themselves by their numbers.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::claim::Claim;
use super::envelope::Transaction;
use super::lines;
use super::segments::Segment;
use crate::note::Note;
use crate::payer::Part;
use crate::payer::day::{span_of, written};
use crate::payer::rows::Rows;
use crate::payer::told::{counted, doubted, read as told};
use crate::value::{Day, parse_money};

/// One payment of one claim.
#[derive(Debug)]
pub(super) struct Paid<'t> {
    source: usize,
    /// The number of its segment.
    line: u32,
    /// The number that the provider gave the claim.
    pub(super) number: &'t str,
    /// The number that the payer gave it.
    payer_number: &'t str,
    amount: &'t str,
    /// The day on which the money moved.
    on: String,
    patient: Option<&'t str>,
    from: Option<Day>,
    /// What the transaction says of its sum that does not hold.
    imbalance: Option<String>,
}

/// Every payment of some transactions.
pub(super) fn all<'t>(sets: &[&Transaction<'t>]) -> Vec<Paid<'t>> {
    sets.iter().flat_map(|set| of(set)).collect()
}

fn of<'t>(set: &Transaction<'t>) -> Vec<Paid<'t>> {
    let first = set.segments.iter().find(|segment| segment.id() == "BPR");
    let on = first.map_or_else(String::new, |first| written(first.get(16)));
    let mut payments = Vec::<Paid<'t>>::new();
    for &segment in &set.segments {
        match (segment.id(), payments.last_mut()) {
            ("CLP", _) => payments.push(Paid {
                source: set.source,
                line: segment.number,
                number: segment.get(1),
                payer_number: segment.get(7),
                amount: segment.get(4),
                on: on.clone(),
                patient: None,
                from: None,
                imbalance: None,
            }),
            ("NM1", Some(paid)) if ["QC", "IL"].contains(&segment.get(1)) => {
                let id = Some(segment.get(9)).filter(|id| !id.is_empty() && segment.get(8) != "34");
                paid.patient = if segment.get(1) == "QC" { id.or(paid.patient) } else { paid.patient };
            }
            ("DTM", Some(paid)) if ["150", "232", "472"].contains(&segment.get(1)) => {
                let day = span_of(segment.get(2)).0;
                paid.from = [paid.from, day].into_iter().flatten().min();
            }
            _ => {}
        }
    }
    let imbalance = first.and_then(|first| imbalance(*first, &set.segments));
    if let Some(first) = payments.first_mut() {
        first.imbalance = imbalance;
    }
    payments
}

/// How the payment differs from what the claims and the provider's own adjustments sum up to.
fn imbalance(first: Segment<'_>, segments: &[Segment<'_>]) -> Option<String> {
    let stated = parse_money(first.get(2))?;
    let mut sum = Decimal::ZERO;
    for segment in segments {
        match segment.id() {
            "CLP" => sum = sum.checked_add(parse_money(segment.get(4))?)?,
            "PLB" => {
                let amounts = (4..=14).step_by(2).map(|at| segment.get(at)).filter(|amount| !amount.is_empty());
                for amount in amounts {
                    sum = sum.checked_sub(parse_money(amount)?)?;
                }
            }
            _ => {}
        }
    }
    (sum != stated).then(|| format!("pays {stated}, while its claims and adjustments sum up to {sum}"))
}

/// Reads all remittances into claims. A claim that was paid in several steps has as many rows.
pub(super) fn read(payments: &[Paid<'_>], claims: &[Claim<'_>]) -> Vec<Part> {
    let by_number: HashMap<_, _> = claims.iter().map(|claim| (claim.number, claim)).collect();
    let mut sources: Vec<_> = payments.iter().map(|paid| paid.source).collect();
    sources.dedup();
    let mut times = HashMap::<&str, usize>::new();
    let parts = sources.into_iter().map(|source| {
        let mut rows = Rows::claims();
        let (mut joined, mut steps) = (0, 0);
        for paid in payments.iter().filter(|paid| paid.source == source) {
            let claim = by_number.get(paid.number);
            joined += usize::from(claim.is_some());
            let number = if paid.payer_number.is_empty() { paid.number } else { paid.payer_number };
            let time = times.entry(number).or_default();
            *time += 1;
            let id = if *time > 1 { format!("{number}/{time}") } else { number.to_owned() };
            steps += usize::from(*time > 1);
            let patient = paid.patient.or_else(|| claim?.patient).unwrap_or_default();
            let from = paid.from.or_else(|| claim?.from).map_or_else(String::new, |day| day.to_string());
            rows.put(paid.line, [&id, patient, &from, &paid.on, paid.amount]);
        }
        let notes = notes(payments, source, rows.len(), joined, steps);
        Part::of(source, "835 remittance", rows, notes)
    });
    parts.collect()
}

fn notes(payments: &[Paid<'_>], source: usize, rows: usize, joined: usize, steps: usize) -> Vec<Note> {
    let mut notes = vec![
        told(format!(
            "An X12 835, claim payment: {}, of which {joined} were found among the claims (837) by the number that the provider gave. claim_id is the payer's number (CLP07), or else the provider's (CLP01); paid_date is the day on which the money moved (BPR16).",
            counted(rows, "payment", "payments"),
        )),
        lines(),
    ];
    if steps > 0 {
        notes.push(told(format!("{} of a claim that was paid before, as reversals and corrections are: its claim_id ends in /2, /3 and so on.", counted(steps, "payment is", "payments are"))));
    }
    for paid in payments.iter().filter(|paid| paid.source == source) {
        if let Some(imbalance) = &paid.imbalance {
            notes.push(doubted(
                1,
                Some(paid.line),
                format!("The remittance {imbalance}. Ask the payer which is right."),
            ));
        }
    }
    notes
}
