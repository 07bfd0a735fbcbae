//! What people of the pilot confirm, month by month and file by file.

use chrono::NaiveDateTime;

use crate::sample::calendar::{at, day};
use crate::sample::confirmation::Signing;

const DESK: (&str, &str) = ("S-161", "crisis_operations");
const PAYER: (&str, &str) = ("S-104", "payer_relations");
const DIRECTOR: (&str, &str) = ("S-160", "crisis_director");
const COMPLIANCE: (&str, &str) = ("S-121", "compliance");
const FINANCE: (&str, &str) = ("S-127", "finance");
const SPONSOR: (&str, &str) = ("S-130", "executive_sponsor");
const CLINICIAN: (&str, &str) = ("S-133", "clinician");
const CHAIR: (&str, &str) = ("S-151", "finance_committee_chair");

/// Each was confirmed for the month before, and again for this one.
pub(super) fn of_pilot() -> Vec<Signing> {
    let twice = |earlier: (u32, u32), now: (u32, u32), hour, minute| -> Vec<NaiveDateTime> {
        [earlier, now].map(|(month, of_month)| at(day(2026, month, of_month), hour, minute)).to_vec()
    };
    let monthly = |hour, minute| twice((2, 3), (3, 3), hour, minute);
    let filed = |hour, minute| twice((2, 2), (3, 2), hour, minute);
    let after_decision = at(day(2026, 3, 12), 9, 0);
    vec![
        Signing::new("D1-G1", DESK, ("PATH-", ""), monthly(9, 0)),
        Signing::new("D1-G2", PAYER, ("ELIG-", ""), monthly(9, 30)),
        Signing::new("D1-L1", DESK, ("LIB-", ""), monthly(9, 50)),
        Signing::new("D2-R1", COMPLIANCE, ("CMP-", ""), monthly(10, 0)),
        Signing::new("D2-R2", PAYER, ("PAY-", ""), monthly(10, 20)),
        Signing::new("D2-L1", DIRECTOR, ("EPR-", ""), monthly(10, 40)),
        Signing::new("D3-L1", CLINICIAN, ("WS-", ""), monthly(11, 0)),
        Signing::new("D3-R1", CLINICIAN, ("WS-", "-SENT"), monthly(11, 45)),
        Signing::new("D4-R1", CLINICIAN, ("HUDDLE-", ""), twice((2, 11), (3, 11), 10, 0)),
        Signing::new("D4-L1", DESK, ("ARC-", ""), twice((2, 11), (3, 11), 10, 30)),
        Signing::new("D5-G1", FINANCE, ("RECON-", ""), filed(10, 0)),
        Signing::new("D5-R1", FINANCE, ("FIN-", "-FILE"), filed(14, 0)).late_at(after_decision),
        Signing::new("D5-R2", COMPLIANCE, ("CMP-", "-FILE"), filed(14, 20)).late_at(after_decision),
        Signing::new("D5-R3", SPONSOR, ("SPONSOR-", ""), filed(16, 0)).late_at(after_decision),
        Signing::new("D5-L1", FINANCE, ("BFP-", ""), filed(17, 30)),
        Signing::new("D6-L1", CHAIR, ("GAR-", ""), twice((2, 11), (3, 11), 18, 0)),
    ]
}
