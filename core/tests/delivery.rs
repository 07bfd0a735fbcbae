//! What is done about risk, at its boundaries; and the law that whatever `build` makes, `check` lets pass.

use proptest::prelude::*;
use tieout::report::Outcome;
use tieout::{AsOf, Contract, Dataset, File, Received, Record, Step, build, check, records, why_tier};

const ATTRIBUTION: &[u8] = include_bytes!("../../tests/cases/A1/clean/contract.toml");
const DIVERSION: &[u8] = include_bytes!("contracts/diversion-examples.toml");

/// Some tables, as text, under a contract at an instant.
struct Pilot {
    contract: Contract,
    as_of: AsOf,
    tables: Vec<(Dataset, String)>,
}

impl Pilot {
    fn new(contract: &[u8], as_of: &str, tables: &[(&str, &str)]) -> Self {
        let contract = Contract::parse(contract).unwrap();
        let as_of = contract.as_of(as_of).unwrap();
        let tables = tables.iter().map(|(name, text)| (Dataset::named(name).unwrap(), (*text).to_owned())).collect();
        Self { contract, as_of, tables }
    }

    fn received(&self) -> Received {
        let files = self.tables.iter().map(|(dataset, csv)| File::new(format!("{dataset}.csv"), csv.as_bytes()));
        Received::read(files.collect(), &self.contract, &mut |_| {})
    }

    /// Makes a step's record and adds it to what is there.
    fn submit(&mut self, step: Step) -> String {
        let made = |record: &Record<'_>| (record.dataset(), record.to_csv());
        let (dataset, csv) = build(records(step)[0], &self.contract, self.as_of, &self.received(), made).unwrap();
        self.tables.push((dataset, csv.clone()));
        csv
    }

    /// The findings of some controls, as `A3-V1 priority_list 2 risk_tier`.
    fn found(&self, controls: &[&str]) -> Vec<String> {
        let report = check(&self.contract, self.as_of, &self.received());
        let of = report.findings.iter().filter(|finding| controls.iter().any(|id| finding.control.starts_with(id)));
        of.map(|finding| {
            let line = finding.line.map_or("-".to_owned(), |line| line.to_string());
            format!("{} {} {line} {}", finding.control, finding.dataset, finding.field.unwrap_or("-"))
        })
        .collect()
    }

    fn outcome(&self, control: &str) -> Outcome {
        let report = check(&self.contract, self.as_of, &self.received());
        report.steps.iter().flat_map(|step| &step.controls).find(|one| one.id == control).unwrap().outcome
    }
}

const CONFIRMED: &str = "control_id,confirmed_by,confirmed_role,confirmed_at,document_ref,contract_version\n";

/// Confirmations of these controls on the morning of a Wednesday, the release day.
fn confirmed(controls: &[&str]) -> String {
    let row = |id: &&str| format!("{id},S1,quality_lead,2026-03-04T10:00,DOC-1,2026.3\n");
    CONFIRMED.to_owned() + &controls.iter().map(row).collect::<String>()
}

