// What every contestant counts, so that nobody is quick by doing less than was asked.
//
// The as-of day D is the roster day. A roster row is *used* if it has an id and no earlier row has the same one.
// The *population* are the ids with a row of `payer_attribution` whose `attribution_date` is not after D and whose
// `attribution_end_date` is empty or not before D.
//
//   outside   used roster rows whose id is not in the population
//   status    used roster rows of the population whose `authorization_status` is given, and is not what the
//             register's rows of that id amount to: `active` if one of them is active and D is between its dates (no end
//             is open); else `pending` if one is pending and not ended, or active and not begun; else `expired` if
//             one is active and ended; else `none`
//   foreign   used roster rows whose `exclusion_reason_code` is given and is none of the contract's
//   repeated  roster rows whose id stands in an earlier row
//   empty     empty cells among a roster row's id, attribution date, category and status
//
// Rivals count these five and nothing else, from the three files and the columns that they need. Tieout reads all seven
// files and every column, checks that each cell is of its type, takes the digest of every file and decides the whole step;
// the five are then read off its findings. All of them must also equal what the generator planted.

export const NAMES = ["outside", "status", "foreign", "repeated", "empty"];

const EMPTY = ["A1-F1", "A1-F2", "A1-F3", "A1-F4"];

/** The five counts of a report; of a task that asks for no more, how many findings it has. */
export function ofReport(report, { codes, counts }) {
  if (counts === "findings") return { findings: report.findings.length };
  const agreed = new Set(codes);
  const on = (control, matches = () => true) =>
    report.findings.filter((f) => f.dataset === "roster" && control.includes(f.control) && matches(f)).length;
  return {
    outside: on(["A1-V1"], (f) => f.field === "participant_id"),
    status: on(["A1-V2"]),
    foreign: on(["A1-V3"], (f) => !agreed.has(f.stated)),
    repeated: on(["IN-4"]),
    empty: on(EMPTY),
  };
}

/** The five counts of what was planted. */
export function ofAnswers(answers) {
  const strangers = ["nominee_listed", "former_listed", "announced_listed", "id_mistyped"];
  const on = (control, matches = () => true) =>
    answers.filter((a) => a.dataset === "roster" && control.includes(a.control) && matches(a)).length;
  return {
    outside: on(["A1-V1"], (a) => strangers.includes(a.planted)),
    status: on(["A1-V2"]),
    foreign: on(["A1-V3"], (a) => a.planted === "code_foreign"),
    repeated: on(["IN-4"]),
    empty: on(EMPTY),
  };
}

/** Throws unless the counts are the planted ones. */
export function mustEqual(who, counts, planted) {
  const wrong = NAMES.filter((name) => counts[name] !== planted[name]);
  if (wrong.length) {
    const each = wrong.map((name) => `${name} ${counts[name]}, planted ${planted[name]}`).join("; ");
    throw new Error(`${who} counted otherwise than was planted: ${each}`);
  }
}
