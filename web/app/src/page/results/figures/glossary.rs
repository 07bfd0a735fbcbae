//! What each figure is called, in the order in which a person reads it, how it is written and what it follows from.

use super::number::Unit::{self, Bound, Money, Percent, Plain, Share, Word};

/// A figure's word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// The name in the report, after its group's where the name alone could be another's.
    pub(super) name: &'static str,
    /// What people call it.
    pub(super) label: &'static str,
    /// How it is written.
    pub(super) unit: Unit,
    /// What it follows from, or what to know about it.
    pub(super) how: &'static str,
}

/// The word of a figure in a group, and its place in the order of reading; none where the name is the user's own.
#[must_use]
pub(super) fn entry(group: &str, name: &str) -> Option<(usize, &'static Entry)> {
    let of_group = |entry: &Entry| entry.name.split_once('/') == Some((group, name));
    let find = |is_it: &dyn Fn(&Entry) -> bool| GLOSSARY.iter().enumerate().find(|(_, entry)| is_it(entry));
    find(&of_group).or_else(|| find(&|entry| entry.name == name))
}

/// What a figure is called. A name that is the user's own stays as it is.
#[must_use]
pub(super) fn label(group: &str, name: &str) -> String {
    entry(group, name).map_or_else(|| name.to_owned(), |(_, entry)| entry.label.to_owned())
}

/// What is in each row of a table of this group.
#[must_use]
pub(super) fn rows_of(group: &str) -> &'static str {
    match group {
        "months" => "Month",
        "measures" => "Measure",
        "factors" => "Factor",
        "by_age" => "Age",
        "service_periods" => "Service period",
        _ => "Name",
    }
}

/// Those that stand for all others where months are held side by side.
pub(super) const HEADLINES: [&str; 10] = [
    "attributed_participant_count",
    "qualified_event_count",
    "amount",
    "estimate",
    "avoided/avoided",
    "value",
    "lag_pct",
    "status",
    "ceiling",
    "decide_by",
];

const fn of(name: &'static str, label: &'static str, unit: Unit, how: &'static str) -> Entry {
    Entry { name, label, unit, how }
}

