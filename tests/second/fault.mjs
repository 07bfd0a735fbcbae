/** Random faults: each is a small description that can be planted in a pilot, printed, and left out again. */

import { TABLES } from "./tables.mjs";
import { formatDay, monthOf, nextMonth, parseDay, parseMonth } from "./time.mjs";

const GARBAGE = {
  date: ["2026-02-30", "03/09/2026", "20260309"],
  timestamp: ["2026-03-09", "2026-03-09T25:00", "noon"],
  month: ["2026-13", "2026-3", "March"],
  count: ["-1", "1.5", "two"],
  money: ["$5", "1,000.00", "1."],
  pct: ["7,5", "%", "x"],
};

/** One fault for a case: `{ kind, … }`. */
export function makeFault(random, pilot, only = []) {
  const datasets = Object.keys(pilot.tables).filter((dataset) => only.length === 0 || only.includes(dataset));
  const dataset = random.pick(datasets);
  const { rows } = pilot.tables[dataset];
  const dice = random.next();
  if (dice < 0.03) return { kind: random.pick(["drop-table", "drop-table", "no-rows", "no-bytes"]), dataset };
  if (dice < 0.04) return { kind: "drop-column", dataset, column: random.pick(TABLES[dataset].columns).name };
  if (dice < 0.1) return { kind: "contract", ...contractFault(random, pilot.contract) };
  if (dice < 0.11) return { kind: "contract", ...termLeftOut(random, pilot.contract) };
  if (dice < 0.14) {
    const asOf = random.chance(0.5) ? shiftTimestamp(random, pilot.asOf) : instantAtEdge(random, pilot, dataset, null);
    return { kind: "as-of", asOf };
  }
  if (rows.length === 0) return { kind: "drop-table", dataset };
  const row = random.pick(rows).id;
  if (dice < 0.16)
    return { kind: random.pick(["blank-row", "short-row", "shout-header", "turn-columns", "decompose"]), dataset, row };
  if (dice < 0.22) return { kind: "drop-row", dataset, row };
  if (dice < 0.27) return { kind: "copy-row", dataset, row, ...copyChange(random, pilot, dataset, row) };
  const { name: column, type } = random.pick(TABLES[dataset].columns);
  if (dice < 0.31) return { kind: "swap", dataset, row, column, other: random.pick(rows).id };
  const value = newValue(random, pilot, dataset, row, column, type);
  return { kind: "set", dataset, row, column, value };
}

/** A copied row is sometimes another one: its key or another cell is changed. */
function copyChange(random, pilot, dataset, row) {
  if (random.chance(0.3)) return {};
  const { columns, key } = TABLES[dataset];
  const name = random.chance(0.8) ? random.pick(key) : random.pick(columns).name;
  const { type } = columns.find((column) => column.name === name);
  return { column: name, value: newValue(random, pilot, dataset, row, name, type) };
}

function newValue(random, pilot, dataset, row, column, type) {
  const { rows } = pilot.tables[dataset];
  const old = rows.find((any) => any.id === row).cells[column] ?? "";
  const dice = random.next();
  if (dice < 0.1) return "";
  if (dice < 0.14 && GARBAGE[type]) return random.pick(GARBAGE[type]);
  if (dice < 0.17) return random.pick([` ${old} `, old.toUpperCase(), `${old}x`]);
  if (dice < 0.35) return random.pick(rows).cells[column] ?? "";
  if (dice < 0.6) {
    if (type === "date") return dayAtEdge(random, pilot, dataset, row);
    if (type === "timestamp") return instantAtEdge(random, pilot, dataset, row);
    if (["money", "pct", "count"].includes(type)) return random.pick(pilot.numerals);
  }
  switch (type) {
    case "date":
      return shiftDay(random, old || pilot.asOf.slice(0, 10));
    case "timestamp":
      return shiftTimestamp(random, old || pilot.asOf);
    case "month":
      return shiftMonth(random, old);
    case "count":
      return String(Math.max(0, Number(old || 0) + random.pick([-2, -1, 1, 2, 30])));
    case "money":
    case "pct":
      return shiftAmount(random, old);
    case "text":
      return random.pick(["", "noted", "sha256:00", 'a "b",\nc']);
    default:
      return random.chance(0.1)
        ? random.pick(["P-999", "V-999", "S-999", "other"])
        : plausible(random, pilot, column, type);
  }
}

