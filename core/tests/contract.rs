//! What contract files may say, and what is answered to those that contradict themselves; no run of theirs.

use tieout::Contract;

const ATTRIBUTION: &str = include_str!("contracts/attribution.toml");
const DIVERSION: &str = include_str!("contracts/diversion.toml");

fn faults(file: &str) -> String {
    Contract::parse(file.as_bytes()).map_or_else(|error| error.to_string(), |_| "none".to_owned())
}

/// The good file with one change, and every fault that this must bring.
fn check(good: &str, was: &str, is: &str, expected: &[&str]) {
    assert_eq!(good.matches(was).count(), 1, "{was:?} does not stand once in the good file");
    assert_eq!(faults(&good.replace(was, is)), expected.join("\n"), "after {was:?} became {is:?}");
}

#[test]
fn both_kinds_are_read_whole() {
    let attribution = Contract::parse(ATTRIBUTION.as_bytes()).unwrap();
    assert_eq!((attribution.id.as_str(), attribution.criteria.len(), attribution.tiers.len()), ("LCH-ATT-07", 4, 2));
    assert_eq!(attribution.digest, tieout::Digest::of(ATTRIBUTION.as_bytes()));
    let diversion = Contract::parse(DIVERSION.as_bytes()).unwrap();
    assert_eq!((diversion.pilot, diversion.supersedes), (tieout::Pilot::Diversion, None));
}

#[test]
fn what_a_roster_alone_does_not_need_may_be_left_out() {
    let (entry, _) = ATTRIBUTION.split_once("[decision_codes]").unwrap();
    let (term, criteria) = entry.split_once("[deadlines]").unwrap();
    let (_, criteria) = criteria.split_once("[[criteria]]").unwrap();
    let (criteria, _) = criteria.split_once("[[barrier_codes]]").unwrap();
    assert_eq!(faults(&format!("{term}[[criteria]]{criteria}")), "none");
}

#[test]
fn a_broken_notation_is_shown_by_line_and_column() {
    assert_eq!(faults("[contract]\nid = LCH\n"), "");
    assert_eq!(faults("a = 1\na = 2\nb = \"\n"), "");
    let broken = [b"id = \"".as_slice(), &[0xff], b"\""].concat();
    assert_eq!(Contract::parse(&broken).unwrap_err().to_string(), "");
}

#[test]
fn every_fault_of_a_file_is_named_at_once() {
    let file = ATTRIBUTION
        .replace("provider =", "provder =")
        .replace("\"72h\"", "\"3 days\"")
        .replace("value = 21", "value = 20.5")
        .replace("[confirmations]", "[confirmation]");
    assert_eq!(faults(&file), "");
}

#[test]
fn contradictions_of_the_term_and_the_calendar() {
    check(ATTRIBUTION, "effective_to = 2026-12-31", "effective_to = 2025-12-31", &[]);
    check(ATTRIBUTION, "\"America/Chicago\"", "\"Central\"", &[]);
    check(ATTRIBUTION, "\"America/Chicago\"", "\"America/Chicgo\"", &[]);
    check(ATTRIBUTION, "supersedes = \"2026.2\"", "supersedes = \"2026.3\"", &[]);
    check(ATTRIBUTION, "effective_from = 2026-01-01", "effective_from = \"2026-01-01\"", &[]);
    check(ATTRIBUTION, "id = \"LCH-ATT-07\"", "id = \" LCH\"", &[]);
    check(ATTRIBUTION, "\"tue\", \"wed\"", "\"tue\", \"tue\"", &[]);
    check(ATTRIBUTION, "2026-01-01, 2026-05-25", "2026-05-25, 2026-05-25", &[]);
    check(ATTRIBUTION, "2026-02-11, 2026-05-13", "2026-05-13, 2026-02-11", &[]);
    check(ATTRIBUTION, "2026-02-11, ", "2025-02-11, ", &[]);
    check(ATTRIBUTION, "closes = \"12:30\"", "closes = \"12:30pm\"", &[]);
    check(ATTRIBUTION, "\"3bd\"", "\"3d\"", &[]);
    check(ATTRIBUTION, "pilot = \"attribution\"", "pilot = \"diversion\"", &[]);
}

#[test]
fn contradictions_of_codes_and_criteria() {
    check(ATTRIBUTION, "id = \"GROWN-UP\"", "id = \"PLAN\"", &[]);
    check(ATTRIBUTION, "code = \"TOO-YOUNG\"\n", "code = \"OTHER-PLAN\"\n", &[]);
    check(ATTRIBUTION, "code = \"NO-ANSWER\"", "code = \"NO-SLOT\"", &[]);
    check(ATTRIBUTION, "exclusion_code = \"TOO-YOUNG\"", "exclusion_code = \"TO-YOUNG\"", &[]);
    check(ATTRIBUTION, "exclusion_code = \"TOO-YOUNG\"", "exclusion_code = \"MOVED\"", &[]);
    check(ATTRIBUTION, "field = \"derived.age_years\"", "field = \"derived.age\"", &[]);
    check(ATTRIBUTION, "field = \"derived.age_years\"", "field = \"derived.ed_count\"", &[]);
    check(ATTRIBUTION, "field = \"derived.age_years\"", "field = \"roster.participant_id\"", &[]);
    check(ATTRIBUTION, "\"payer_attribution.product\"", "\"triage.crisis_category\"", &[]);
    check(ATTRIBUTION, "op = \"one_of\"", "op = \"==\"", &[]);
    check(ATTRIBUTION, "value = [\"gold\", \"silver\"]", "value = \"gold\"", &[]);
    check(ATTRIBUTION, "value = [\"gold\", \"silver\"]", "value = []", &[]);
    check(ATTRIBUTION, "value = [\"gold\", \"silver\"]", "value = [\"gold\", 7]", &[]);
    check(ATTRIBUTION, "value = 21", "value = \"21\"", &[]);
    check(ATTRIBUTION, "value = 21", "value = 2005-01-01", &[]);
    check(ATTRIBUTION, "value = 2024-01-01", "value = \"2024-01-01\"", &[]);
    check(ATTRIBUTION, "op = \"!=\"", "op = \"<\"", &[]);
    check(ATTRIBUTION, "value = \"none\"", "value = \"nome\"", &[]);
    check(ATTRIBUTION, "missing = \"pass\"", "missing = \"skip\"", &[]);
    check(ATTRIBUTION, "NO = \"excluded\"", "NO = \"rejected\"", &[]);
    check(ATTRIBUTION, "manual = true", "manual = \"yes\"", &[]);
}

