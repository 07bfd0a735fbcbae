/** A made-up attribution pilot: one week from the roster on Monday to the statements on Friday, all in order. */

import { BUILD } from "./build.mjs";
import { attributionContract } from "./pilot-contract.mjs";
import { COMMON_STAFF, confirmation, id, pastMonths, runOf } from "./pilot-common.mjs";
import { conclude, file } from "./pilot-payment.mjs";
import { participantCode, populationOn } from "./population.mjs";
import { Random } from "./random.mjs";
import { formatDay, monthOf, parseDay, Zone } from "./time.mjs";

export function attributionPilot(seed, variant) {
  const random = new Random(seed);
  const monday = parseDay(variant.monday);
  const roster = variant.holiday ? monday + 1 : monday;
  const zone = new Zone(variant.zone);
  const at = (day, clock) => zone.format(zone.at(day, clock));
  const week = { monday, roster, list: monday + 2, huddle: monday + 3, meeting: monday + 4, at };
  const terms = {
    ...variant,
    id: "NP-VBP-1",
    pilot: "attribution",
    from: parseDay(variant.from),
    to: parseDay(variant.from) + 364,
    holidays: [...(variant.holiday ? [monday] : []), monday - 49, monday + 14],
    meetings: [parseDay(variant.from) + 24, week.meeting, monday + 40, monday + 75],
  };
  const pilot = { contract: attributionContract(terms), asOf: at(week.meeting, "17:00"), tables: {} };
  const months = pastMonths(terms.from, week.huddle);
  Object.assign(pilot.tables, confirmations(week), sources(random, week));
  pilot.tables.roster = rosterOf(random, pilot, week);
  decide(random, pilot, week, months);
  deliver(pilot, week, random);
  file(random, pilot, week, months, { ...variant, participants: PARTICIPANTS });
  conclude(pilot, week);
  return pilot;
}

function confirmations({ roster, list, huddle, meeting, at }) {
  const given = [
    ["A1-G1", "payer_relations", at(roster, "08:30")],
    ["A1-G2", "payer_relations", at(roster, "08:35")],
    ["A1-L1", null, at(roster, "09:40")],
    ["A2-R1", "compliance", at(roster, "13:00")],
    ["A2-R2", "finance", at(roster, "13:30")],
    ["A2-L1", null, at(roster, "19:00")],
    ["A3-G1", null, at(list, "08:00")],
    ["A3-G2", null, at(list, "08:10")],
    ["A3-L1", null, at(list, "10:00")],
    ["A3-R1", null, at(list, "12:00")],
    ["A4-L1", null, at(huddle, "12:00")],
    ["A4-R1", null, at(huddle, "16:30")],
    ["A5-G1", null, at(huddle, "09:00")],
    ["A5-R1", "finance", at(huddle, "10:00")],
    ["A5-R2", "compliance", at(huddle, "10:10")],
    ["A5-R3", "executive_sponsor", at(huddle, "10:20")],
    ["A5-L1", null, at(huddle, "14:00")],
    ["A6-L1", null, at(meeting, "15:00")],
    ["A5-L1", null, at(huddle - 28, "14:00")],
    ["A2-R1", "compliance", at(roster - 28, "13:00")],
  ];
  return { confirmations: given.map((row) => confirmation(...row)) };
}

const PARTICIPANTS = [...Array.from({ length: 29 }, (_, at) => id("P", at + 1)), "P-Zoé"];

function sources(random, { roster, list }) {
  const day = (from, to) => formatDay(list - random.between(from, to));
  const payer = [];
  const cases = [];
  const register = [];
  const feed = [];
  const incidents = [];
  const variances = [];
  for (const participant_id of PARTICIPANTS) {
    const start = roster - random.pick([10, 29, 30, 31, 90, 200, 400, 500]);
    const ends = random.chance(0.1) ? formatDay(roster + random.pick([-1, 0, 4])) : "";
    const person = {
      participant_id,
      product: random.chance(0.92) ? random.pick(["medicaid", "dual"]) : "commercial",
      birth_date: random.chance(0.9)
        ? formatDay(roster - random.between(19, 80) * 365)
        : formatDay(roster - 6574 + random.between(-2, 3)),
    };
    payer.push({ ...person, attribution_date: formatDay(start), attribution_end_date: ends });
    if (random.chance(0.2)) {
      payer.push({
        ...person,
        attribution_date: formatDay(start - 300),
        attribution_end_date: formatDay(start - random.between(-5, 40)),
      });
    }
    if (random.chance(0.95)) {
      const qualifying_category = random.chance(0.92) ? random.pick(["smi", "sud", "idd", "chronic"]) : "other";
      cases.push({
        participant_id,
        qualifying_category,
        intervention_status: random.pick(["engaged", "outreach", ""]),
      });
    }
    for (let left = random.between(1, 2); left > 0; left -= 1) {
      const begins = roster - random.between(5, 300);
      register.push({
        authorization_id: id("A", register.length + 1),
        participant_id,
        status: random.chance(0.85) ? "active" : random.pick(["pending", "denied", "cancelled"]),
        start_date: formatDay(begins),
        end_date: random.chance(0.3) ? formatDay(begins + random.between(100, 500)) : "",
      });
    }
    for (let left = random.pick([0, 0, 1, 2, 5]); left > 0; left -= 1) {
      const kind = random.pick(["ed", "ed", "inpatient", "observation", "office"]);
      feed.push({ encounter_id: id("E", feed.length + 1), participant_id, service_date: day(0, 110), kind });
    }
    for (let left = random.pick([0, 0, 1, 3]); left > 0; left -= 1) {
      const severity = random.pick(["minor", "moderate", "major"]);
      incidents.push({
        incident_id: id("I", incidents.length + 1),
        participant_id,
        occurred_on: day(0, 110),
        severity,
      });
    }
    for (let left = random.pick([0, 0, 1, 4]); left > 0; left -= 1) {
      const opened = list - random.between(0, 60);
      const resolved_on = random.chance(0.4) ? formatDay(opened + random.between(0, 50)) : "";
      variances.push({
        variance_id: id("V", variances.length + 1),
        participant_id,
        opened_on: formatDay(opened),
        resolved_on,
      });
    }
  }
  feed.push({ encounter_id: "E-LAST", participant_id: "P-900", service_date: formatDay(list - 1), kind: "ed" });
  return {
    payer_attribution: payer,
    case_management: cases,
    authorization_register: register,
    local_nominations: ["P-900", ...PARTICIPANTS.filter(() => random.chance(0.3))].map((participant_id) => ({
      participant_id,
      nominated_by: "site",
      nominated_on: formatDay(roster - random.between(1, 90)),
    })),
    utilization_feed: feed,
    incident_history: incidents,
    case_variances: variances,
    staff: [...COMMON_STAFF, ...LEADS.flatMap(([staff_id, ...roles]) => roles.map((role) => ({ staff_id, role })))],
  };
}

