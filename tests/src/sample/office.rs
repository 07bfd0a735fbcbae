//! Who works there, and what they confirmed: the week's three confirmations and those of the weeks before.

use chrono::{Days, NaiveDate};

use super::Plan;
use super::agreement::{SUPERSEDED_VERSION, VERSION};
use super::fault::{Gate, Lapse};
use super::table::{Answer, Charge, Row, Table, word};

const STAFF: [(&str, &str); 12] = [
    ("S-104", "payer_relations"),
    ("S-109", "payer_relations"),
    ("S-112", "attribution_analyst"),
    ("S-118", "chief_operating_officer"),
    ("S-121", "compliance"),
    ("S-127", "finance"),
    ("S-130", "executive_sponsor"),
    ("S-133", "clinician"),
    ("S-133", "case_manager"),
    ("S-140", "nurse"),
    ("S-146", "community_worker"),
    ("S-151", "finance_committee_chair"),
];

pub(super) fn staff() -> Table {
    let rows = STAFF.iter().map(|(id, role)| Row::new([(*id).to_owned(), (*role).to_owned()]));
    Table { name: "staff", header: &["staff_id", "role"], key: &[0, 1], rows: rows.collect() }
}

/// The confirmations up to the roster day, and the findings about those that nobody made.
pub(super) fn confirmations(plan: &Plan) -> (Table, Vec<Answer>) {
    let mut rows = Vec::new();
    let mut unconfirmed = Vec::new();
    for gate in Gate::ALL {
        let lapse = plan.faults.lapse(gate);
        // The newest comes last, and is the one that counts and can fall short.
        let weeks_ago: &[u64] = match lapse {
            Some(Lapse::Missing) => &[],
            Some(Lapse::Expired) => &[7, 6],
            _ => &[2, 1, 0],
        };
        for &weeks in weeks_ago {
            let day = plan.roster_day - Days::new(7 * weeks);
            rows.push((day, gate, confirmation(gate, day, None)));
        }
        match (lapse, rows.last_mut()) {
            (Some(Lapse::Missing), _) => unconfirmed.push(Answer {
                control: gate.control(),
                dataset: "confirmations",
                line: None,
                key: Some(gate.control().to_owned()),
                missing_from: None,
                planted: word(Lapse::Missing),
            }),
            (Some(lapse), Some((day, _, row))) => {
                *row = confirmation(gate, *day, Some(lapse));
                row.charges.push(Charge::new(gate.control(), lapse));
            }
            _ => {}
        }
    }
    rows.sort_by_key(|(day, gate, _)| (*day, time(*gate)));
    let table = Table {
        name: "confirmations",
        header: &["control_id", "confirmed_by", "confirmed_role", "confirmed_at", "document_ref", "contract_version"],
        key: &[0, 3],
        rows: rows.into_iter().map(|(_, _, row)| row).collect(),
    };
    (table, unconfirmed)
}

const fn time(gate: Gate) -> &'static str {
    match gate {
        Gate::RosterKept => "09:40",
        Gate::PopulationApproved => "10:05",
        Gate::CriteriaUnchanged => "10:10",
    }
}

fn confirmation(gate: Gate, day: NaiveDate, lapse: Option<Lapse>) -> Row {
    let version_date = NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day of the calendar");
    let (by, role) = match (gate, lapse) {
        (_, Some(Lapse::RoleNotHeld)) => ("S-140", "payer_relations"),
        (_, Some(Lapse::WrongRole)) => ("S-133", "case_manager"),
        (Gate::RosterKept, _) => ("S-112", "attribution_analyst"),
        _ => ("S-104", "payer_relations"),
    };
    let document = match (gate, lapse) {
        (_, Some(Lapse::Undocumented)) => String::new(),
        (Gate::RosterKept, _) => format!("LIB-{day}"),
        (Gate::PopulationApproved, _) => format!("LHP-MAIL-{day}-POP"),
        (Gate::CriteriaUnchanged, _) => format!("LHP-MAIL-{day}-CRIT"),
    };
    let superseded = lapse == Some(Lapse::SupersededVersion) || day < version_date;
    Row::new([
        gate.control().to_owned(),
        by.to_owned(),
        role.to_owned(),
        format!("{day}T{}", time(gate)),
        document,
        (if superseded { SUPERSEDED_VERSION } else { VERSION }).to_owned(),
    ])
}