fn attribution(people: &[Person], leads: &[(u8, u8)]) -> Pilot {
    let mut tables = vec![
        (
            Dataset::CohortDecisions,
            "participant_id,cohort_decision_code,review_date,reviewer_id,control_status,next_checkpoint_date\n"
                .to_owned(),
        ),
        (Dataset::CaseManagement, "participant_id,qualifying_category,intervention_status\n".to_owned()),
        (
            Dataset::UtilizationFeed,
            "encounter_id,participant_id,service_date,kind\nE,nobody,2026-03-04,ed\n".to_owned(),
        ),
        (Dataset::IncidentHistory, "incident_id,participant_id,occurred_on,severity\n".to_owned()),
        (Dataset::CaseVariances, "variance_id,participant_id,opened_on,resolved_on\n".to_owned()),
        (Dataset::StaffingCapacity, "staff_id,open_slots,available_from,available_to\n".to_owned()),
        (Dataset::Staff, "staff_id,role\nS1,quality_lead\n".to_owned()),
        (Dataset::Confirmations, confirmed(&["A3-G1", "A3-G2", "A3-L1", "A3-R1", "A4-R1", "A4-L1"])),
    ];
    let mut add = |dataset: Dataset, row: String| {
        let table = tables.iter_mut().find(|(known, _)| *known == dataset).unwrap();
        table.1 += &(row + "\n");
    };
    for (at, person) in people.iter().enumerate() {
        let code = if person.active { "IN" } else { "OUT" };
        add(Dataset::CohortDecisions, format!("P{at},{code},2026-03-02,S1,done,2026-04-01"));
        if let Some(status) = person.status {
            add(Dataset::CaseManagement, format!("P{at},smi,{status}"));
        }
        for (nth, (days_ago, kind)) in person.encounters.iter().enumerate() {
            let day = format!("2026-{:02}-{:02}", 3 - days_ago / 28, 4.max(days_ago % 28));
            add(Dataset::UtilizationFeed, format!("E{at}-{nth},P{at},{day},{kind}"));
        }
        for nth in 0..person.incidents {
            add(Dataset::IncidentHistory, format!("I{at}-{nth},P{at},2026-02-{:02},moderate", nth + 1));
        }
        for nth in 0..person.variances {
            add(Dataset::CaseVariances, format!("V{at}-{nth},P{at},2026-02-01,2026-03-0{}", 4 + nth));
        }
    }
    for (at, (slots, role)) in leads.iter().enumerate() {
        let (from, to) = if slots % 4 == 3 { ("2026-03-08", "") } else { ("", "2026-03-06") };
        add(Dataset::StaffingCapacity, format!("L{at},{slots},{from},{to}"));
        add(Dataset::Staff, format!("L{at},{}", ["nurse", "clinician", "community_worker"][usize::from(*role)]));
    }
    let contract = Contract::parse(ATTRIBUTION).unwrap();
    let as_of = contract.as_of("2026-03-04T17:00").unwrap();
    Pilot { contract, as_of, tables }
}

