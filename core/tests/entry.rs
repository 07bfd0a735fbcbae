//! Where the controls of the first room turn: the last moment in time, the row that no longer stands, the id that nobody knows.

use tieout::report::Outcome;
use tieout::{Contract, File, Pilot, Received, Report, Step, build_csv, check, records};

const ATTRIBUTION: &[u8] = include_bytes!("../../tests/cases/A1/clean/contract.toml");
const DIVERSION: &[u8] = include_bytes!("contracts/diversion-examples.toml");
const AS_OF: &str = "2026-03-09T17:00";

/// A contract and tables, in which `;` ends a row.
struct Files {
    contract: Contract,
    tables: Vec<(&'static str, String)>,
}

impl Files {
    fn of(pilot: Pilot) -> Self {
        let bytes = if pilot == Pilot::Attribution { ATTRIBUTION } else { DIVERSION };
        Self { contract: Contract::parse(bytes).unwrap(), tables: Vec::new() }
    }

    fn with(mut self, table: &'static str, rows: &str) -> Self {
        self.tables.push((table, rows.split(';').map(|row| row.trim().to_owned() + "\n").collect()));
        self
    }

    fn received(&self) -> Received {
        let files = self.tables.iter().map(|(name, csv)| File::new(format!("{name}.csv"), csv.as_str()));
        Received::read(files.collect(), &self.contract, &mut |_| {})
    }

    fn report(&self) -> Report {
        check(&self.contract, self.contract.as_of(AS_OF).unwrap(), &self.received())
    }

    /// Where a control speaks, as `table:line field`, and what it says is missing from where.
    fn found(&self, control: &str) -> Vec<String> {
        let report = self.report();
        let found = report.findings.iter().filter(|finding| finding.control == control);
        found
            .map(|finding| {
                let line = finding.line.map_or(String::new(), |line| format!(":{line}"));
                let absent = finding.missing_from.map_or(String::new(), |table| format!(" not in {table}"));
                format!("{}{line} {}{absent}", finding.dataset, finding.field.unwrap_or_default())
            })
            .collect()
    }

    fn outcome(&self, control: &str) -> Outcome {
        let report = self.report();
        report.steps.iter().flat_map(|step| &step.controls).find(|found| found.id == control).unwrap().outcome
    }

