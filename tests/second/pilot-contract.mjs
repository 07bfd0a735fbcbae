/** The contracts of the made-up pilots, in the variants that the rules tell apart. */

import { formatDay } from "./time.mjs";

const days = (list) => `[${list.map(formatDay).join(", ")}]`;

function agreement({ id, pilot, from, to, zone, holidays, meetings }, calendar) {
  return `[contract]
id = "${id}"
version = "2026.2"
pilot = "${pilot}"
payer = "North Plan"
provider = "Harbor Services"
effective_from = ${formatDay(from)}
effective_to = ${formatDay(to)}
timezone = "${zone}"

[calendar]
business_days = ["mon", "tue", "wed", "thu", "fri"]
holidays = ${days(holidays)}
huddle = { day = "thu", closes = "16:00" }
committee_meetings = ${days(meetings)}
${calendar}
[confirmations]
max_age_days = 31
`;
}

function lagTerms({ lag }) {
  if (lag.method === "tracker") return `lag_method = "tracker"\ntracker_max_age_days = 45`;
  return `lag_method = "chain-ladder"
lag_grain = "${lag.grain}"
lag_average = "${lag.average}"
lag_history = ${lag.history}`;
}

const criterion = ([id, field, op, value, code, missing]) => `[[criteria]]
id = "${id}"
field = "${field}"
op = "${op}"
value = ${JSON.stringify(value)}
${missing ? `missing = "${missing}"\n` : ""}exclusion_code = "${code}"
`;

const code =
  (table) =>
  ([name, manual]) => `[[${table}]]
code = "${name}"
label = "${name}"
${manual ? "manual = true\n" : ""}`;

const SAVINGS = {
  flat: `minimum_savings_rate = "0.02"`,
  table: `minimum_savings_rate = [[5, "0.122"], [10, "0.050"], [40, "0.020"]]`,
};

const LOSSES = {
  none: "",
  fixed: `minimum_loss_rate = "0.02"\nshared_loss_rate = "0.30"\nshared_loss_cap = "0.05"`,
  quality: `minimum_loss_rate = "0.01"
shared_loss_rate = { one_minus_quality_times = "0.75", floor = "0.40", ceiling = "0.75" }
shared_loss_cap = "0.05"`,
};

export function attributionContract(variant) {
  const criteria = [
    ["INC-1", "payer_attribution.product", "one_of", ["medicaid", "dual"], "X-PRODUCT"],
    ["INC-2", "derived.age_years", ">=", 18, "X-AGE"],
    ["INC-3", "case_management.qualifying_category", "one_of", ["smi", "sud", "idd", "chronic"], "X-CATEGORY"],
    ["INC-4", "derived.attributed_days", ">=", 30, "X-TENURE"],
    ["INC-5", "derived.authorization_status", "==", "active", "X-AUTH"],
  ];
  const codes = [...criteria.map(([, , , , name]) => [name]), ["X-DECEASED", true], ["X-OPTOUT", true]];
  return `${agreement(variant, 'roster_day = "mon"\npriority_list_day = "wed"\n')}
[deadlines]
approve_cohort = "2bd"
assign = "48h"
material_review = "5bd"

[roles]
approve_cohort = ["chief_operating_officer"]
approve_payment = ["finance_committee_chair"]

${criteria.map(criterion).join("")}
${codes.map(code("exclusion_codes")).join("")}
${[["B-CAPACITY"], ["B-CONTACT"], ["B-AUTH"]].map(code("barrier_codes")).join("")}
[decision_codes]
ACT = "active"
PND = "pending"
EXC = "excluded"

[scoring]
model = "instability-2026.1"
window_days = 90
ed_kinds = ["ed"]
inpatient_kinds = ["inpatient", "observation"]
feed_max_age_days = 7

[[scoring.factors]]
field = "derived.ed_count"
steps = [{ from = 0, points = 0 }, { from = 1, points = 2 }, { from = 2, points = 4 }, { from = 4, points = 7 }]
[[scoring.factors]]
field = "derived.inpatient_count"
steps = [{ from = 0, points = 0 }, { from = 1, points = 4 }, { from = 2, points = 6 }]
[[scoring.factors]]
field = "derived.incident_points"
steps = [{ from = 0, points = 0 }, { from = 1, points = 1 }, { from = 3, points = 3 }, { from = 6, points = 5 }]
[[scoring.factors]]
field = "derived.unresolved_variances"
steps = [{ from = 0, points = 0 }, { from = 1, points = 1 }, { from = 3, points = 3 }]

[scoring.incident_severity_points]
minor = 1
moderate = 2
major = 4

[[tiers]]
tier = "high"
from = 9
high_priority = true
due_within = "48h"
interventions = ["home_review", "case_conference"]
[[tiers]]
tier = "rising"
from = 4
due_within = "5bd"
interventions = ["home_review", "outreach"]
[[tiers]]
tier = "stable"
from = 0
due_within = "20bd"
interventions = ["outreach"]

[authority]
home_review = ["nurse", "clinician"]
case_conference = ["clinician"]
outreach = ["nurse", "clinician", "community_worker"]

[payment]
model = "shared-savings"
savings_tolerance = "0.01"
lag_tolerance_pct = "0.10"
${SAVINGS[variant.savings]}
sharing_rate = "0.50"
sharing_scales_with_quality = ${variant.scales}
quality_gate = "0.70"
sequestration = "0.02"
shared_savings_cap = "0.10"
${LOSSES[variant.losses]}
${lagTerms(variant)}
lag_supportable_pct = "5.0"
lag_provisional_pct = "20.0"
material_exposure = "${variant.material}"

[[payment.triggers]]
measure = "ED-PER-1000"
op = "<="
value = "540"
[[payment.triggers]]
measure = "FUH-7"
op = ">="
value = "0.45"
`;
}

