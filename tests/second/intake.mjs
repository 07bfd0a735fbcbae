/** From files to tables: typed rows, and a finding for each cell, column, row or file that is not sound. */

import { readCsv } from "./csv.mjs";
import { decimal } from "./decimal.mjs";
import { closedList, hasFieldControl } from "./schema.mjs";
import { TABLES } from "./tables.mjs";
import { parseDay, parseMonth } from "./time.mjs";

/** A row whose start or end date is refused is used no further. */
const STARTS_OR_ENDS = /^(attribution_|start_|end_|opened_on$|raised_on$|resolved_on$|available_)/;

/** One table: `rows` are used by every control, `field_rows` are those that field controls look at. */
export function takeIn(dataset, text, contract) {
  const table = { dataset, rows: [], fieldRows: [], findings: [], usable: true, count: 0 };
  const find = (control, details) => table.findings.push({ control, severity: "block", dataset, ...details });
  const lines = text === null ? [] : readCsv(text);
  const headAt = lines.findIndex((line) => !isBlank(line));
  if (headAt < 0) {
    find("IN-1", { line: null, key: null, field: null });
    return { ...table, usable: false };
  }
  const header = lines[headAt].cells.map((name) => name.toLowerCase());
  const { columns, key } = TABLES[dataset];
  const missing = columns.filter((column) => column.required && !header.includes(column.name));
  for (const column of missing) find("IN-2", { line: null, key: null, field: column.name });
  const bodies = lines.slice(headAt + 1).filter((line) => !isBlank(line));
  if (missing.length > 0) return { ...table, usable: false, count: bodies.length };

  const seen = new Set();
  for (const { line, cells } of bodies) {
    const row = readRow(dataset, line, header, cells, contract);
    const at = { line, key: row.key };
    for (const column of row.refused) find("IN-3", { ...at, field: column, stated: row.written[column] });
    const emptyKeys = key.filter((column) => row[column] === null);
    const identity = key.map((column) => keyPart(row[column])).join("\u0000");
    const repeated = emptyKeys.length === 0 && seen.has(identity);
    seen.add(identity);
    if (repeated) {
      find("IN-4", { ...at, field: key.at(-1), stated: row.key });
      continue;
    }
    for (const { name, required } of columns) {
      if (!required || row[name] !== null || row.refused.has(name) || hasFieldControl(dataset, name)) continue;
      if (emptyKeys.length > 0 && !key.includes(name)) continue;
      find("IN-5", { ...at, field: name, stated: "" });
    }
    row.keyless = emptyKeys.length > 0;
    table.fieldRows.push(row);
    const dateRefused = [...row.refused].some((column) => STARTS_OR_ENDS.test(column));
    if (!row.keyless && !dateRefused) table.rows.push(row);
  }
  return { ...table, count: bodies.length };
}

const isBlank = (line) => line.cells.every((cell) => cell === "");
const keyPart = (value) => (typeof value === "object" && value !== null ? `${value.n}/${value.d}` : String(value));

/** A row holds each column's value under its name; null is empty. */
function readRow(dataset, line, header, cells, contract) {
  const row = { dataset, line, written: {}, refused: new Set(), outside: new Set() };
  for (const { name, type } of TABLES[dataset].columns) {
    const at = header.indexOf(name);
    const text = (at < 0 ? "" : (cells[at] ?? "")).trim();
    row.written[name] = text;
    row[name] = text === "" ? null : valueOf(type, text, contract.zone);
    if (text !== "" && row[name] === null) row.refused.add(name);
    const list = closedList(dataset, name, contract);
    if (row[name] !== null && list && !list.includes(row[name])) {
      row[name] = null;
      (hasFieldControl(dataset, name) ? row.outside : row.refused).add(name);
    }
  }
  row.keyColumns = TABLES[dataset].key;
  row.key = row.keyColumns.map((column) => row.written[column]).join("/");
  return row;
}

function valueOf(type, text, zone) {
  switch (type) {
    case "date":
      return parseDay(text);
    case "timestamp":
      return zone.parse(text);
    case "month":
      return parseMonth(text);
    case "count":
      return /^\d+$/.test(text) ? decimal(text) : null;
    case "money":
      return decimal(text);
    case "pct":
      return decimal(text.replace(/%$/, ""));
    default:
      return text.normalize("NFC");
  }
}