    fn build(&self, step: Step) -> String {
        build_csv(records(step)[0], &self.contract, self.contract.as_of(AS_OF).unwrap(), &self.received()).unwrap()
    }
}

fn attribution() -> Files {
    Files::of(Pilot::Attribution)
}

fn diversion() -> Files {
    Files::of(Pilot::Diversion)
}

const DECISIONS: &str = "participant_id,cohort_decision_code,review_date,reviewer_id,control_status,next_checkpoint_date,exclusion_reason_code,attribution_basis,owner,clarification_deadline";
const EVENT_DECISIONS: &str = "event_id,participant_id,event_decision_code,review_date,reviewer_id,control_status,next_checkpoint_date,exclusion_reason_code,trigger_basis,owner,clarification_deadline";
const REFERRALS: &str = "event_id,participant_id,referral_received_at,event_timestamp,event_source";

#[test]
fn an_exclusion_is_judged_by_the_rules_of_its_own_day() {
    let files = attribution()
        .with("payer_attribution", "participant_id,attribution_date,product,birth_date; P1,2026-01-01,dual,2008-03-06; P2,2026-01-01,dual,2008-03-06")
        .with("case_management", "participant_id,qualifying_category; P1,smi; P2,smi")
        .with("authorization_register", "authorization_id,participant_id,status,start_date; 1,P1,active,2026-01-01; 2,P2,active,2026-01-01")
        .with("cohort_decisions", &format!("{DECISIONS}; P1,OUT,2026-03-05,S1,ok,2026-04-01,UNDER-18,,,; P2,OUT,2026-03-06,S1,ok,2026-04-01,UNDER-18,,,"));
    assert_eq!(files.found("A2-V2"), ["cohort_decisions:3 exclusion_reason_code"]);
}

#[test]
fn an_active_participant_is_judged_by_the_as_of_day_whenever_the_roster_was_made() {
    let files = attribution()
        .with("confirmations", "control_id,confirmed_by,confirmed_role,confirmed_at,contract_version; A1-L1,S1,any,2026-03-02T09:00,2026.3")
        .with("payer_attribution", "participant_id,attribution_date,attribution_end_date,product,birth_date; P1,2026-01-01,2026-03-09,dual,1980-01-01; P2,2026-01-01,2026-03-08,dual,1980-01-01; P3,2026-01-01,,dual,1980-01-01")
        .with("case_management", "participant_id,qualifying_category; P1,smi; P2,smi; P3,smi")
        .with("authorization_register", "authorization_id,participant_id,status,start_date,end_date; 1,P1,active,2026-01-01,2026-03-09; 2,P2,active,2026-01-01,; 3,P3,active,2026-01-01,2026-03-08")
        .with("roster", "participant_id,payer_attribution_date,qualifying_category,authorization_status; P1,2026-01-01,smi,active")
        .with("cohort_decisions", &format!("{DECISIONS}; P1,IN,2026-03-03,S1,ok,2026-04-01,,file,,; P2,IN,2026-03-03,S1,ok,2026-04-01,,file,,; P3,IN,2026-03-03,S1,ok,2026-04-01,,file,,; P4,MAYBE,2026-03-03,S1,ok,2026-04-01,,,,"));
    assert_eq!(
        files.found("A2-V1"),
        ["cohort_decisions:3 cohort_decision_code", "cohort_decisions:4 cohort_decision_code"]
    );
    assert_eq!(files.found("A2-F2"), ["cohort_decisions:5 cohort_decision_code"]);
}

#[test]
fn work_may_begin_on_a_decision_that_was_taken_back_later() {
    let files = attribution()
        .with("cohort_decisions", &format!("{DECISIONS}; P1,OUT,2026-03-08,S1,ok,2026-04-01,OPTED-OUT,,,; P1,IN,2026-03-05,S1,ok,2026-04-01,,file,,; P2,WAIT,2026-03-05,S1,ok,2026-04-01,,,S1,2026-03-20; P2,IN,2026-03-07,S1,ok,2026-04-01,,file,,"))
        .with("executive_register", "case_id,decision,recorded_at; P1,IN,2026-03-05T08:00; P1,excluded,2026-03-08T08:00; P2,active,2026-03-05T08:00")
        .with("live_workflow", "participant_id,entered_at; P1,2026-03-05T08:00; P1,2026-03-09T08:00; P2,2026-03-06T23:59; P3,2026-03-09T08:00");
    assert_eq!(files.found("A2-V3"), ["live_workflow:4 entered_at", "live_workflow:5 entered_at"]);
}

#[test]
fn a_row_of_the_link_is_told_once_and_the_lock_is_held_against_its_own_time() {
    let files = attribution()
        .with("confirmations", "control_id,confirmed_by,confirmed_role,confirmed_at,contract_version; A1-L1,S1,any,2026-03-02T09:00,2026.3; A2-L1,S1,any,2026-03-09T09:00,2026.3")
        .with("roster", "participant_id,payer_attribution_date,qualifying_category,authorization_status; P1,2026-01-01,smi,active; P2,2026-01-01,smi,active; P3,2026-01-01,smi,active; P5,2026-01-01,smi,active; P6,2026-01-01,smi,active")
        .with("cohort_decisions", &format!("{DECISIONS}; P1,IN,2026-03-03,S1,ok,2026-04-01,,file,,; P2,IN,2026-03-03,S1,ok,2026-04-01,,file,,; P2,OUT,2026-03-06,S1,ok,2026-04-01,OPTED-OUT,,,; P3,IN,2026-03-03,S1,ok,2026-04-01,,file,,; P4,IN,2026-03-03,S1,ok,2026-04-01,,file,,; P6,IN,2026-03-09,S1,ok,2026-04-01,,file,,; P5,IN,2026-03-10,S1,ok,2026-04-01,,file,,"))
        .with("executive_register", "case_id,decision,recorded_at; P1,active,2026-03-03T08:00; P2,IN,2026-03-03T08:00; P2,OUT,2026-03-06T08:00; P3,WAIT,2026-03-03T08:00; P4,IN,2026-03-03T08:00; P6,IN,2026-03-09T08:00")
        .with("locked_cohort", "pilot_month,participant_id,locked_at; 2026-03,P1,2026-03-05T09:00; 2026-03,P2,2026-03-05T09:00; 2026-03,P3,2026-03-02T09:00; 2026-02,P4,; 2026-03,P7,");
    let expected = [
        "cohort_decisions:5 cohort_decision_code not in executive_register", // P3: the register says WAIT
        "cohort_decisions:6 participant_id not in roster",                   // P4, and no second time for the lock
        "cohort_decisions:7 cohort_decision_code not in locked_cohort",      // P6: P7's row is locked now
        "locked_cohort:4 participant_id",                                    // P3 was not active yet
        "locked_cohort:6 participant_id",                                    // P7: nobody decided
        "roster:5 participant_id not in cohort_decisions",                   // P5: tomorrow's decision is none
    ];
    assert_eq!(files.found("A2-L1"), expected);
}

#[test]
fn a_month_that_nobody_has_locked_yet_lacks_nobody() {
    let locked = |rows: &str| {
        attribution()
            .with("roster", "participant_id,payer_attribution_date,qualifying_category,authorization_status; P1,2026-01-01,smi,active; P2,2026-01-01,smi,active")
            .with("cohort_decisions", &format!("{DECISIONS}; P1,IN,2026-03-03,S1,ok,2026-04-01,,file,,; P2,IN,2026-03-03,S1,ok,2026-04-01,,file,,"))
            .with("executive_register", "case_id,decision,recorded_at; P1,IN,2026-03-03T08:00; P2,IN,2026-03-03T08:00")
            .with("locked_cohort", &format!("pilot_month,participant_id,locked_at{rows}"))
            .found("A2-L1")
    };
    assert_eq!(locked("; 2026-02,P1,2026-02-28T09:00"), [""; 0]);
    let left_out = "cohort_decisions:3 cohort_decision_code not in locked_cohort";
    assert_eq!(locked("; 2026-03,P1,2026-03-05T09:00"), [left_out]);
}

#[test]
fn a_record_is_late_early_ahead_of_its_time_or_undated() {
    let files = diversion()
        .with("referrals", &format!("{REFERRALS}; E1,P1,2026-03-09T09:00,2026-03-09T08:50,crisis_line; E2,P1,2026-03-09T09:00,2026-03-09T08:50,crisis_line; E3,P1,2026-03-09T16:30,2026-03-09T08:50,crisis_line; E4,P1,2026-03-09T09:00,2026-03-09T08:50,crisis_line; E5,P1,2026-03-09T09:00,2026-03-09T08:50,crisis_line"))
        .with("event_records", "event_id,participant_id,event_timestamp,event_source,crisis_category,payer_eligibility_status,recorded_at; E1,P1,2026-03-09T08:50,crisis_line,psychosis,eligible,2026-03-09T11:00:01; E2,P1,2026-03-09T08:50,crisis_line,psychosis,eligible,2026-03-09T08:59; E3,P1,2026-03-09T08:50,crisis_line,psychosis,eligible,2026-03-09T17:00:01; E4,P1,2026-03-09T08:50,crisis_line,psychosis,eligible,; E5,P1,2026-03-09T08:50,crisis_line,psychosis,eligible,at noon");
    let expected = [2, 3, 4, 5].map(|line| format!("event_records:{line} recorded_at"));
    assert_eq!(files.found("D1-T1"), expected);
    assert_eq!(files.found("IN-3"), ["event_records:6 recorded_at"]);
}

#[test]
fn eligibility_is_the_best_span_of_the_local_day_of_the_event() {
    let files = diversion()
        .with("referrals", &format!("{REFERRALS}; E1,P1,2026-03-09T09:00,2026-03-09T03:30Z,crisis_line; E2,P2,2026-03-09T09:00,2026-03-09T08:50,crisis_line; E3,P3,2026-03-09T09:00,2026-03-09T08:50,crisis_line"))
        .with("payer_eligibility", "participant_id,eligibility_status,start_date,end_date; P1,terminated,2026-03-09,; P1,suspended,2026-01-01,2026-03-08; P2,eligible,2026-01-01,; P2,suspended,2026-02-01,")
        .with("event_records", "event_id,participant_id,event_timestamp,event_source,crisis_category,payer_eligibility_status,exclusion_reason_code; E1,P1,2026-03-09T03:30Z,crisis_line,psychosis,suspended,NOT-COVERED; E2,P2,2026-03-09T08:50,crisis_line,psychosis,suspended,; E3,P3,2026-03-09T08:50,crisis_line,psychosis,not_found,; E9,P3,2026-03-09T08:50,crisis_line,psychosis,eligible,");
    assert_eq!(files.found("D1-V2"), ["event_records:3 payer_eligibility_status"]);
    assert_eq!(files.found("D1-F6"), ["event_records:4 exclusion_reason_code"]);
    assert_eq!(files.found("D1-V3"), [""; 0]);
}

#[test]
fn a_pending_event_fails_once_its_window_has_passed_whatever_its_deadline() {
    let files = diversion()
        .with("referrals", &format!("{REFERRALS}; E1,P1,2026-03-08T17:00,2026-03-08T17:00,crisis_line; E2,P1,2026-03-08T16:59,2026-03-08T16:59,crisis_line; E3,P1,2026-03-08T16:59,2026-03-08T16:59,crisis_line"))
        .with("event_decisions", &format!("{EVENT_DECISIONS}; E1,P1,WAIT,2026-03-09T10:00,S1,ok,2026-04-01,,,S1,2026-03-09T17:00; E2,P1,WAIT,2026-03-09T10:00,S1,ok,2026-04-01,,,S1,2026-03-09T17:00; E3,P1,WAIT,2026-03-09T10:00,S1,ok,2026-04-01,,,S1,2026-03-09T16:59; E4,P1,WAIT,2026-03-09T10:00,S1,ok,2026-04-01,,,S1,"));
    let expected = [3, 4, 5].map(|line| format!("event_decisions:{line} clarification_deadline"));
    assert_eq!(files.found("D2-G2"), expected);
}

#[test]
fn a_basis_is_sound_for_the_category_that_triage_found() {
    let files = diversion()
        .with("referrals", &format!("{REFERRALS}; E1,P1,2026-03-05T09:00,2026-03-05T09:00,crisis_line; E2,P1,2026-03-07T09:00,2026-03-07T09:00,crisis_line; E3,P1,2026-03-07T10:00,2026-03-07T10:00,crisis_line; E4,P2,2026-03-07T10:00,2026-03-07T10:00,crisis_line"))
        .with("payer_eligibility", "participant_id,eligibility_status,start_date; P1,eligible,2026-01-01; P2,eligible,2026-01-01")
        .with("triage", "event_id,participant_id,triage_timestamp,crisis_category,safety_status; E1,P1,2026-03-05T09:00,overdose,safe; E2,P1,2026-03-05T09:00,,safe; E3,P1,2026-03-05T09:00,psychosis,safe; E4,P2,2026-03-05T09:00,overdose,safe")
        .with("event_records", "event_id,participant_id,event_timestamp,event_source,crisis_category,payer_eligibility_status,exclusion_reason_code; E4,P2,2026-03-07T10:00,crisis_line,overdose,eligible,DUPLICATE")
        .with("event_decisions", &format!("{EVENT_DECISIONS}; E1,P1,YES,2026-03-07T10:00,S1,ok,2026-04-01,,SUBSTANCE,,; E2,P1,YES,2026-03-07T10:00,S1,ok,2026-04-01,,DANGER,,; E3,P1,YES,2026-03-07T10:00,S1,ok,2026-04-01,,DANGER,,; E4,P2,YES,2026-03-07T10:00,S1,ok,2026-04-01,,SUBSTANCE,,; E8,P2,YES,2026-03-07T10:00,S1,ok,2026-04-01,,DANGER,,; E9,P2,YES,2026-03-07T10:00,S1,ok,2026-04-01,,,,"));
    let expected = [
        "event_decisions:4 event_decision_code", // a second event on one day
        "event_decisions:5 event_decision_code", // its record says that it is a duplicate
        "event_decisions:6 trigger_basis",       // triage has no row; of the second event it has one without a category
        "event_decisions:7 trigger_basis",
    ];
    assert_eq!(files.found("D2-V1"), expected);
}

#[test]
fn event_links_name_the_record_the_participant_the_register_and_the_lock() {
    let files = diversion()
        .with("confirmations", "control_id,confirmed_by,confirmed_role,confirmed_at,contract_version; D2-L1,S1,any,2026-03-09T09:00,2026.2")
        .with("referrals", &format!("{REFERRALS}; E1,P1,2026-03-05T09:00,2026-03-05T09:00,crisis_line; E2,P2,2026-03-05T09:00,2026-03-05T09:00,crisis_line; E3,P3,2026-03-06T09:00,2026-03-06T09:00,crisis_line; E4,P4,2026-03-06T09:00,2026-03-06T09:00,crisis_line"))
        .with("event_records", "event_id,participant_id,event_timestamp,event_source,crisis_category,payer_eligibility_status,recorded_at; E1,P1,2026-03-05T09:00,crisis_line,psychosis,eligible,2026-03-05T10:00; E2,P2,2026-03-05T09:00,crisis_line,psychosis,eligible,2026-03-05T10:00; E3,P3,2026-03-06T09:00,crisis_line,psychosis,eligible,2026-03-06T10:00; E4,P4,2026-03-06T09:00,crisis_line,psychosis,eligible,2026-03-06T10:00; E5,P5,2026-03-05T09:00,crisis_line,psychosis,eligible,2026-03-05T10:00")
        .with("event_decisions", &format!("{EVENT_DECISIONS}; E1,P9,YES,2026-03-05T12:00,S1,ok,2026-04-01,,DANGER,,; E2,P2,YES,2026-03-05T12:00,S1,ok,2026-04-01,,DANGER,,; E3,P3,NO,2026-03-06T12:00,S1,ok,2026-04-01,DUPLICATE,,,"))
        .with("executive_register", "case_id,decision,recorded_at; E1,YES,2026-03-05T12:00; E2,YES,2026-03-05T12:00; E3,rejected,2026-03-06T12:00")
        .with("locked_events", "event_id,participant_id,pilot_month; E1,P9,2026-03; E3,P3,2026-03");
    let expected = [
        "confirmations:2 contract_version",
        "event_decisions:2 participant_id",
        "event_decisions:3 event_decision_code not in locked_events",
        "event_records:6 event_id not in event_decisions", // E5; E4 is due by the end of today
        "locked_events:2 participant_id",
        "locked_events:3 event_id",
    ];
    assert_eq!(files.found("D2-L1"), expected);
}

#[test]
fn what_build_makes_is_what_check_expects() {
    let sources = |files: Files| {
        files
            .with("referrals", &format!("{REFERRALS}; E10,P1,2026-03-09T09:00,2026-03-08T23:30:15.5,crisis_line; E2,P1,2026-03-09T16:00,2026-03-09T00:10,crisis_line; E3,P2,2026-03-09T16:00,2026-03-08T02:30,walk_in"))
            .with("triage", "event_id,participant_id,triage_timestamp,crisis_category,safety_status; E2,P1,2026-03-09T00:15,\"self_harm\",safe; E10,P1,2026-03-08T23:35:15.5,psychosis,safe; E3,P2,2026-03-08T02:30,overdose,safe")
            .with("payer_eligibility", "participant_id,eligibility_status,start_date; P1,eligible,2026-01-01")
            .with("event_decisions", &format!("{EVENT_DECISIONS}; E10,P1,YES,2026-03-09T17:00,S1,ok,2026-04-01,,DANGER,,; E2,P1,NO,2026-03-09T17:00,S1,ok,2026-04-01,DUPLICATE,,,; E3,P2,YES,2026-03-09T18:00,S1,ok,2026-04-01,,SUBSTANCE,,"))
            .with("executive_register", "case_id,decision,recorded_at; E10,YES,2026-03-09T12:00; E2,rejected,2026-03-06T12:00")
            .with("confirmations", "control_id,confirmed_by,confirmed_role,confirmed_at,contract_version; D1-L1,S1,any,2026-03-09T09:00,2026.3; D2-L1,S1,any,2026-03-09T09:00,2026.3")
    };
    let files = sources(diversion());
    let (records, locked) = (files.build(Step::D1), files.build(Step::D2));
    let rows: Vec<_> = records.lines().skip(1).collect();
    let now = "2026-03-09T17:00:00-04:00";
    assert_eq!(
        rows,
        [
            format!("E10,P1,2026-03-08T23:30:15.500-04:00,crisis_line,psychosis,eligible,,{now}"),
            format!("E2,P1,2026-03-09T00:10:00-04:00,crisis_line,self_harm,eligible,,{now}"),
            format!("E3,P2,2026-03-08T03:30:00-04:00,walk_in,overdose,not_found,NO-PATHWAY,{now}"),
        ]
    );
    assert_eq!(locked, format!("event_id,participant_id,pilot_month,locked_at\r\nE10,P1,2026-03,{now}\r\n"));

    let mut files = sources(diversion());
    files.tables.extend([("event_records", records), ("locked_events", locked)]);
    for control in ["D1-F6", "D1-V1", "D1-V2", "D1-V3", "D1-L1", "D2-L1"] {
        assert_eq!((files.found(control), files.outcome(control)), (vec![], Outcome::Held), "{control}");
    }
    // It builds now, whenever the referral came.
    assert_eq!(files.found("D1-T1"), ["event_records:2 recorded_at"]);
}

#[test]
fn the_built_cohort_is_who_is_active_in_the_order_of_ids() {
    let files = attribution().with("cohort_decisions", &format!("{DECISIONS}; P2,IN,2026-03-03,S1,ok,2026-04-01,,file,,; P10,IN,2026-03-09,S1,ok,2026-04-01,,file,,; P3,IN,2026-03-03,S1,ok,2026-04-01,,file,,; P3,OUT,2026-03-04,S1,ok,2026-04-01,OPTED-OUT,,,; P4,IN,2026-03-10,S1,ok,2026-04-01,,file,,"));
    let expected = "pilot_month,participant_id,locked_at\r\n2026-03,P10,2026-03-09T17:00:00-04:00\r\n2026-03,P2,2026-03-09T17:00:00-04:00\r\n";
    assert_eq!(files.build(Step::A2), expected);
}
