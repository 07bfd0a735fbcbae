/** A made-up crisis-diversion pilot: two months of events and their settlement file, all in order. */

import { BUILD } from "./build.mjs";
import { eventScore, openBarriers, riskProfile, unevidenced } from "./delivery-diversion.mjs";
import { eventCode, referralOf } from "./events.mjs";
import { diversionContract } from "./pilot-contract.mjs";
import { COMMON_STAFF, confirmation, id, pastMonths, runOf } from "./pilot-common.mjs";
import { conclude, settle } from "./pilot-settlement.mjs";
import { Random } from "./random.mjs";
import { tierOf } from "./score.mjs";
import { formatDay, parseDay, Zone } from "./time.mjs";

const HOUR = 3_600_000;
const MINUTE = 60_000;

export function diversionPilot(seed, variant) {
  const random = new Random(seed);
  const meeting = parseDay(variant.monday) + 4;
  const zone = new Zone(variant.zone);
  const time = {
    meeting,
    file: meeting - 1,
    from: parseDay(variant.from),
    asOf: zone.at(meeting, "17:00"),
    at: (day, clock) => zone.format(zone.at(day, clock)),
    show: (instant) => zone.format(instant),
    dayOf: (instant) => formatDay(zone.dayOf(instant)),
    moment: (day, clock) => zone.at(day, clock),
  };
  const terms = {
    ...variant,
    id: "NP-CDP-1",
    pilot: "diversion",
    to: time.from + 364,
    from: time.from,
    holidays: [meeting - 49, meeting + 14],
    meetings: [time.from + 24, meeting, meeting + 40],
  };
  const pilot = { contract: diversionContract(terms), asOf: time.show(time.asOf), tables: {} };
  const months = pastMonths(terms.from, time.file);
  Object.assign(pilot.tables, confirmations(time), sources(random, time));
  qualify(random, pilot, time);
  respond(random, pilot, time);
  settle(random, pilot, time, months, { ...variant, participants: PARTICIPANTS });
  conclude(pilot, time);
  return pilot;
}

function confirmations({ file, meeting, at }) {
  const given = [
    ["D1-G1", null, at(file, "08:30")],
    ["D1-G2", null, at(file, "08:35")],
    ["D1-L1", null, at(file, "08:40")],
    ["D2-R1", "compliance", at(file - 20, "09:00")],
    ["D2-R2", "payer_relations", at(file - 20, "09:10")],
    ["D2-L1", null, at(file, "09:00")],
    ["D3-L1", null, at(file, "09:30")],
    ["D3-R1", null, at(file, "11:30")],
    ["D4-L1", null, at(file, "12:00")],
    ["D4-R1", null, at(file, "16:00")],
    ["D5-G1", null, at(file, "09:00")],
    ["D5-R1", "finance", at(file, "10:00")],
    ["D5-R2", "compliance", at(file, "10:10")],
    ["D5-R3", "executive_sponsor", at(file, "10:20")],
    ["D5-L1", null, at(file, "14:00")],
    ["D6-L1", null, at(meeting, "15:00")],
  ];
  return { confirmations: given.map((row) => confirmation(...row)) };
}

const PARTICIPANTS = [...Array.from({ length: 11 }, (_, at) => id("P", at + 1)), "P-Zoé"];
const CATEGORIES = ["suicidal_ideation", "acute_psychosis", "substance_crisis", "behavioral_escalation"];
const BASES = { substance_crisis: "T-SUBSTANCE", behavioral_escalation: "T-BEHAVIOR" };

