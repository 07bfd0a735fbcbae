//! What may be claimed and said, at the boundaries: windows, limits, caps and ceilings, and figures that cannot be computed.

use std::fmt::Write as _;

use serde_json::Value;
use tieout::report::Outcome;
use tieout::{Contract, File, Received, Report, Step, build_csv, check, records};

const ATTRIBUTION: &str = include_str!("../../tests/cases/A1/clean/contract.toml");
const DIVERSION: &str = include_str!("contracts/diversion-examples.toml");
const FILE: &str = "pilot_month,attributed_participant_count,provisional_savings_estimate,claims_lag_pct,\
                    outcome_trigger_status,unresolved_methodology_question_count\n";
const SETTLEMENT: &str = "pilot_month,qualified_event_count,provisional_avoided_escalation_count,claims_lag_pct,\
                          outcome_trigger_status,unresolved_methodology_question_count\n";

/// The parts of a pilot on 9 March 2026, at five in the afternoon.
struct Pilot {
    contract: String,
    tables: Vec<(&'static str, String)>,
}

impl Pilot {
    fn new(contract: &str) -> Self {
        Self { contract: contract.to_owned(), tables: Vec::new() }
    }

    /// With other terms in a place of the contract.
    fn agreed(mut self, old: &str, new: &str) -> Self {
        assert!(self.contract.contains(old), "{old}");
        self.contract = self.contract.replace(old, new);
        self
    }

    fn with(mut self, table: &'static str, csv: impl Into<String>) -> Self {
        self.tables.push((table, csv.into()));
        self
    }

    fn received(&self) -> (Contract, Received) {
        let contract = Contract::parse(self.contract.as_bytes()).unwrap();
        let files = self.tables.iter().map(|(name, csv)| File::new(format!("{name}.csv"), csv.as_str())).collect();
        let received = Received::read(files, &contract, &mut |_| {});
        assert_eq!(received.defects(), []);
        (contract, received)
    }

    fn report(&self) -> Report {
        let (contract, received) = self.received();
        check(&contract, contract.as_of("2026-03-09T17:00").unwrap(), &received)
    }

    fn build(&self, step: Step) -> Result<String, String> {
        let (contract, received) = self.received();
        build_csv(records(step)[0], &contract, contract.as_of("2026-03-09T17:00").unwrap(), &received)
            .map_err(|e| e.to_string())
    }

    /// The figures of a month.
    fn month(&self, step: Step, month: &str) -> Value {
        let report = self.report();
        let step = report.steps.iter().find(|report| report.step == step).unwrap();
        serde_json::to_value(&step.metrics).unwrap()["months"][month].clone()
    }