#[derive(Debug, Clone)]
struct Person {
    active: bool,
    status: Option<&'static str>,
    encounters: Vec<(u32, &'static str)>,
    incidents: u32,
    variances: u32,
}

fn person() -> impl Strategy<Value = Person> {
    let kind = prop::sample::select(vec!["ed", "inpatient", "observation", "office"]);
    let status = prop::sample::select(vec![None, Some(""), Some("engaged")]);
    (prop::bool::weighted(0.8), status, prop::collection::vec((0..60_u32, kind), 0..5), 0..4_u32, 0..5_u32).prop_map(
        |(active, status, encounters, incidents, variances)| Person {
            active,
            status,
            encounters,
            incidents,
            variances,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lists_and_assignments_that_are_built_pass(
        people in prop::collection::vec(person(), 0..12),
        leads in prop::collection::vec((0..5_u8, 0..3_u8), 0..5),
    ) {
        let mut pilot = attribution(&people, &leads);
        let list = pilot.submit(Step::A3);
        prop_assert_eq!(list.lines().count() - 1, people.iter().filter(|person| person.active).count());
        pilot.submit(Step::A4);
        prop_assert_eq!(pilot.found(&["IN-", "A3-", "A4-"]), Vec::<String>::new());
        let report = check(&pilot.contract, pilot.as_of, &pilot.received());
        let decided = report.steps[2..4].iter().flat_map(|step| &step.controls);
        prop_assert!(decided.into_iter().all(|control| control.outcome == Outcome::Held));
    }
}

const DECISIONS: &str =
    "participant_id,cohort_decision_code,review_date,reviewer_id,control_status,next_checkpoint_date
P1,IN,2026-03-02,S1,done,2026-04-01
P2,IN,2026-03-02,S1,done,2026-04-01
P3,OUT,2026-03-02,S1,done,2026-04-01
P3,IN,2026-03-05,S1,done,2026-04-01
";
const FEED: &str = "encounter_id,participant_id,service_date,kind
E1,P1,2026-03-02,ed
E2,P2,2026-03-01,inpatient
E3,P2,2025-12-05,inpatient
E4,P2,2025-12-04,inpatient
E5,P3,2026-03-05,ed
";
const LIST: &str = "participant_id,rank,risk_tier,recent_ed_count,unresolved_variance_count,intervention_status\n";

fn ranked(rows: &str) -> Pilot {
    let (incidents, variances) =
        ("incident_id,participant_id,occurred_on,severity\n", "variance_id,participant_id,opened_on,resolved_on\n");
    let tables = [
        ("cohort_decisions", DECISIONS),
        ("utilization_feed", FEED),
        ("incident_history", incidents),
        ("case_variances", variances),
        ("priority_list", &(LIST.to_owned() + rows)),
        ("confirmations", &confirmed(&["A3-L1"])),
    ];
    Pilot::new(ATTRIBUTION, "2026-03-09T17:00", &tables)
}

#[test]
fn a_score_is_explained_factor_by_factor() {
    let pilot = ranked("P1,2,steady,1,0,none\nP2,1,high,0,0,none\n");
    let why = why_tier(Step::A3, &pilot.contract, pilot.as_of, &pilot.received(), "P2").unwrap();
    let parts: Vec<_> = why.factors.iter().map(|factor| (factor.value, factor.points)).collect();
    // The window is of ninety days: 5 December is in it, and the day before is not.
    assert_eq!(parts, [(Some(0), 0), (Some(2), 7), (Some(0), 0), (Some(0), 0)]);
    assert_eq!((why.score, why.tier.as_str()), (7, "rising"));
    assert_eq!(why_tier(Step::A3, &pilot.contract, pilot.as_of, &pilot.received(), "P3"), None);
    let report = check(&pilot.contract, pilot.as_of, &pilot.received());
    let finding = report.findings.iter().find(|finding| finding.control == "A3-V1").unwrap();
    assert_eq!(
        finding.message,
        "The list puts P2 in high; ed_count 0 gives 0, inpatient_count 2 gives 7, incident_points 0 gives 0, \
         unresolved_variances 0 gives 0: score 7, which is rising."
    );
}

#[test]
fn rank_is_judged_where_a_row_stands_too_high_and_where_it_is_given_twice() {
    assert_eq!(ranked("P1,2,steady,1,0,none\nP2,1,rising,0,0,none\n").found(&["A3-C1"]), Vec::<String>::new());
    assert_eq!(
        ranked("P1,1,steady,1,0,none\nP2,2,rising,0,0,none\n").found(&["A3-C1"]),
        ["A3-C1 priority_list 2 rank"]
    );
    // One rank for both: nobody stands above the other, and the later line is told.
    assert_eq!(
        ranked("P1,1,steady,1,0,none\nP2,1,rising,0,0,none\n").found(&["A3-C1"]),
        ["A3-C1 priority_list 3 rank"]
    );
    // Somebody who was not active at the release has no score, and is told as a stranger to the list.
    let strange = ranked("P3,1,steady,0,0,none\nP2,2,rising,0,0,none\nP1,,steady,1,0,none\n");
    assert_eq!(strange.found(&["A3-C1", "A3-L1"]), ["A3-L1 priority_list 2 participant_id"]);
}

#[test]
fn slots_go_by_rank_and_the_unranked_come_last() {
    let list = LIST.to_owned() + "P1,2,steady,0,0,none\nP2,,steady,0,0,none\nP4,1,steady,0,0,none\n";
    let assignments = "participant_id,intervention_type,timing_window,assigned_lead,due_date,escalation_status,barrier_code,validation_timestamp
P9,phone_outreach,48h,L1,2026-03-06T10:00,none,,2026-03-05T10:00
P1,phone_outreach,48h,L1,2026-03-06T10:00,none,,2026-03-05T10:00
P2,phone_outreach,48h,L1,2026-03-06T10:00,none,,2026-03-05T10:00
P4,phone_outreach,48h,L1,2026-03-06T10:00,none,,2026-03-05T10:00
P5,phone_outreach,48h,L2,2026-03-06T10:00,none,,2026-03-05T10:00
P6,phone_outreach,48h,L3,2026-03-06T10:00,none,,2026-03-05T10:00
";
    let staffing = "staff_id,open_slots,available_from,available_to\nL1,3,2026-03-06,\nL2,5,2026-03-07,\n";
    let confirmations = confirmed(&["A3-L1"]);
    let tables = [
        ("priority_list", &*list),
        ("assignments", assignments),
        ("staffing_capacity", staffing),
        ("confirmations", &confirmations),
    ];
    let all = Pilot::new(ATTRIBUTION, "2026-03-09T17:00", &tables);
    let at = |line: u32| format!("A4-G1 assignments {line} assigned_lead");
    assert_eq!(all.found(&["A4-G1"]), [at(2), at(6), at(7)]);
    // Without the list nobody knows whose slot it was; who is a stranger or away is told all the same.
    let without = Pilot::new(ATTRIBUTION, "2026-03-09T17:00", &tables[1..]);
    assert_eq!(without.found(&["A4-G1"]), [at(6), at(7)]);
}

#[test]
fn nothing_that_counts_from_the_release_is_judged_without_it() {
    let mut pilot = ranked("P1,2,steady,1,0,none\nP2,1,rising,0,0,none\n");
    let header = "participant_id,intervention_type,timing_window,assigned_lead,due_date,escalation_status,barrier_code,validation_timestamp\n";
    pilot.tables.push((Dataset::Assignments, header.to_owned() + "P1,,,,2027-01-01T00:00,none,,2026-03-09T18:00\n"));
    let late = [
        "A4-V2 assignments 2 due_date",
        "A4-V3 assignments 2 escalation_status",
        "A4-V3 priority_list 3 participant_id",
        "A4-T1 assignments 2 validation_timestamp",
    ];
    assert_eq!(pilot.found(&["A4-V", "A4-T"]), late);
    pilot.tables.retain(|(dataset, _)| *dataset != Dataset::Confirmations);
    // What lies after the as-of instant is wrong from any release.
    assert_eq!(pilot.found(&["A4-V", "A4-T"]), ["A4-T1 assignments 2 validation_timestamp"]);
    assert_eq!(["A4-V1", "A4-V2", "A4-V3"].map(|id| pilot.outcome(id)), [Outcome::NotChecked; 3]);
}

/// Events of as many participants, each with the score of their only profile.
fn diversion(scores: &[Option<u32>], responders: &[(u8, &str)]) -> Pilot {
    let events = |row: &dyn Fn(usize) -> String| (0..scores.len()).map(row).collect::<String>();
    let referrals = "event_id,participant_id,referral_received_at,event_timestamp,event_source\n".to_owned()
        + &events(&|at| format!("E{at},P{at},2026-03-04T08:00,2026-03-04T08:00,crisis_line\n"));
    let triage = "event_id,participant_id,triage_timestamp,crisis_category,safety_status\n".to_owned()
        + &events(&|at| format!("E{at},P{at},2026-03-04T08:00,psychosis,at_risk\n"));
    let decisions =
        "event_id,participant_id,event_decision_code,review_date,reviewer_id,control_status,next_checkpoint_date\n"
            .to_owned()
            + &events(&|at| format!("E{at},P{at},YES,2026-03-04T09:00,S1,done,2026-04-01\n"));
    let profile = |at: usize| scores[at].map_or(String::new(), |score| format!("P{at},2026-03-03T08:00,{score}\n"));
    let tracker = "participant_id,assessed_at,risk_score\n".to_owned() + &events(&profile);
    let staffed = |row: &dyn Fn(usize, &(u8, &str)) -> String| {
        responders.iter().enumerate().map(|(at, responder)| row(at, responder)).collect::<String>()
    };
    let staffing = "staff_id,open_slots\n".to_owned() + &staffed(&|at, (slots, _)| format!("R{at},{slots}\n"));
    let staff = "staff_id,role\nS1,quality_lead\n".to_owned() + &staffed(&|at, (_, role)| format!("R{at},{role}\n"));
    let barriers = "barrier_id,event_id,kind,opened_on,resolved_on,owner\nB0,E0,escalation,2026-03-04,,S1\nB1,E1,dependency,2026-03-04,,\n";
    let delivered = "event_id,component,delivered_at,evidence_ref\nE0,safety_plan,2026-03-04T10:00,DOC\nE2,safety_plan,2026-03-04T10:00,DOC\n";
    let confirmations = confirmed(&["D3-L1", "D3-R1", "D4-L1", "D4-R1"]);
    let tables = [
        ("referrals", &*referrals),
        ("triage", &triage),
        ("event_decisions", &decisions),
        ("risk_tracker", &tracker),
        ("staffing_capacity", &staffing),
        ("staff", &staff),
        ("barrier_tracker", barriers),
        ("delivery_log", delivered),
        ("confirmations", &confirmations),
    ];
    Pilot::new(DIVERSION, "2026-03-04T12:00", &tables)
}

#[test]
fn responses_that_are_built_pass_and_the_gravest_find_a_responder_first() {
    let mut pilot = diversion(&[Some(10), Some(80), Some(50), None], &[(1, "peer"), (1, "clinician")]);
    let bundles = pilot.submit(Step::D3);
    let rows: Vec<_> = bundles.lines().skip(1).map(|row| row.rsplit_once(',').unwrap().0).collect();
    let expected = [
        "E1,P1,immediate,at_risk,R1,T-RED",
        "E2,P2,urgent,at_risk,R0,T-AMBER",
        "E0,P0,urgent,at_risk,,T-AMBER",
        "E3,P3,,at_risk,,",
    ];
    assert_eq!(rows, expected);
    let csv = |record: &Record<'_>| record.to_csv();
    let actions = build(Dataset::BundleActions, &pilot.contract, pilot.as_of, &pilot.received(), csv).unwrap();
    assert!(actions.starts_with(
        "event_id,component,responder\r\nE1,safety_plan,R1\r\nE1,psychiatric_review,R1\r\nE2,safety_plan,R0\r\n"
    ));
    pilot.tables.push((Dataset::BundleActions, actions));
    pilot.submit(Step::D4);
    // What is told is what no record can mend: two events without a responder, one without a profile, and its evidence.
    let found = [
        "D3-F2 response_bundles 5 response_tier",
        "D3-F4 response_bundles 4 assigned_responder",
        "D3-F4 response_bundles 5 assigned_responder",
        "D3-F5 response_bundles 5 escalation_threshold_code",
        "D3-V1 response_bundles 5 response_tier",
        "D4-G1 completions 3 incomplete_reason_code",
        "D4-V3 completions 2 next_checkpoint_date",
    ];
    assert_eq!(pilot.found(&["IN-", "D3-", "D4-"]), found);
    let completions = &pilot.tables.last().unwrap().1;
    let statuses: Vec<_> = completions.lines().skip(1).map(|row| row.split(',').nth(2).unwrap()).collect();
    assert_eq!(statuses, ["escalated_out", "partially_stabilized", "stabilized", "partially_stabilized"]);
}

#[test]
fn a_response_that_is_complete_takes_nobody_s_time() {
    let mut pilot = diversion(&[Some(80), Some(90)], &[(1, "clinician")]);
    let rows = |csv: &str| csv.lines().skip(1).map(|row| row.split(',').nth(4).unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(rows(&pilot.submit(Step::D3)), ["R0", ""].map(str::to_owned));
    pilot.tables.pop();
    let header = "event_id,participant_id,completion_status,unresolved_dependency_count,escalation_status,review_date,validation_timestamp\n";
    let row = "E1,P1,stabilized,0,none,2026-03-04T11:00,2026-03-04T11:30\n";
    pilot.tables.push((Dataset::Completions, header.to_owned() + row));
    assert_eq!(rows(&pilot.submit(Step::D3)), ["R0", "R0"].map(str::to_owned));
    assert_eq!(pilot.found(&["D3-G1"]), Vec::<String>::new());
}

#[test]
fn each_action_without_evidence_is_told_by_itself() {
    let mut pilot = diversion(&[Some(80)], &[(1, "clinician")]);
    pilot.tables.retain(|(dataset, _)| *dataset != Dataset::DeliveryLog);
    pilot.submit(Step::D3);
    let header = "event_id,participant_id,completion_status,unresolved_dependency_count,escalation_status,review_date,validation_timestamp,incomplete_reason_code,next_checkpoint_date\n";
    let row = "E0,P9,stabilized,0,none,2026-03-04T11:00,2026-03-04T11:30,DECLINED,\n";
    pilot.tables.push((Dataset::Completions, header.to_owned() + row));
    let delivered = "event_id,component,delivered_at,evidence_ref\nE0,safety_plan,2026-03-04T11:01,DOC\nE0,psychiatric_review,2026-03-04T10:00,\n";
    pilot.tables.push((Dataset::DeliveryLog, delivered.to_owned()));
    let found = [
        "D4-V1 completions 2 completion_status",
        "D4-V1 completions 2 completion_status",
        "D4-T1 completions 2 review_date",
        "D4-L1 completions 2 participant_id",
    ];
    assert_eq!(pilot.found(&["D4-"]), found);
}