function sources(random, { from, asOf, moment, show }) {
  const referrals = [];
  const triage = [];
  const instants = [asOf - 5 * HOUR, asOf - 7 * HOUR, asOf - HOUR];
  while (instants.length < 26) {
    const day = from + random.between(0, Math.floor(asOf / (24 * HOUR) - from - 1));
    instants.push(moment(day, `${String(random.between(0, 23)).padStart(2, "0")}:${random.pick(["05", "30", "48"])}`));
    if (random.chance(0.15)) instants.push(instants.at(-1) + random.pick([9, 24, 30]) * HOUR);
  }
  instants
    .filter((at) => at < asOf)
    .forEach((event, number) => {
      const event_id = id("V", number + 1);
      const near = random.chance(0.2) && referrals.length > 0;
      const participant_id = near ? referrals.at(-1).participant_id : random.pick(PARTICIPANTS);
      const source = random.chance(0.93) ? random.pick(["988_line", "mobile_crisis", "ed_liaison"]) : "walk_in";
      referrals.push({
        event_id,
        participant_id,
        referral_received_at: show(event + random.between(0, 9) * MINUTE),
        event_timestamp: show(event),
        event_source: source,
      });
      triage.push({
        event_id,
        participant_id,
        triage_timestamp: show(event + random.between(-5, 5) * MINUTE),
        crisis_category: random.chance(0.95) ? random.pick(CATEGORIES) : "other",
        safety_status: random.chance(0.95) ? random.pick(["safe", "watch"]) : "emergency_dispatched",
      });
    });
  const eligibility = PARTICIPANTS.flatMap((participant_id) => {
    const row = (eligibility_status, start, end) => ({
      participant_id,
      eligibility_status,
      start_date: start,
      end_date: end,
    });
    const rows = [
      row(
        "eligible",
        formatDay(from - random.between(0, 200)),
        random.chance(0.2) ? formatDay(from + random.between(40, 90)) : "",
      ),
    ];
    if (random.chance(0.3))
      rows.push(row(random.pick(["suspended", "terminated"]), formatDay(from + random.between(5, 30)), ""));
    return rows;
  });
  const risk = PARTICIPANTS.flatMap((participant_id) =>
    [0, 20, 45].map((days) => ({
      participant_id,
      assessed_at: show(moment(from - 1 + days, "10:00")),
      risk_score: String(random.pick([12, 39, 40, 55, 70, 88])),
    })),
  );
  return {
    referrals,
    triage,
    payer_eligibility: eligibility,
    risk_tracker: risk,
    staff: [...COMMON_STAFF, ...RESPONDERS.map(([staff_id, role]) => ({ staff_id, role }))],
    staffing_capacity: RESPONDERS.map(([staff_id]) => ({
      staff_id,
      open_slots: "4",
      available_from: "",
      available_to: "",
    })),
  };
}

const RESPONDERS = [
  ["S-N1", "nurse"],
  ["S-C1", "clinician"],
  ["S-C2", "clinician"],
  ["S-P1", "peer_support"],
];

function qualify(random, pilot, { asOf, show, meeting }) {
  const run = runOf(pilot);
  const { tables } = pilot;
  const referral = (row) => referralOf(run, row.event_id);
  tables.event_records = BUILD.D1(run)
    .map((row) => ({ ...row, recorded_at: referral(row).referral_received_at + random.between(10, 110) * MINUTE }))
    .filter((row) => row.recorded_at <= asOf)
    .map((row) => ({
      ...row,
      exclusion_reason_code: row.exclusion_reason_code || (random.chance(0.04) ? "E-DUPLICATE" : ""),
      recorded_at: show(row.recorded_at),
    }));
  tables.event_decisions = [];
  tables.executive_register = [];
  for (const row of tables.event_records) {
    const { event_id, participant_id, exclusion_reason_code: stated } = row;
    const code = eventCode(run, referral(row)) ?? stated;
    const event = referral(row).event_timestamp;
    const decided = run.zone.parse(row.recorded_at) + random.between(5, 90) * MINUTE;
    const isPending = code === "" && asOf - event < 12 * HOUR;
    const [name, site] = code !== "" ? ["rejected", "REJ"] : isPending ? ["pending", "PND"] : ["qualified", "QLF"];
    if (decided > asOf) continue;
    tables.event_decisions.push({
      event_id,
      participant_id,
      event_decision_code: site,
      review_date: show(decided),
      reviewer_id: "S-COO",
      control_status: "complete",
      next_checkpoint_date: formatDay(meeting + 10),
      exclusion_reason_code: code,
      trigger_basis: name === "qualified" ? (BASES[row.crisis_category] ?? "T-RISK") : "",
      owner: name === "pending" ? "S-RE" : "",
      clarification_deadline: name === "pending" ? show(event + 24 * HOUR) : "",
    });
    tables.executive_register.push({
      case_id: event_id,
      decision: random.chance(0.5) ? name : site,
      recorded_at: show(decided),
      record_ref: `R-${event_id}`,
    });
  }
  tables.locked_events = BUILD.D2(runOf(pilot)).map((row) => ({
    ...row,
    locked_at: random.chance(0.7) ? row.locked_at : "",
  }));
}

