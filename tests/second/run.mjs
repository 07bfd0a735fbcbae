/** One run: a contract, an instant and the tables, with the few ways in which every rule looks at them. */

import { Refused, readContract } from "./contract.mjs";
import { takeIn } from "./intake.mjs";
import { TABLES } from "./tables.mjs";

export class Run {
  /** `files`: dataset -> { text, digest }. */
  constructor(contractText, asOfText, files) {
    this.contract = readContract(contractText);
    this.zone = this.contract.zone;
    this.calendar = this.contract.calendar;
    this.asOf = this.zone.parse(asOfText);
    if (this.asOf === null) throw new Refused(`${asOfText} is no instant`);
    this.today = this.zone.dayOf(this.asOf);
    if (this.today < this.contract.from || this.today > this.contract.to) {
      throw new Refused("the day is outside the contract's dates");
    }
    this.digests = new Map();
    this.tables = new Map();
    this.memory = new Map();
    for (const [dataset, { text, digest }] of Object.entries(files)) {
      this.digests.set(dataset, digest);
      const { pilot } = TABLES[dataset];
      if (pilot === "shared" || pilot === this.contract.pilot) {
        this.tables.set(dataset, takeIn(dataset, text, this.contract));
      }
    }
  }

  /** Whether a file was given for the table, readable or not. */
  wasGiven(dataset) {
    return this.tables.has(dataset);
  }

  /** The rows that rules may use, or null where the table is absent. */
  rows(dataset) {
    const table = this.tables.get(dataset);
    return table?.usable ? table.rows : null;
  }

  fieldRows(dataset) {
    const table = this.tables.get(dataset);
    return table?.usable ? table.fieldRows : null;
  }

  hasIntakeFinding(dataset) {
    return (this.tables.get(dataset)?.findings.length ?? 0) > 0;
  }

  /** What is computed once: the same question has the same answer in a run. */
  once(name, compute) {
    if (!this.memory.has(name)) this.memory.set(name, compute());
    return this.memory.get(name);
  }

  /** The row of a table whose column has the value (its first). */
  find(dataset, column, value) {
    const index = this.once(`${dataset}.${column}`, () => {
      const made = new Map();
      for (const row of this.rows(dataset) ?? []) if (!made.has(row[column])) made.set(row[column], row);
      return made;
    });
    return index.get(value) ?? null;
  }

  /** Per subject the newest row of a log whose `time` is at or before `until`. */
  currentBy(dataset, subject, time, until) {
    return this.once(`current ${dataset} ${until}`, () => {
      const current = new Map();
      for (const row of this.rows(dataset) ?? []) {
        if (row[time] === null || row[time] > until) continue;
        const other = current.get(row[subject]);
        if (!other || other[time] < row[time]) current.set(row[subject], row);
      }
      return current;
    });
  }

  /** The class of a decision's code in the log of decisions; null where the code is unknown. */
  classOf(code) {
    return code === null ? null : (this.contract.decisionCodes[code] ?? null);
  }

  /** The class that a row of the executive register states, in its own word or by the site's code. */
  registerClass(row) {
    return row.decision === null ? null : (this.contract.decisionCodes[row.decision] ?? row.decision);
  }

  /** The instant of a link's current confirmation, or null. A faulty one still dates what hangs on it. */
  confirmedAt(control) {
    return this.confirmation(control)?.confirmed_at ?? null;
  }

  confirmation(control) {
    return this.currentBy("confirmations", "control_id", "confirmed_at", this.asOf).get(control) ?? null;
  }

  /** The day on which the record of a link control was made: the confirmation's, or the day of the run. */
  recordDay(control) {
    const at = this.confirmedAt(control);
    return at === null ? this.today : this.zone.dayOf(at);
  }
}
