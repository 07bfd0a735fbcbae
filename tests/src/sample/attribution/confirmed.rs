//! What people of the pilot confirm, week by week and file by file.

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};

use super::week::Week;
use crate::sample::calendar::{at, day};
use crate::sample::confirmation::Signing;

const ANALYST: (&str, &str) = ("S-112", "attribution_analyst");
const PAYER: (&str, &str) = ("S-104", "payer_relations");
const OPERATIONS: (&str, &str) = ("S-118", "chief_operating_officer");
const COMPLIANCE: (&str, &str) = ("S-121", "compliance");
const FINANCE: (&str, &str) = ("S-127", "finance");
const SPONSOR: (&str, &str) = ("S-130", "executive_sponsor");
const CLINICIAN: (&str, &str) = ("S-133", "clinician");
const FIELD: (&str, &str) = ("S-146", "community_worker");
const CHAIR: (&str, &str) = ("S-151", "finance_committee_chair");

/// The roster's, in the order of a Monday morning.
pub(super) fn of_roster(roster_day: NaiveDate) -> Vec<Signing> {
    let weekly = |hour, minute| [14, 7, 0].map(|days| at(roster_day - Days::new(days), hour, minute)).to_vec();
    vec![
        Signing::new("A1-L1", ANALYST, ("LIB-", ""), weekly(9, 40)),
        Signing::new("A1-G1", PAYER, ("LHP-MAIL-", "-POP"), weekly(10, 5)),
        Signing::new("A1-G2", PAYER, ("LHP-MAIL-", "-CRIT"), weekly(10, 10)),
    ]
}

/// All of the pilot's.
pub(super) fn of_pilot(week: Week) -> Vec<Signing> {
    let mut all = of_roster(week.roster_day);
    let twice = |earlier: (u32, u32), now: (u32, u32), hour, minute| {
        [earlier, now].map(|(month, of_month)| at(day(2026, month, of_month), hour, minute)).to_vec()
    };
    let reviewed = |hour, minute| twice((3, 10), (3, 17), hour, minute);
    let filed = |hour, minute| twice((2, 10), (3, 10), hour, minute);
    let release = week.release;
    let released = |minutes: i64| -> Vec<NaiveDateTime> {
        [at(day(2026, 3, 11), 11, 20), release].map(|moment| moment + TimeDelta::minutes(minutes)).to_vec()
    };
    let after_entry = at(day(2026, 3, 18), 12, 0);
    let after_decision = at(day(2026, 3, 19), 9, 0);
    all.extend([
        Signing::new("A2-R1", COMPLIANCE, ("CMP-", ""), reviewed(11, 0)).late_at(after_entry),
        Signing::new("A2-R2", FINANCE, ("FIN-", "-COHORT"), reviewed(11, 40)).late_at(after_entry),
        Signing::new("A2-L1", OPERATIONS, ("EPR-", ""), twice((3, 11), (3, 18), 17, 0)),
        Signing::new("A3-G1", ANALYST, ("FEED-", ""), released(-135)),
        Signing::new("A3-G2", ANALYST, ("DASH-", ""), released(-130)),
        Signing::new("A3-L1", CLINICIAN, ("WS-", ""), released(0)),
        Signing::new("A3-R1", CLINICIAN, ("WS-", "-SENT"), released(70)),
        Signing::new("A4-R1", CLINICIAN, ("HUDDLE-", ""), twice((3, 12), (3, 19), 15, 30)),
        Signing::new("A4-L1", FIELD, ("DEL-", ""), twice((3, 12), (3, 19), 16, 0)),
        Signing::new("A5-G1", FINANCE, ("RECON-", ""), filed(10, 0)),
        Signing::new("A5-R1", FINANCE, ("FIN-", "-FILE"), filed(14, 0)).late_at(after_decision),
        Signing::new("A5-R2", COMPLIANCE, ("CMP-", "-FILE"), filed(14, 20)).late_at(after_decision),
        Signing::new("A5-R3", SPONSOR, ("SPONSOR-", ""), filed(16, 0)).late_at(after_decision),
        Signing::new("A5-L1", FINANCE, ("BFP-", ""), filed(17, 30)),
        Signing::new("A6-L1", CHAIR, ("GAR-", ""), twice((2, 18), (3, 18), 18, 0)),
    ]);
    all
}
