/** What the made-up pilots of both kinds share: files from rows, confirmations, claims, questions, statements. */

import { digestOf } from "./check.mjs";
import { writeCsv } from "./csv.mjs";
import { Run } from "./run.mjs";
import { TABLES } from "./tables.mjs";
import { firstDay, formatDay, lastDay, monthOf } from "./time.mjs";

export const headerOf = (dataset) => TABLES[dataset].columns.map((column) => column.name);

/** dataset -> { text, digest } of the rows of each table. */
export function filesOf(tables) {
  const file = ([dataset, rows]) => {
    const text = writeCsv(headerOf(dataset), rows);
    return [dataset, { text, digest: digestOf(text) }];
  };
  return Object.fromEntries(Object.entries(tables).map(file));
}

export const runOf = (pilot) => new Run(pilot.contract, pilot.asOf, filesOf(pilot.tables));

export const id = (prefix, number, width = 3) => `${prefix}-${String(number).padStart(width, "0")}`;

export function confirmation(control, role, at) {
  const by =
    { compliance: "S-CO", finance: "S-FI", payer_relations: "S-PR", executive_sponsor: "S-ES" }[role] ?? "S-RE";
  return {
    control_id: control,
    confirmed_by: by,
    confirmed_role: role ?? "records",
    confirmed_at: at,
    document_ref: `DOC-${control}`,
    contract_version: "2026.2",
  };
}

export const COMMON_STAFF = [
  ["S-CO", "compliance"],
  ["S-FI", "finance"],
  ["S-PR", "payer_relations"],
  ["S-ES", "executive_sponsor"],
  ["S-RE", "records"],
  ["S-RE", "operations"],
  ["S-COO", "chief_operating_officer"],
  ["S-FC", "finance_committee_chair"],
].map(([staff_id, role]) => ({ staff_id, role }));

/** A few claims for each service month, most of them paid within three months. */
export function claimsOf(random, fromDay, toDay, participants) {
  const claims = [];
  for (let day = fromDay; day <= toDay; day += random.between(6, 12)) {
    const paid = day + random.pick([4, 12, 25, 33, 48, 61, 80, 120, 200]);
    if (paid > toDay) continue;
    claims.push({
      claim_id: id("C", claims.length + 1, 4),
      participant_id: random.pick(participants),
      service_date: formatDay(day),
      paid_date: formatDay(paid),
      paid_amount: `${random.between(40, 4000)}.${String(random.between(0, 99)).padStart(2, "0")}`,
    });
  }
  return claims;
}

export function trackerOf(random, months, today) {
  return months.map((pilot_month) => ({
    pilot_month,
    claims_lag_pct: random.pick(["3.2", "4.95", "7.5%", "18.25", "20", "31.4"]),
    as_of: random.chance(0.7) ? formatDay(today - random.between(1, 30)) : "",
  }));
}

export function questionsOf(random, months, kinds, fileDay) {
  const questions = [];
  for (const month of months) {
    for (let left = random.between(0, 3); left > 0; left -= 1) {
      const raised = Math.min(firstDay(month) + random.between(5, 40), fileDay - 3);
      questions.push({
        question_id: id("Q", questions.length + 1),
        pilot_month: month,
        kind: random.pick(kinds),
        raised_on: formatDay(raised),
        resolved_on: random.chance(0.5) ? formatDay(Math.min(raised + random.between(1, 20), fileDay)) : "",
      });
    }
  }
  return questions;
}

/** A measure's row that passes, or now and then does not. */
export function outcomesOf(random, months, measures) {
  return months.flatMap((pilot_month) =>
    measures.map(([measure, good, bad]) => ({ pilot_month, measure, ...(random.chance(0.75) ? good : bad) })),
  );
}

/** A board and an external statement for each decided month. */
export function statementsOf(decisions, position, amounts, digest, issued) {
  return decisions.flatMap((decision, at) =>
    ["board", "external"].map((audience, second) => ({
      statement_id: id("ST", at * 2 + second + 1),
      pilot_month: decision.pilot_month,
      issued_on: issued,
      audience,
      asserted_position: decision[position],
      asserted_amount: audience === "board" ? (amounts.get(decision.pilot_month) ?? "") : decision.approved_amount,
      evidence_digest: audience === "board" ? digest : "",
      text: "",
    })),
  );
}

export const pastMonths = (fromDay, untilDay) => {
  const months = new Set();
  for (let day = fromDay; day <= untilDay; day += 1) if (lastDay(monthOf(day)) <= untilDay) months.add(monthOf(day));
  return [...months];
};
