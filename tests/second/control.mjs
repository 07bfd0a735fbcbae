/** One control being decided: what it needed, what it found, and what it could not decide. */

export class Judge {
  constructor(run, control) {
    this.run = run;
    this.id = control.id;
    this.severity = control.severity;
    this.kind = control.kind;
    this.findings = [];
    this.gaps = [];
    this.needed = new Set();
    this.applies = true;
    this.marked = new Set();
  }

  /** The rows of a table that the rule needs; null, and a gap, where it is absent. */
  needs(dataset) {
    const rows = this.run.rows(dataset);
    if (!this.needed.has(dataset) && rows === null) this.gaps.push(`${dataset} is absent`);
    this.needed.add(dataset);
    return rows;
  }

  /** Several tables at once: whether all of them are there. */
  needsAll(...datasets) {
    return datasets.map((dataset) => this.needs(dataset)).every((rows) => rows !== null);
  }

  notApplicable() {
    this.applies = false;
  }

  undecided(why) {
    this.gaps.push(why);
  }

  /** A finding at a row: one for each row, unless `each` names the component it is about. */
  at(row, { field = null, stated, expected = null, missingFrom = null, each = "" } = {}) {
    const place = `${row.dataset} ${row.line} ${each}`;
    if (this.marked.has(place)) return;
    this.marked.add(place);
    this.findings.push({
      control: this.id,
      severity: this.severity,
      dataset: row.dataset,
      line: row.line,
      key: row.key,
      field,
      stated: stated ?? (field === null ? null : row.written[field]),
      expected,
      missing_from: missingFrom,
    });
  }

  /** A finding about a whole table. */
  whole(dataset, key = null, expected = null) {
    this.findings.push({
      control: this.id,
      severity: this.severity,
      dataset,
      line: null,
      key,
      field: null,
      stated: null,
      expected,
      missing_from: null,
    });
  }

  get outcome() {
    if (!this.applies) return "not_applicable";
    if (this.findings.length > 0) return "failed";
    return this.gaps.length > 0 ? "not_checked" : "held";
  }
}

/** A field control: each row of the table has a value, of the closed list where there is one. */
export function requireFields(judge, dataset, columns) {
  judge.needs(dataset);
  for (const row of judge.run.fieldRows(dataset) ?? []) {
    for (const column of columns) {
      if (row.keyless && !row.keyColumns.includes(column)) continue;
      if (row.outside.has(column) || (row[column] === null && !row.refused.has(column))) {
        judge.at(row, { field: column });
      }
    }
  }
}

/** ⌘: a current row of `confirmations` for the control, sound in every part that its kind asks for. */
export function requireConfirmation(judge, { role = null, recordDay, before = () => null, sameDayAs = null }) {
  const { run, id, kind } = judge;
  const latest = before(judge);
  if (judge.needs("confirmations") === null) return;
  const row = run.confirmation(id);
  if (row === null) {
    judge.whole("confirmations", id);
    return;
  }
  const day = run.zone.dayOf(row.confirmed_at);
  const wrong = (field, expected = null) => judge.at(row, { field, expected });
  if (kind === "G" && row.document_ref === null) wrong("document_ref");
  if (kind === "L" && row.contract_version !== run.contract.version) {
    wrong("contract_version", run.contract.version);
  }
  if (kind !== "L" && run.contract.maxAgeDays !== undefined && day < recordDay - run.contract.maxAgeDays) {
    wrong("confirmed_at");
  }
  if (row.confirmed_role !== null) {
    if (role !== null && row.confirmed_role !== role) wrong("confirmed_role", role);
    const staff = run.rows("staff");
    const holds = (member) => member.staff_id === row.confirmed_by && member.role === row.confirmed_role;
    if (staff !== null && row.confirmed_by !== null && !staff.some(holds)) wrong("confirmed_role");
  }
  if (latest !== null && !run.rows("confirmations").some((any) => any.control_id === id && latest(any.confirmed_at))) {
    wrong("confirmed_at");
  }
  if (sameDayAs !== null) {
    const link = run.confirmedAt(sameDayAs);
    if (link === null) judge.undecided(`${sameDayAs} is not confirmed`);
    else if (run.zone.dayOf(link) !== day) wrong("confirmed_at");
  }
}