export function diversionContract(variant) {
  const categories = ["suicidal_ideation", "acute_psychosis", "substance_crisis", "behavioral_escalation"];
  const criteria = [
    ["EVT-1", "referrals.event_source", "one_of", ["988_line", "mobile_crisis", "ed_liaison"], "E-PATHWAY"],
    ["EVT-2", "derived.eligibility_status", "==", "eligible", "E-ELIGIBILITY"],
    ["EVT-3", "triage.crisis_category", "one_of", categories, "E-CATEGORY"],
    ["EVT-4", "triage.safety_status", "not_one_of", ["emergency_dispatched"], "E-TOO-LATE"],
    ["EVT-5", "derived.days_since_previous_event", ">=", 1, "E-REPEAT", "pass"],
  ];
  const codes = [...criteria.map(([, , , , name]) => [name]), ["E-DUPLICATE", true]];
  return `${agreement(variant, "")}
[deadlines]
record_event = "2h"
approve_event = "1bd"
release_bundle = "4h"
complete_response = "72h"
material_review = "5bd"
response_window = "24h"

[roles]
approve_event = ["chief_operating_officer"]
approve_payment = ["finance_committee_chair"]

[events]
timestamp_tolerance_minutes = 5

${criteria.map(criterion).join("")}
${codes.map(code("exclusion_codes")).join("")}
${[["R-REFUSED"], ["R-NO-CONTACT"], ["R-TRANSFERRED"]].map(code("reason_codes")).join("")}
[decision_codes]
QLF = "qualified"
PND = "pending"
REJ = "rejected"

[[triggers]]
basis = "T-RISK"
categories = ["suicidal_ideation", "acute_psychosis"]
[[triggers]]
basis = "T-SUBSTANCE"
categories = ["substance_crisis"]
[[triggers]]
basis = "T-BEHAVIOR"
categories = ["behavioral_escalation"]

[scoring]
model = "crisis-2026.1"
[[scoring.factors]]
field = "risk_tracker.risk_score"
steps = [{ from = 0, points = 0 }, { from = 40, points = 3 }, { from = 70, points = 6 }]
[[scoring.factors]]
field = "derived.events_30d"
steps = [{ from = 0, points = 0 }, { from = 1, points = 1 }, { from = 3, points = 3 }]

[[tiers]]
tier = "tier_1_immediate"
from = 6
escalation_threshold = "ET-1"
components = ["safety_plan", "same_day_clinical", "psychiatric_review"]
[[tiers]]
tier = "tier_2_urgent"
from = 3
escalation_threshold = "ET-2"
components = ["safety_plan", "same_day_clinical"]
[[tiers]]
tier = "tier_3_stabilize"
from = 0
escalation_threshold = "ET-3"
components = ["safety_plan", "community_stabilization"]

[authority]
tier_1_immediate = ["clinician"]
tier_2_urgent = ["clinician", "nurse"]
tier_3_stabilize = ["clinician", "nurse", "peer_support"]

[payment]
model = "avoided-escalation"
method = "${variant.method}"
downstream_kinds = ["ed", "inpatient", "law_enforcement"]
downstream_window = "72h"
avoided_statuses = ["stabilized"]
unit_values = { ed = "1450.00", inpatient = "9800.00", law_enforcement = "620.00" }
baseline_rates = { suicidal_ideation = "0.62", acute_psychosis = "0.71", substance_crisis = "0.48", behavioral_escalation = "0.33" }
savings_tolerance = "0.01"
lag_tolerance_pct = "0.10"
${lagTerms(variant)}
lag_supportable_pct = "5.0"
lag_provisional_pct = "20.0"
material_exposure = "${variant.material}"

[[payment.triggers]]
measure = "STABILIZED-RATE"
op = ">="
value = "0.60"
`;
}
