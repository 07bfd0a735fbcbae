// What a report means to a form: how the steps that count stand, what is submitted, and why it may not be. No row is in it.

const worstFirst = ["blocked", "incomplete", "not_started", "clear"];

/** The steps that count, which are those that were named or else every one that was begun, and the worst of their states. */
export function standingOf({ steps }, named) {
  const counted = steps.filter(({ step, state }) => (named.length > 0 ? named.includes(step) : state !== "not_started"));
  const state = worstFirst.find((worst) => counted.some((step) => step.state === worst)) ?? "not_started";
  return { state, counted: counted.map(({ step }) => step) };
}

/** What is submitted: which files were held against which contract at which instant, and how each step stands. */
export function receiptOf({ tieout, contract, as_of, inputs, steps }) {
  const file = ({ dataset, file, part, digest, rows }) => ({ dataset, file, part, digest, rows });
  const step = ({ step, state, controls }) => ({ step, state, findings: controls.reduce((sum, { findings }) => sum + findings, 0) });
  return { tieout, contract, as_of, inputs: inputs.map(file), steps: steps.filter(({ state }) => state !== "not_started").map(step) };
}

/** Why a form that requires a clear answer cannot be sent yet; undefined if it can. */
export function hindrance({ state, counted } = {}, isBusy) {
  const steps = counted?.length > 0 ? counted.join(", ") : "The steps";
  const verb = counted?.length === 1 ? "is" : "are";
  switch (state) {
    case "clear":
      return undefined;
    case "blocked":
      return `${steps} ${verb} blocked. Mend what the findings name at its source, and check again.`;
    case "incomplete":
      return `${steps} ${verb} incomplete: part of it could not be checked. Give the tables that are missing, and check again.`;
    case "not_started":
      return `${steps} ${verb} not begun: none of the tables that make it was given. Give them, and check again.`;
    default:
      return isBusy ? "The check is under way. Wait until it has ended." : "Nothing was checked yet. Choose the files and check them.";
  }
}