/** A value of a like column of any table, or a word of the contract. */
function plausible(random, pilot, column, type) {
  if (type === "code" && random.chance(0.6)) return random.pick(pilot.words);
  const pool = [];
  for (const [dataset, { rows }] of Object.entries(pilot.tables)) {
    for (const other of TABLES[dataset].columns) {
      const isLike = other.name === column || (type === "id" && other.type === "id" && random.chance(0.2));
      if (isLike) pool.push(...rows.map((row) => row.cells[other.name] ?? ""));
    }
  }
  return random.pick(pool) ?? "";
}

/** The days and instants of the rows that share an id with the row, of the confirmations, and of the run. */
function timesNear(pilot, dataset, row) {
  const ids = ({ cells }) => ["event_id", "participant_id", "pilot_month"].map((name) => cells[name]).filter(Boolean);
  const own = pilot.tables[dataset]?.rows.find((any) => any.id === row);
  const times = [pilot.asOf];
  for (const [name, { rows }] of Object.entries(pilot.tables)) {
    for (const other of rows) {
      const isNear = name === "confirmations" || (own && ids(other).some((any) => ids(own).includes(any)));
      if (isNear) times.push(...Object.values(other.cells).filter((cell) => /^\d{4}-\d\d-\d\d/.test(cell ?? "")));
    }
  }
  return times;
}

/** A day as far from a near one as some limit is, or a day off that. */
function dayAtEdge(random, pilot, dataset, row) {
  const day = parseDay(random.pick(timesNear(pilot, dataset, row)).slice(0, 10)) ?? 20_000;
  const limit = random.pick([0, 1, 2, 7, 30, 31, 45, 90]);
  return formatDay(day + random.pick([-1, 1]) * limit + random.pick([-1, 0, 0, 1]));
}

/** An instant as far from a near one as some limit is, to the second; or the edge of its day, or the huddle's close. */
function instantAtEdge(random, pilot, dataset, row) {
  const near = random.pick(timesNear(pilot, dataset, row));
  const at = Date.parse(near.length > 10 ? near : `${near}T12:00:00Z`);
  if (Number.isNaN(at)) return pilot.asOf;
  if (random.chance(0.25))
    return `${near.slice(0, 10)}T${random.pick(["00:00:00", "23:59:59", "16:00:00", "16:00:01", "02:30:00"])}`;
  const hours = random.pick([0, 1, 2, 4, 24, 48, 72, 720]);
  const seconds = random.pick([-1, 0, 0, 1, 299, 300, 301]);
  const moved = at + random.pick([-1, 1]) * hours * 3_600_000 + seconds * 1000;
  return `${new Date(moved).toISOString().slice(0, 19)}Z`;
}

function shiftDay(random, text) {
  const day = parseDay(text);
  return day === null ? text : formatDay(day + random.pick([-1, 1, random.between(-6, 6), random.between(-40, 40)]));
}

/** Some minutes, hours or days to or fro, and now and then the same instant in other words. */
function shiftTimestamp(random, text) {
  const at = Date.parse(text);
  if (Number.isNaN(at)) return text;
  const minute = 60_000;
  const shift = random.pick([
    0,
    1,
    -1,
    random.between(-59, 59),
    random.between(-30, 30) * 60,
    random.between(-40, 40) * 1440,
  ]);
  const moved = new Date(at + shift * minute);
  const utc = moved.toISOString().slice(0, 19);
  if (random.chance(0.3)) return `${utc}Z`;
  const found = /([+-])(\d\d):(\d\d)$/.exec(text);
  if (!found) return `${utc}Z`;
  const ahead = (Number(found[2]) * 60 + Number(found[3])) * (found[1] === "-" ? -1 : 1);
  const local = new Date(moved.getTime() + ahead * minute).toISOString().slice(0, 19);
  return random.chance(0.2) ? local.replace("T", " ") : local + found[0];
}

