//! Who works there: those whom every pilot has, and as many leads as its work takes.

use chrono::NaiveDate;

use super::table::{Table, or_empty, row};

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

/// Somebody who takes cases.
#[derive(Debug, Clone)]
pub(crate) struct Lead {
    pub(crate) id: String,
    pub(crate) role: &'static str,
    pub(crate) open_slots: u32,
    pub(crate) from: Option<NaiveDate>,
    pub(crate) to: Option<NaiveDate>,
}

/// The staff list: the office first, then the leads.
pub(crate) fn staff(leads: &[Lead]) -> Table {
    let mut table = Table::new("staff", &["staff_id", "role"], &[0, 1]);
    table.extend(STAFF.iter().map(|(id, role)| row![id, role]));
    table.extend(leads.iter().map(|lead| row![lead.id, lead.role]));
    table
}

/// How many more cases each lead can take, and from when to when.
pub(crate) fn staffing_capacity(leads: &[Lead]) -> Table {
    let header = ["staff_id", "open_slots", "available_from", "available_to"];
    let mut table = Table::new("staffing_capacity", &header, &[0]);
    table.extend(leads.iter().map(|lead| row![lead.id, lead.open_slots, or_empty(lead.from), or_empty(lead.to)]));
    table
}
