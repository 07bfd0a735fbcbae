/** Faults put into a pilot: each description of one is applied to the tables, the contract or the instant. */

/** The pilot with the faults in it; rows keep the identity by which later faults find them. */
export function withFaults(pilot, faults) {
  const tables = {};
  for (const [dataset, { header, rows }] of Object.entries(pilot.tables)) {
    tables[dataset] = { header, rows: rows.map((row) => ({ id: row.id, cells: { ...row.cells } })) };
  }
  const faulty = { ...pilot, tables, silent: new Set() };
  for (const fault of faults) apply(faulty, fault);
  return faulty;
}

function apply(pilot, fault) {
  const table = pilot.tables[fault.dataset];
  const row = table?.rows.find((any) => any.id === fault.row);
  switch (fault.kind) {
    case "as-of":
      pilot.asOf = fault.asOf;
      break;
    case "contract": {
      const lines = pilot.contract.split("\n");
      lines[fault.at] = fault.line;
      pilot.contract = lines.join("\n");
      break;
    }
    case "drop-table":
      delete pilot.tables[fault.dataset];
      break;
    case "no-rows":
      if (table) table.rows = [];
      break;
    case "no-bytes":
      if (table) pilot.silent.add(fault.dataset);
      break;
    case "drop-column":
      if (table) table.header = table.header.filter((name) => name !== fault.column);
      break;
    case "drop-row":
      if (table) table.rows = table.rows.filter((any) => any.id !== fault.row);
      break;
    case "copy-row":
      if (row) {
        const cells = { ...row.cells, ...(fault.column ? { [fault.column]: fault.value } : {}) };
        table.rows.push({ id: `copy of ${row.id}`, cells });
      }
      break;
    case "blank-row":
      if (row) table.rows.splice(table.rows.indexOf(row), 0, { id: `before ${row.id}`, cells: {} });
      break;
    case "short-row":
      if (row) for (const name of table.header.slice(-2)) delete row.cells[name];
      break;
    case "shout-header":
      if (table) table.isLoud = true;
      break;
    case "turn-columns":
      if (table) table.header = table.header.toReversed();
      break;
    case "decompose":
      if (row) for (const [name, value] of Object.entries(row.cells)) row.cells[name] = value?.normalize("NFD");
      break;
    case "swap": {
      const other = table?.rows.find((any) => any.id === fault.other);
      if (!row || !other) break;
      [row.cells[fault.column], other.cells[fault.column]] = [other.cells[fault.column], row.cells[fault.column]];
      break;
    }
    default:
      if (row) row.cells[fault.column] = fault.value;
  }
}