const GLOSSARY: &[Entry] = &[
    // Who is in.
    of("roster_day", "Roster day", Plain, "the day for which the roster is recomputed"),
    of("population", "People in the population", Plain, ""),
    of("population_on_roster", "of them on the roster", Plain, ""),
    of("population_missing", "of them not on the roster", Plain, ""),
    of("roster_rows", "Rows of the roster", Plain, ""),
    of("events", "Events", Plain, "as referred"),
    of("events_recorded", "of them with a record", Plain, ""),
    of("events_missing", "of them without a record", Plain, ""),
    of("record_rows", "Rows of the event records", Plain, ""),
    of("authorization_status", "Authorization", Plain, ""),
    of("authorization_status/active", "active", Plain, ""),
    of("eligibility_status", "Eligibility", Plain, ""),
    of("criteria", "Criteria, by the first that fails", Plain, ""),
    of("qualifies", "all hold", Plain, ""),
    // What was decided.
    of("decision_rows", "Rows of the decision log", Plain, ""),
    of("decided", "Decided", Plain, "the last decision on each counts"),
    of("decided_late", "of them decided too late", Plain, ""),
    of("undecided", "Not decided yet", Plain, ""),
    of("overdue", "of them overdue", Plain, ""),
    of("classes", "Decisions", Plain, ""),
    of("exclusion_codes", "Reasons of those kept out", Plain, ""),
    // How urgent.
    of("release_day", "Release day", Plain, "the day for which the list is recomputed"),
    of("window", "Utilization counted", Plain, ""),
    of("from", "from", Plain, ""),
    of("to", "to", Plain, ""),
    of("active", "Active participants", Plain, ""),
    of("list_rows", "Rows of the list", Plain, ""),
    of("qualified_events", "Qualified events", Plain, ""),
    of("tiers", "Tiers", Plain, ""),
    // Who does what, and what was done.
    of("released_at", "List released", Plain, ""),
    of("assign_by", "Assign by", Plain, ""),
    of("huddle_closes_at", "Huddle closes", Plain, ""),
    of("leads", "Leads", Plain, ""),
    of("open_slots", "Open slots", Plain, "of all leads together"),
    of("listed", "People on the list", Plain, ""),
    of("listed_with_lead", "of them with a lead", Plain, ""),
    of("listed_escalated", "of them escalated", Plain, ""),
    of("listed_without_assignment", "of them without an assignment", Plain, ""),
    of("high_priority", "People of high priority", Plain, ""),
    of("high_priority_with_lead", "of them with a lead", Plain, ""),
    of("responses", "Responses", Plain, ""),
    of("responses_open", "of them still open", Plain, ""),
    of("responses_without_profile", "of them without a risk profile", Plain, ""),
    of("completions", "Completions", Plain, ""),
    of("actions_required", "Actions that the tiers call for", Plain, ""),
    of("actions_evidenced", "of them with evidence", Plain, ""),
    of("dependencies_open", "Dependencies open at review", Plain, ""),
    of("escalations_open", "Escalations open at review", Plain, ""),
    of("completion_status", "Completion status", Plain, ""),
    // What may be claimed.
    of("file_day", "File day", Plain, "the day for which the file is recomputed"),
    of("months", "Months", Plain, ""),
    of("attributed_participant_count", "Participants", Plain, "rows of the locked cohort"),
    of("qualified_event_count", "Qualified events", Plain, "rows of the locked events"),
    of("amount", "Amount", Money, "as the file should state it"),
    of("savings", "Savings", Plain, ""),
    of("savings_unknown", "Savings cannot be computed", Plain, ""),
    of("benchmark", "Benchmark", Money, "from the performance workbook"),
    of("actual", "Actual cost", Money, "from the performance workbook"),
    of("gross", "Gross savings", Money, "benchmark − actual cost"),
    of("savings_rate", "Savings rate", Share, "gross savings ÷ benchmark"),
    of("assigned_count", "People assigned", Plain, "sets the minimum savings rate"),
    of("minimum_savings_rate", "Minimum savings rate", Share, "savings are shared from this rate on"),
    of("minimum_loss_rate", "Minimum loss rate", Share, "losses are shared from this rate on"),
    of("outcome", "So the provider has", Word, ""),
    of("quality_score", "Quality score", Plain, "from the performance workbook"),
    of("quality_gate", "Quality gate", Plain, "below it there is no share"),
    of("share", "Provider’s share", Share, "quality accounted for"),
    of("loss_rate", "Loss rate", Share, ""),
    of("sequestration", "Sequestration", Share, ""),
    of("earned_before_cap", "Earned before cap", Money, "gross savings × share × (1 − sequestration)"),
    of("owed_before_cap", "Owed before cap", Money, "loss × loss rate"),
    of("cap", "Cap", Money, "a part of the benchmark"),
    of("relief", "Relief", Money, "from the performance workbook"),
    of("estimate", "Estimate", Money, "at most the cap, less relief, in cents; negative where owed"),
    of("avoided", "Avoided escalations", Plain, ""),
    of("avoided_unknown", "Avoided escalations cannot be computed", Plain, ""),
    of("avoided/events", "Locked events", Plain, ""),
    of("avoided/window_over", "of them with their window over", Plain, ""),
    of("avoided/window_over_and_escalated", "of those escalated all the same", Plain, ""),
    of("avoided/avoided", "Avoided", Plain, "of those whose window is over"),
    of("avoided/avoided_without_waiting", "Avoided, had nobody waited", Plain, "can still turn"),
    of("value", "Value", Money, "of the avoided escalations"),
    of("lag", "Claims lag", Plain, ""),
    of("lag_unknown", "Claims lag cannot be computed", Plain, ""),
    of("lag_pct", "Claims lag", Percent, "still to be paid; a range is one standard error each way"),
    of("lag/age", "Age", Plain, "periods since the month"),
    of("factors_product", "Product of factors", Plain, "of all ages from this one on"),
    of("completion", "Completion", Share, "1 ÷ product of factors"),
    of("trigger", "Outcome trigger", Plain, ""),
    of("trigger_unknown", "The outcome trigger cannot be evaluated", Plain, ""),
    of("status", "Trigger", Word, ""),
    of("measures", "Measures", Plain, ""),
    of("agreed", "Agreed", Bound, ""),
    of("rate", "Measured", Plain, ""),
    of("ceiling", "Ceiling", Word, "the highest position that the figures allow"),
    of("ceiling_reasons", "Why not higher", Plain, ""),
    of("ceiling_reasons/questions", "Open questions", Plain, ""),
    of("open_questions", "Open questions", Plain, ""),
    of("decide_by", "Decide by", Plain, ""),
    // How claims develop.
    of("claims", "How claims develop", Plain, ""),
    of("valuation", "Valued at", Plain, "what was paid or incurred later is left out"),
    of("counted", "Claims counted", Plain, ""),
    of("after_valuation", "Claims left out", Plain, "later than the valuation"),
    of("all_periods", "All service periods", Plain, ""),
    of("by_age", "Factors by age", Plain, ""),
    of("by_age/factors", "To the next age", Plain, ""),
    of("by_age/factors_products", "From this age on, multiplied", Plain, ""),
    of("service_periods", "Service periods", Plain, ""),
    of("age", "Age", Plain, ""),
    of("paid", "Paid", Money, "so far"),
    of("ultimate", "Expected in the end", Money, "paid × product of factors"),
    of("standard_error", "Standard error", Money, "of what is still to come"),
    // Scoring.
    of("factors", "How many have how many points", Plain, ""),
    of("derived.ed_count", "Emergency visits in the window", Plain, ""),
    of("derived.inpatient_count", "Inpatient stays in the window", Plain, ""),
    of("derived.incident_points", "Points of incidents in the window", Plain, ""),
    of("derived.unresolved_variances", "Variances open on the day", Plain, ""),
    of("derived.events_30d", "Events in the thirty days before", Plain, ""),
    of("risk_tracker.risk_score", "Risk score last assessed", Plain, ""),
];

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn every_word_is_said_once() {
        for (place, Entry { name, .. }) in GLOSSARY.iter().enumerate() {
            assert!(!GLOSSARY[..place].iter().any(|other| other.name == *name), "{name}");
        }
        for name in HEADLINES {
            assert!(GLOSSARY.iter().any(|entry| entry.name == name), "{name}");
        }
    }

    /// Groups whose figures have the user's own names.
    const OF_THE_USER: [&str; 13] = [
        "authorization_status",
        "eligibility_status",
        "criteria",
        "classes",
        "exclusion_codes",
        "tiers",
        "factors",
        "completion_status",
        "months",
        "measures",
        "open_questions",
        "ceiling_reasons",
        "service_periods",
    ];

    #[test]
    fn every_figure_of_the_samples_has_a_word() {
        for name in ["attribution", "diversion"] {
            let path = format!("{}/../../tests/cases/pilots/{name}/report.json", env!("CARGO_MANIFEST_DIR"));
            let report: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
            report["steps"].as_array().unwrap().iter().for_each(|step| has_words("", &step["metrics"]));
        }
    }

    fn has_words(group: &str, figures: &Value) {
        for (name, figure) in figures.as_object().into_iter().flatten() {
            let is_plain = name.ends_with("_low") || name.ends_with("_high") || name.parse::<u32>().is_ok();
            let has_word = [group, "by_age"].into_iter().any(|group| entry(group, name).is_some());
            let is_known = has_word || is_plain || OF_THE_USER.contains(&group);
            assert!(is_known, "{group}/{name}");
            has_words(name, figure);
        }
    }

    #[test]
    fn a_name_with_its_group_is_not_another_of_that_name() {
        assert_eq!(label("avoided", "avoided"), "Avoided");
        assert_eq!(label("months", "avoided"), "Avoided escalations");
        assert_eq!(
            (label("", "events"), label("avoided", "events")),
            ("Events".to_owned(), "Locked events".to_owned())
        );
        assert_eq!(label("tiers", "tier_1_immediate"), "tier_1_immediate");
    }
}