#[test]
fn contradictions_of_scoring_and_tiers() {
    check(ATTRIBUTION, "field = \"derived.ed_count\"", "field = \"derived.age_years\"", &[]);
    check(ATTRIBUTION, "field = \"derived.ed_count\"", "field = \"derived.incident_points\"", &[]);
    check(ATTRIBUTION, "{ from = 1, points = 3 }, { from = 3, points = 6 }", "{ from = 3, points = 6 }, { from = 1, points = 3 }", &[]);
    check(ATTRIBUTION, "window_days = 60\n", "", &[]);
    check(ATTRIBUTION, "tier = \"watch\"", "tier = \"urgent\"", &[]);
    check(ATTRIBUTION, "from = 6\n", "from = 0\n", &[]);
    check(ATTRIBUTION, "from = 0\ndue", "from = 1\ndue", &[]);
    check(ATTRIBUTION, "visit = [\"nurse\"]\n", "", &[]);
    check(ATTRIBUTION, "visit = [\"nurse\"]", "visit = []", &[]);
    check(ATTRIBUTION, "due_within = \"24h\"\n", "", &[]);
    check(ATTRIBUTION, "due_within = \"10bd\"\ninterventions = [\"call\"]\n", "", &[]);
    check(ATTRIBUTION, "due_within = \"24h\"", "due_within = \"24h\"\ncomponents = [\"plan\"]\nescalation_threshold = \"T\"", &[]);
}

#[test]
fn contradictions_of_payment() {
    check(ATTRIBUTION, "lag_supportable_pct = \"4.0\"", "lag_supportable_pct = \"16\"", &[]);
    check(ATTRIBUTION, "sharing_rate = \"0.45\"", "sharing_rate = \"45\"", &[]);
    check(ATTRIBUTION, "sharing_rate = \"0.45\"", "sharing_rate = 0.45", &[]);
    check(ATTRIBUTION, "savings_tolerance = \"0.01\"", "savings_tolerance = \"-0.01\"", &[]);
    check(ATTRIBUTION, "material_exposure = \"90000.00\"", "material_exposure = \"$90,000\"", &[]);
    check(ATTRIBUTION, "[400, \"0.110\"], [1200, \"0.080\"]", "[1200, \"0.080\"], [400, \"0.110\"]", &[]);
    check(ATTRIBUTION, "[400, \"0.110\"]", "[400]", &[]);
    check(ATTRIBUTION, "floor = \"0.35\"", "floor = \"0.85\"", &[]);
    check(ATTRIBUTION, "shared_loss_rate = { one_minus_quality_times = \"0.70\", floor = \"0.35\", ceiling = \"0.80\" }\n", "", &[]);
    check(ATTRIBUTION, "lag_method = \"chain-ladder\"", "lag_method = \"tracker\"", &[]);
    check(ATTRIBUTION, "lag_grain = \"quarter\"\n", "", &[]);
    check(ATTRIBUTION, "lag_method = \"chain-ladder\"", "lag_method = \"ladder\"", &[]);
    check(ATTRIBUTION, "model = \"shared-savings\"", "model = \"avoided-escalation\"", &[]);
    check(ATTRIBUTION, "quality_gate =", "avoided_statuses = [\"x\"]\nquality_gate =", &[]);
    check(ATTRIBUTION, "op = \"<\"\n", "op = \"one_of\"\n", &[]);
}

#[test]
fn contradictions_of_the_diversion_pilot() {
    check(DIVERSION, "[events]\ntimestamp_tolerance_minutes = 8\n", "", &[]);
    check(DIVERSION, "approve_event = \"2bd\"", "approve_event = \"2bd\"\nassign = \"48h\"", &[]);
    check(DIVERSION, "huddle =", "roster_day = \"mon\"\nhuddle =", &[]);
    check(DIVERSION, "basis = \"RELAPSE\"", "basis = \"DANGER\"", &[]);
    check(DIVERSION, "categories = [\"relapse\"]", "categories = []", &[]);
    check(DIVERSION, "VOID = \"rejected\"", "VOID = \"excluded\"", &[]);
    check(DIVERSION, "\"derived.days_since_previous_event\"", "\"derived.age_years\"", &[]);
    check(DIVERSION, "field = \"risk_tracker.risk_score\"", "field = \"derived.ed_count\"", &[]);
    check(DIVERSION, "green = [\"physician\", \"peer\"]\n", "", &[]);
    check(DIVERSION, "method = \"baseline-rate\"", "method = \"event-level\"", &[]);
    check(DIVERSION, "baseline_rates = { self_harm = \"0.55\", threat = \"0.6\", relapse = \"0.4\" }\n", "", &[]);
    check(DIVERSION, ", relapse = \"0.4\"", "", &[]);
    check(DIVERSION, "\"lakeland-crisis-2\"", "\"lakeland-crisis-2\"\nwindow_days = 90", &[]);
    check(DIVERSION, "code = \"SAID-NO\"", "kode = \"SAID-NO\"", &[]);
}