function shiftMonth(random, text) {
  if (parseMonth(text) === null) return text;
  return random.chance(0.5) ? nextMonth(text) : monthOf(parseDay(`${text}-01`) - 1);
}

function shiftAmount(random, text) {
  const amount = Number(text.replace("%", "") || 0);
  const by = random.pick([
    0.01,
    -0.01,
    0.005,
    -0.02,
    0.1,
    -0.11,
    1,
    -1,
    amount * 0.1,
    -amount * 0.2,
    -2 * amount,
    1000,
  ]);
  return (amount + by).toFixed(random.pick([2, 2, 3]));
}

/** Words of a contract that have rivals. */
const RIVALS = [
  ["month", "quarter", "year"],
  ["volume", "simple"],
  ["tracker", "chain-ladder"],
  ["event-level", "baseline-rate"],
  ["<=", ">=", "<", ">", "==", "!="],
  ["one_of", "not_one_of"],
  ["pass", "fail"],
  ["America/New_York", "America/Chicago", "America/Los_Angeles"],
];

const WORD =
  /"(month|quarter|year|volume|simple|tracker|chain-ladder|event-level|baseline-rate|[<>=!]=?|(not_)?one_of|pass|fail|America\/\w+)"/;
const NUMBER = /"-?\d+(\.\d+)?"|(?<![\w.:"-])\d+(?![\w.:"-])|"\d+(h|bd)"|"(mon|tue|wed|thu|fri)"|"\d\d:\d\d"/g;

/** One number, limit, weekday or time of the contract becomes another. */
function contractFault(random, contract) {
  const lines = contract.split("\n");
  const worded = [...lines.keys()].filter((at) => WORD.test(lines[at]));
  if (random.chance(0.3)) {
    const at = random.pick(worded);
    const rivals = RIVALS.find((list) => list.includes(WORD.exec(lines[at])[1]));
    return { at, was: lines[at], line: lines[at].replace(WORD, `"${random.pick(rivals)}"`) };
  }
  const able = lines.flatMap((line, at) => {
    const isFixed = /^(id|version|timezone|business_days|effective|holidays|committee|supersedes|needs)/.test(line);
    return isFixed ? [] : [...line.matchAll(NUMBER)].map((found) => ({ at, found }));
  });
  const { at, found } = random.pick(able);
  const changed = changeTerm(random, found[0]);
  const line = lines[at].slice(0, found.index) + changed + lines[at].slice(found.index + found[0].length);
  return { at, was: lines[at], line };
}

/** A line of the contract that names a term is left out. */
function termLeftOut(random, contract) {
  const lines = contract.split("\n");
  const at = random.pick([...lines.keys()].filter((any) => /^[a-z_]+ = /.test(lines[any])));
  return { at, was: lines[at], line: "" };
}

function changeTerm(random, term) {
  const bare = term.replaceAll('"', "");
  const quote = (text) => (term.startsWith('"') ? `"${text}"` : text);
  if (/^[a-z]/.test(bare)) return quote(random.pick(["mon", "tue", "wed", "thu", "fri"]));
  if (/:/.test(bare)) return quote(random.pick(["09:00", "12:30", "18:00"]));
  if (/bd$|h$/.test(bare))
    return quote(random.pick(["1h", "2h", "4h", "24h", "47h", "72h", "1bd", "2bd", "3bd", "10bd"]));
  if (/\./.test(bare)) return quote((Number(bare) * random.pick([0.5, 0.9, 1.1, 2])).toFixed(3));
  return quote(String(Math.max(0, Number(bare) + random.pick([-5, -1, 1, 2, 10]))));
}