const LEADS = [
  ["S-N1", "nurse"],
  ["S-N2", "nurse", "community_worker"],
  ["S-C1", "clinician"],
  ["S-C2", "clinician", "nurse"],
  ["S-W1", "community_worker"],
];

/** The built roster, with a code of a reviewer's own here and there where the rules give none. */
function rosterOf(random, pilot) {
  return BUILD.A1(runOf(pilot)).map((row) =>
    row.exclusion_reason_code === "" && random.chance(0.08)
      ? { ...row, exclusion_reason_code: random.pick(["X-DECEASED", "X-OPTOUT"]) }
      : row,
  );
}

function decide(random, pilot, { roster, meeting, at }, months) {
  const run = runOf(pilot);
  const log = [];
  const register = [];
  const entries = [];
  for (const { participant_id, exclusion_reason_code: stated } of pilot.tables.roster) {
    const earlier = roster - random.pick([7, 35, 63]);
    const review = random.chance(0.3) && populationOn(run, earlier).has(participant_id) ? earlier : roster;
    const code = participantCode(run, participant_id, review);
    const isIn = populationOn(run, run.today).has(participant_id);
    const qualifies = stated === "" && isIn && participantCode(run, participant_id, run.today) === null;
    const isPending = qualifies ? random.chance(0.1) : code === null && stated === "";
    const [name, decided] = isPending ? ["pending", "PND"] : qualifies ? ["active", "ACT"] : ["excluded", "EXC"];
    log.push({
      participant_id,
      cohort_decision_code: decided,
      review_date: formatDay(review),
      reviewer_id: "S-COO",
      control_status: "complete",
      next_checkpoint_date: formatDay(roster + 28),
      exclusion_reason_code:
        name === "excluded" ? (["X-DECEASED", "X-OPTOUT"].includes(stated) ? stated : (code ?? "X-OPTOUT")) : "",
      attribution_basis: name === "active" ? "payer file" : "",
      owner: name === "pending" ? "S-RE" : "",
      clarification_deadline: name === "pending" ? formatDay(meeting + random.between(0, 9)) : "",
    });
    register.push({
      case_id: participant_id,
      decision: random.chance(0.5) ? name : decided,
      recorded_at: at(review, "15:00"),
      record_ref: `R-${participant_id}`,
    });
    if (name === "active" && random.chance(0.8)) entries.push({ participant_id, entered_at: at(review + 1, "18:00") });
  }
  pilot.tables.cohort_decisions = log;
  pilot.tables.executive_register = register;
  pilot.tables.live_workflow = entries;
  const active = log.filter((row) => row.cohort_decision_code === "ACT").map((row) => row.participant_id);
  const lock = (pilot_month, ids, locked_at) =>
    ids.map((participant_id) => ({ pilot_month, participant_id, locked_at }));
  pilot.tables.locked_cohort = [
    ...months.flatMap((month) =>
      lock(
        month,
        active.filter(() => random.chance(0.8)),
        "",
      ),
    ),
    ...lock(monthOf(meeting), active, at(roster, "20:00")),
  ];
}

function deliver(pilot, { huddle, list, at }, random) {
  const run = runOf(pilot);
  pilot.tables.priority_list = BUILD.A3(run);
  pilot.tables.staffing_capacity = LEADS.map(([staff_id]) => ({
    staff_id,
    open_slots: String(random.between(2, 6)),
    available_from: random.chance(0.4) ? formatDay(list - random.between(0, 30)) : "",
    available_to: random.chance(0.3) ? formatDay(list + random.between(2, 60)) : "",
  }));
  pilot.tables.assignments = BUILD.A4(runOf(pilot)).map((row) => ({
    ...row,
    validation_timestamp: at(huddle, "11:00"),
  }));
}