function respond(random, pilot, { asOf, show, dayOf }) {
  const { tables } = pilot;
  Object.assign(tables, {
    response_bundles: [],
    bundle_actions: [],
    delivery_log: [],
    completions: [],
    barrier_tracker: [],
  });
  const run = runOf(pilot);
  const reviews = [];
  for (const decision of tables.event_decisions.filter((row) => row.event_decision_code === "QLF")) {
    const { event_id, participant_id } = decision;
    const released = run.zone.parse(decision.review_date) + random.between(10, 230) * MINUTE;
    if (released > asOf) continue;
    const profile = riskProfile(run, participant_id, released);
    const tier = tierOf(run.contract, eventScore(run, referralOf(run, event_id), profile));
    const able = RESPONDERS.filter(([, role]) => run.contract.authority[tier.tier].includes(role));
    tables.response_bundles.push({
      event_id,
      participant_id,
      response_tier: tier.tier,
      immediate_safety_status: run.find("triage", "event_id", event_id).safety_status,
      assigned_responder: random.pick(able)[0],
      escalation_threshold_code: tier.escalation_threshold,
      released_at: show(released),
    });
    const review = released + random.between(30, 71) * HOUR;
    for (const component of tier.components) {
      tables.bundle_actions.push({ event_id, component, responder: "" });
      if (random.chance(0.88)) {
        const delivered_at = show(released + random.between(1, 29) * HOUR);
        tables.delivery_log.push({ event_id, component, delivered_at, evidence_ref: random.chance(0.95) ? "EV" : "" });
      }
    }
    for (let left = random.pick([0, 0, 0, 1, 2]); left > 0; left -= 1) {
      tables.barrier_tracker.push({
        barrier_id: id("B", tables.barrier_tracker.length + 1),
        event_id,
        kind: random.pick(["dependency", "dependency", "escalation"]),
        opened_on: dayOf(released + random.between(0, 40) * HOUR),
        resolved_on: random.chance(0.5) ? dayOf(released + random.between(40, 90) * HOUR) : "",
        owner: "S-RE",
      });
    }
    if (review <= asOf - HOUR) reviews.push({ event_id, participant_id, review });
  }
  const later = runOf(pilot);
  tables.completions = reviews.map(({ event_id, participant_id, review }) => {
    const open = (kind) => openBarriers(later, event_id, kind, later.zone.dayOf(review)).length;
    const isDone = unevidenced(later, event_id, review).length === 0;
    const isStable = isDone && open("dependency") === 0;
    const isOut = open("escalation") > 0;
    return {
      event_id,
      participant_id,
      completion_status: isOut ? "escalated_out" : isStable ? "stabilized" : "partially_stabilized",
      unresolved_dependency_count: String(open("dependency")),
      escalation_status: isOut ? "escalated" : "none",
      review_date: show(review),
      validation_timestamp: show(review + 5 * MINUTE),
      incomplete_reason_code: isDone ? "" : "R-NO-CONTACT",
      next_checkpoint_date: isOut ? dayOf(review + 48 * HOUR) : "",
    };
  });
}
