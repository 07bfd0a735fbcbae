// The JavaScript rival: uDSV for the rows, a Set and two Maps for the rest. It runs in Node and in a
// worker alike (which has no import map, hence the path), and reads three files only: what the five counts need.

import { inferSchema, initParser } from "../../node_modules/udsv/dist/uDSV.mjs";

const ACTIVE = 1, PENDING = 2, EXPIRED = 4;

/**
 * @param {{payer: string, register: string, roster: string}} texts the files as text
 * @param {{day: string, codes: string[]}} task the roster day, and the codes of the contract
 */
export function count(texts, { day, codes }) {
  const population = new Set();
  eachRow(texts.payer, ["participant_id", "attribution_date", "attribution_end_date"], (id, from, to) => {
    if (id && from <= day && (!to || to >= day)) population.add(id);
  });

  const registered = new Map();
  eachRow(texts.register, ["participant_id", "status", "start_date", "end_date"], (id, status, from, to) => {
    const ended = to !== "" && to < day;
    const means =
      status === "active" ? (ended ? EXPIRED : from <= day ? ACTIVE : PENDING)
      : status === "pending" && !ended ? PENDING
      : 0;
    if (means && id && population.has(id)) registered.set(id, registered.get(id) | means);
  });

  const agreed = new Set(codes);
  const seen = new Set();
  const counts = { outside: 0, status: 0, foreign: 0, repeated: 0, empty: 0 };
  const columns = [
    "participant_id", "payer_attribution_date", "qualifying_category", "authorization_status", "exclusion_reason_code",
  ];
  eachRow(texts.roster, columns, (id, date, category, status, code) => {
    counts.empty += !id + !date + !category + !status;
    if (!id) return;
    if (seen.has(id)) {
      counts.repeated += 1;
      return;
    }
    seen.add(id);
    if (code && !agreed.has(code)) counts.foreign += 1;
    if (!population.has(id)) counts.outside += 1;
    else if (status && status !== statusOf(registered.get(id))) counts.status += 1;
  });
  return counts;
}

function statusOf(means) {
  if (means & ACTIVE) return "active";
  if (means & PENDING) return "pending";
  return means & EXPIRED ? "expired" : "none";
}

/** Calls `row` with the cells of these columns, wherever the file has them. */
function eachRow(text, columns, row) {
  const schema = inferSchema(text);
  const [a, b, c, d, e] = columns.map((name) => schema.cols.findIndex((column) => column.name === name));
  initParser(schema).stringArrs(text, (cells) => row(cells[a], cells[b], cells[c], cells[d], cells[e]));
}