    fn outcome(&self, control: &str) -> (Outcome, Option<String>) {
        let report = self.report();
        let control = report.steps.iter().flat_map(|step| &step.controls).find(|known| known.id == control).unwrap();
        (control.outcome, control.why.clone())
    }
}

#[test]
fn savings_are_earned_owed_or_neither() {
    let header = "pilot_month,member_months,benchmark_pmpm,benchmark_total,actual_expenditure,quality_score,relief\n";
    let by_quality = "shared_loss_rate = { one_minus_quality_times = \"0.75\", floor = \"0.40\", ceiling = \"0.75\" }";
    for (workbook, estimate) in [
        (",,100000,97500,0.80,", "980.00"), // just the minimum savings rate: 2500 × 0.50 × 0.80 × 0.98
        (",,100000,97500.01,0.80,", "0.00"), // a cent short of it
        (",,100000,97500,0.59,", "0.00"),   // below the quality gate
        (",,100000,97500,0.60,", "735.00"), // on it
        (",,100000,60000,1,", "12000.00"),  // capped
        ("1000,100.00,,97500,0.80,", "980.00"), // by member months
        (",,100000,102500,0.60,", "-1375.00"), // just the minimum loss rate: 2500 × (1 − 0.75 × 0.60)
        (",,100000,102499.99,0.60,", "0.00"), // a cent short of it
        (",,100000,102500,1,", "-1000.00"), // the least share
        (",,100000,150000,0,", "-6000.00"), // capped
        (",,100000,102500,0.60,1374.995", "-0.01"), // half a cent is rounded away from zero
        (",,100000,102500,0.60,2000", "0.00"), // relief owes nobody anything
    ] {
        let pilot = Pilot::new(ATTRIBUTION).agreed("shared_loss_rate = \"0.30\"", by_quality);
        let pilot = pilot.with("performance_workbook", format!("{header}2026-01,{workbook}\n"));
        let pilot = pilot.with("payment_assurance", format!("{FILE}2026-01,1,{estimate},0,met,0\n"));
        assert_eq!(pilot.month(Step::A5, "2026-01")["savings"]["estimate"], estimate, "{workbook}");
        assert_eq!(pilot.outcome("A5-V2"), (Outcome::Held, None), "{workbook}");
    }
}

#[test]
fn savings_that_cannot_be_computed_say_why() {
    let header = "pilot_month,member_months,benchmark_pmpm,benchmark_total,actual_expenditure,quality_score\n";
    let huge = "79228162514264337593543950335";
    for (workbook, why) in [
        ("2026-02,,,1,1,1", "has no row for 2026-01"),
        ("2026-01,,7.5,,1,1", "gives no benchmark"),
        ("2026-01,,,100000,90000,", "gives no quality_score"),
        ("2026-01,,,0,90000,1", "no rate of it can be taken"),
        (&format!("2026-01,,,{huge},-{huge},1"), "too many digits"),
        (&format!("2026-01,,,100000,90000,-{huge}"), "held"),
        (&format!("2026-01,,,1.{},0.5,1", "3".repeat(27)), "held"),
    ] {
        let pilot = Pilot::new(ATTRIBUTION).with("performance_workbook", format!("{header}{workbook}\n"));
        let pilot = pilot.with("payment_assurance", format!("{FILE}2026-01,1,0.12,0,met,0\n"));
        match pilot.outcome("A5-V2") {
            (Outcome::NotChecked, told) => assert!(told.as_ref().unwrap().contains(why), "{told:?}"),
            (outcome, _) => assert!(why == "held" && outcome != Outcome::NotChecked, "{workbook}: {outcome:?}"),
        }
    }
}

#[test]
fn the_minimum_rate_is_looked_up_for_those_who_are_locked_in() {
    let table = "minimum_savings_rate = [[1, \"0.20\"], [3, \"0.10\"]]";
    let header = "pilot_month,benchmark_total,actual_expenditure,quality_score,assigned_count\n";
    let locked = "pilot_month,participant_id\n2026-01,P1\n2026-01,P2\n2026-02,P1\n";
    for (assigned, rate) in [("", "0.15"), ("3", "0.1"), ("1", "0.2")] {
        let pilot = Pilot::new(ATTRIBUTION).agreed("minimum_savings_rate = \"0.025\"", table);
        let pilot = pilot.with("performance_workbook", format!("{header}2026-01,1000,900,1,{assigned}\n"));
        let pilot = pilot.with("locked_cohort", locked).with("payment_assurance", FILE);
        let month = pilot.month(Step::A5, "2026-01");
        assert_eq!(month["savings"]["minimum_savings_rate"], rate);
        assert_eq!(month["attributed_participant_count"], 2);
    }
}

/// A triangle of the Reinsurance Association of America, cumulated, with the figures that Mack (1994) gives for it.
const RAA: [&[i64]; 10] = [
    &[5012, 8269, 10907, 11805, 13539, 16181, 18009, 18608, 18662, 18834],
    &[106, 4285, 5396, 10666, 13782, 15599, 15496, 16169, 16704],
    &[3410, 8992, 13873, 16141, 18735, 22214, 22863, 23466],
    &[5655, 11555, 15766, 21266, 23425, 26083, 27067],
    &[1092, 9565, 15836, 22169, 25955, 26180],
    &[1513, 6445, 11702, 12935, 15852],
    &[557, 4020, 10946, 12314],
    &[1351, 6947, 13112],
    &[3133, 5395],
    &[2063],
];

#[test]
fn a_known_triangle_gives_its_known_lag_and_error() {
    let mut claims = Vec::new();
    for (origin, paid) in RAA.iter().enumerate() {
        let mut before = 0;
        for (age, paid) in paid.iter().enumerate() {
            let (service, year) = (2017 + origin, 2017 + origin + age);
            claims.push(format!("{service}-{year},P1,{service}-07-01,{year}-12-31,{}\n", paid - before));
            before = *paid;
        }
    }
    for _ in 0..2 {
        // In either order.
        claims.reverse();
        let csv = format!("claim_id,participant_id,service_date,paid_date,paid_amount\n{}", claims.concat());
        // The valuation is the end of 2026, on whose last day the contract ends; until then it is that of 2025.
        let pilot = Pilot::new(ATTRIBUTION).agreed("lag_grain = \"month\"", "lag_grain = \"year\"");
        let pilot =
            pilot.agreed("lag_history = 12", "lag_history = 9").with("claims", csv).with("payment_assurance", FILE);
        let (contract, received) = pilot.received();
        let report = check(&contract, contract.as_of("2026-12-31T17:00").unwrap(), &received);
        let a5 = serde_json::to_value(&report.steps[4].metrics).unwrap();
        let all = &a5["claims"]["all_periods"];
        assert_eq!(all["lag_pct"], "24.46");
        assert_eq!(all["standard_error"].as_str().unwrap().split('.').next(), Some("26909"));
        let month = &a5["months"]["2026-12"]["lag"];
        assert_eq!((&month["lag_pct"], &month["age"]), (&Value::from("88.79"), &Value::from(0)));
        assert_eq!(a5["claims"]["after_valuation"], 0);
    }
}

#[test]
fn a_lag_needs_claims_that_show_it() {
    let oldest = "1,P1,2025-01-31,2025-02-01,100.00\n2,P1,2025-01-01,2024-12-31,100.00\n";
    let digits = "0.0000000000000000000000000001";
    for (claims, figure) in [
        (oldest.to_owned(), "50.00"), // half came at age one; paid before its month is age zero
        (format!("{oldest}3,P1,2025-03-01,2026-03-01,1.00\n"), "50.00"), // after the valuation
        (format!("{oldest}3,P1,2025-02-01,2025-02-01,{digits}\n"), "50.00"),
        (format!("{oldest}3,P1,2025-02-01,2025-02-01,200.00\n"), "25.00"), // and none of this
        (format!("{oldest}3,P1,2025-02-01,2025-02-01,-100.00\n"), "not known: Nothing paid by age 0"),
        (
            format!("{oldest}3,P1,2025-02-01,2025-02-01,79228162514264337593543950335\n"),
            "not known: Its figures have too many",
        ),
        ("1,P1,2025-03-01,2025-03-01,1\n".to_owned(), "not known: The claims go back 11 periods"),
        (String::new(), "not known: No claim"),
    ] {
        let csv = format!("claim_id,participant_id,service_date,paid_date,paid_amount\n{claims}");
        let pilot = Pilot::new(ATTRIBUTION).with("claims", csv).with("payment_assurance", FILE);
        let month = pilot.month(Step::A5, "2026-02");
        let told = match &month["lag_unknown"] {
            Value::String(why) => format!("not known: {why}"),
            _ => month["lag"]["lag_pct"].as_str().unwrap().to_owned(),
        };
        assert!(told.starts_with(figure), "{claims}: {told}");
    }
}

#[test]
fn an_escalation_is_avoided_once_its_window_is_over() {
    // The window of an event is 72 hours; the file day is the ninth.
    for (event, downstream, counted, without_waiting) in [
        ("2026-01-06T23:59", "", "1", "1"),
        ("2026-01-06T10:00", "2026-01-06T10:00,ed", "1", "1"), // not after the event
        ("2026-01-06T10:00", "2026-01-09T10:00,ed", "0", "0"), // the last moment of the window
        ("2026-01-06T10:00", "2026-01-09T10:01,ed", "1", "1"),
        ("2026-01-06T10:00", "2026-01-07T10:00,police", "1", "1"), // no kind of the contract
        ("2026-03-06T22:59", "", "1", "1"), // the clocks went forward: until a minute to midnight
        ("2026-03-06T23:00", "", "0", "1"), // until the tenth begins
        ("2026-03-06T23:00", "2026-03-07T01:00,ed", "0", "0"),
    ] {
        let pilot = Pilot::new(DIVERSION).with("settlement_file", SETTLEMENT);
        let pilot = diverted(pilot, event, downstream).with("completions", completions("stabilized"));
        let pilot = pilot.with("outcome_register", "event_id,participant_id,claimed_avoided\nE1,P1,inpatient\n");
        let avoided = &pilot.month(Step::D5, "2026-01")["avoided"];
        assert_eq!(
            (&avoided["avoided"], &avoided["avoided_without_waiting"]),
            (&counted.into(), &without_waiting.into())
        );
        assert_eq!(avoided["value"], if counted == "1" { "9800.00" } else { "0.00" }, "{event} {downstream}");
    }
}

#[test]
fn a_baseline_rate_counts_less_what_came_about() {
    for (events, expected) in [("2026-01-06T10:00", "0.62"), ("2026-03-08T10:00", "0.00")] {
        let rates = "method = \"baseline-rate\"\nbaseline_rates = { self_harm = \"0.62\", psychosis = \"0.7\", overdose = \"0.5\" }";
        let pilot = Pilot::new(DIVERSION).agreed("method = \"event-level\"", rates).with("settlement_file", SETTLEMENT);
        let triage = "event_id,participant_id,triage_timestamp,crisis_category,safety_status\nE1,P1,2026-01-06T10:00,self_harm,safe\n";
        let pilot = diverted(pilot, events, "").with("triage", triage);
        let avoided = &pilot.month(Step::D5, "2026-01")["avoided"];
        assert_eq!(avoided["avoided"], expected);
        assert_eq!((&avoided["avoided_without_waiting"], &avoided["value"]), (&"0.62".into(), &Value::Null));
        let escalated = diverted(
            Pilot { contract: pilot.contract.clone(), tables: Vec::new() },
            "2026-01-06T10:00",
            "2026-01-07T10:00,ed",
        );
        let escalated = escalated.with("triage", triage).with("settlement_file", SETTLEMENT);
        assert_eq!(escalated.month(Step::D5, "2026-01")["avoided"]["avoided"], "0.00", "never less than none");
    }
}

#[test]
fn a_ceiling_is_as_low_as_its_lowest_reason() {
    let row = |csv: &str| if csv.is_empty() { String::new() } else { format!("2026-01,{csv}\n") };
    for (lag, outcome, question, ceiling, reasons) in [
        ("5.0,2026-03-01", "60,100", "", "supportable", 0),
        ("5.01,", "60,100", "", "provisional", 1),
        ("20%,", "60,100", "", "provisional", 1),
        ("20.01,", "60,100", "", "restricted", 1),
        ("1,2026-01-22", "60,100", "", "restricted", 1), // 46 days old
        ("1,2026-01-23", "60,100", "", "supportable", 0),
        ("", "60,100", "", "restricted", 1),
        ("1,", "59.99,100", "", "provisional", 1),
        ("1,", "60,0", "", "restricted", 1),
        ("1,", "", "", "restricted", 1),
        ("1,", "60,100", "2026-03-09,", "provisional", 1),
        ("1,", "60,100", "2026-03-01,2026-03-09", "supportable", 0), // settled on the file day
        ("1,", "60,100", "2026-03-01,2026-03-10", "provisional", 1),
        ("6,", "", "2026-03-01,", "restricted", 3),
    ] {
        let pilot = Pilot::new(DIVERSION).with("settlement_file", format!("{SETTLEMENT}2026-01,1,0,1,met,0\n"));
        let pilot = pilot.with("claims_lag_tracker", format!("pilot_month,claims_lag_pct,as_of\n{}", row(lag)));
        let measured = if outcome.is_empty() { String::new() } else { format!("STABILIZED-RATE,{outcome}") };
        let pilot =
            pilot.with("outcome_report", format!("pilot_month,measure,numerator,denominator\n{}", row(&measured)));
        let mut questions = "question_id,pilot_month,kind,raised_on,resolved_on\n".to_owned();
        if !question.is_empty() {
            writeln!(questions, "Q1,2026-01,closure,{question}").unwrap();
        }
        let pilot = pilot.with("methodology_questions", questions);
        let month = pilot.month(Step::D6, "2026-01");
        // Without decisions the step was not begun; the file's own step says the same.
        assert_eq!(month, Value::Null);
        let month = pilot.month(Step::D5, "2026-01");
        let told = month["ceiling_reasons"].as_object().unwrap().len();
        assert_eq!((&month["ceiling"], told), (&ceiling.into(), reasons), "{lag} {outcome} {question}");
        let built = pilot.build(Step::D6).unwrap();
        let cells: Vec<_> = built.lines().nth(1).unwrap().split(',').collect();
        assert_eq!(cells[..3], ["2026-01", "", ceiling]);
        assert_eq!(
            built.contains("open on 2026-03-09: Q1"),
            question == "2026-03-09," || question.ends_with("-10") || reasons == 3
        );
    }
}

#[test]
fn a_month_is_decided_by_the_next_meeting_or_sooner() {
    // Meetings are on 18 February and 18 March; 200,000 is material, and then five business days are left.
    for (filed, amount, decided, is_held) in [
        ("2026-02-10", "199999.99", "2026-02-18", true),
        ("2026-02-10", "199999.99", "2026-02-19", false),
        ("2026-02-10", "-200000", "2026-02-18", true), // five business days: the sixteenth is a holiday
        ("2026-02-09", "200000", "2026-02-17", true),
        ("2026-02-09", "-200000", "2026-02-18", false),
        ("2026-02-16", "200000", "2026-02-18", true), // the meeting comes first
        ("2026-02-16", "200000", "2026-02-19", false),
        ("2026-03-09", "1", "2026-02-20", true), // before the file was made
        ("2026-03-09", "1", "", true),           // until 18 March
        ("2026-02-10", "1", "", false),
    ] {
        let pilot = Pilot::new(ATTRIBUTION).with("payment_assurance", format!("{FILE}2026-01,1,{amount},0,met,0\n"));
        let confirmed = "control_id,confirmed_by,confirmed_role,confirmed_at\nA5-L1,S1,finance,";
        let pilot = pilot.with("confirmations", format!("{confirmed}{filed}T09:00\n"));
        let mut decisions = "pilot_month,board_decision_code,payment_position_status,review_date,executive_owner,\
                             residual_risk_rating,next_checkpoint_date\n"
            .to_owned();
        if !decided.is_empty() {
            writeln!(decisions, "2026-01,B1,restricted,{decided},S1,low,2026-04-01").unwrap();
        }
        let pilot = pilot.with("payment_decisions", decisions);
        let expected = if is_held { Outcome::Held } else { Outcome::Failed };
        assert_eq!(pilot.outcome("A6-T1").0, expected, "{filed} {amount} {decided}");
    }
}

#[test]
fn a_board_statement_rests_on_the_file_that_was_given() {
    let file = format!("{FILE}2026-01,1,1000.00,0,met,0\n");
    let digest = tieout::Digest::of(file.as_bytes()).to_string();
    let claims = "claim_id,participant_id,service_date,paid_date,paid_amount\n1,P1,2025-01-01,2025-01-01,1\n";
    let outcomes =
        "pilot_month,measure,numerator,denominator,per\n2026-01,ED-PER-1000,51,100,1000\n2026-01,FUH-30,58,100,\n";
    for (statement, field) in [
        (format!("2026-01,2026-03-09,board,supportable,1000.01,{digest}"), None),
        (format!("2026-01,2026-03-09,board,restricted,,{digest}"), None),
        (format!("2026-01,2026-03-09,board,supportable,1000.02,{digest}"), Some("asserted_amount")),
        (format!("2026-01,2026-03-09,board,supportable,1000.00,{}", digest.to_uppercase()), Some("evidence_digest")),
        (format!("2026-02,2026-03-09,board,restricted,,{digest}"), Some("pilot_month")),
        (format!("2026-01,2026-03-10,board,restricted,,{digest}"), Some("issued_on")),
        ("2026-01,2026-03-08,board,supportable,9999,".to_owned(), None), // before the file was made
        ("2026-01,2026-03-09,external,supportable,9999,".to_owned(), None), // another control's
    ] {
        let pilot = Pilot::new(ATTRIBUTION).with("payment_assurance", &file).with("claims", claims);
        let pilot = pilot.with("outcome_report", outcomes);
        let pilot = pilot.with("methodology_questions", "question_id,pilot_month,kind,raised_on\n");
        let pilot = pilot.with(
            "payment_decisions",
            "pilot_month,board_decision_code,payment_position_status,review_date,\
             executive_owner,residual_risk_rating,next_checkpoint_date\n",
        );
        let statements =
            "statement_id,pilot_month,issued_on,audience,asserted_position,asserted_amount,evidence_digest\nS1,";
        let pilot = pilot.with("statements", format!("{statements}{statement}\n"));
        let report = pilot.report();
        let told: Vec<_> = report.findings.iter().filter(|finding| finding.control == "A6-V1").collect();
        assert_eq!(
            told.iter().map(|finding| finding.field.unwrap()).collect::<Vec<_>>(),
            field.into_iter().collect::<Vec<_>>(),
            "{statement}"
        );
    }
}

fn diverted(pilot: Pilot, event: &str, downstream: &str) -> Pilot {
    let referrals = "event_id,participant_id,referral_received_at,event_timestamp,event_source\n";
    let pilot = pilot.with("referrals", format!("{referrals}E1,P1,{event},{event},crisis_line\n"));
    let pilot = pilot.with("locked_events", "event_id,participant_id,pilot_month\nE1,P1,2026-01\n");
    let mut utilization = "encounter_id,participant_id,occurred_at,kind\nN0,P2,2026-01-07T10:00,ed\n".to_owned();
    if !downstream.is_empty() {
        writeln!(utilization, "N1,P1,{downstream}").unwrap();
    }
    pilot.with("downstream_utilization", utilization)
}

fn completions(status: &str) -> String {
    format!(
        "event_id,participant_id,completion_status,unresolved_dependency_count,escalation_status,review_date,\
         validation_timestamp\nE1,P1,{status},0,none,2026-01-07T10:00,2026-01-07T10:00\n"
    )
}
