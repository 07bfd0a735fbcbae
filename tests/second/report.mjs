/** The whole report: every step's state, every control's outcome, every finding in order. */

import { byPlace } from "./compare.mjs";
import { requireFields, Judge } from "./control.mjs";
import { A3, A4 } from "./delivery-attribution.mjs";
import { D3, D4 } from "./delivery-diversion.mjs";
import { A1, A2 } from "./entry-attribution.mjs";
import { D1, D2 } from "./entry-diversion.mjs";
import { decisionControls } from "./payment-decision.mjs";
import { fileControls } from "./payment-file.mjs";
import { CONTROLS, FIELD_CONTROLS, pilotOf, STEPS } from "./schema.mjs";
import { TABLES } from "./tables.mjs";

const RULES = {
  ...A1,
  ...A2,
  ...A3,
  ...A4,
  ...fileControls("A5"),
  ...decisionControls("A6"),
  ...D1,
  ...D2,
  ...D3,
  ...D4,
  ...fileControls("D5"),
  ...decisionControls("D6"),
};

for (const [dataset, controls] of Object.entries(FIELD_CONTROLS)) {
  for (const [id, columns] of Object.entries(controls)) {
    RULES[id] = (judge) => requireFields(judge, dataset, columns);
  }
}

export function check(run) {
  const steps = STEPS.map((step) => checkStep(run, step));
  const intake = [...run.tables.values()].flatMap((table) => table.findings);
  const findings = [...intake, ...steps.flatMap((step) => step.findings)].sort(byPlace);
  return { steps: steps.map(({ step, state, controls }) => ({ step, state, controls })), findings };
}

function checkStep(run, step) {
  const controls = CONTROLS.filter((control) => control.step === step);
  const all = (outcome) => controls.map(({ id }) => ({ id, outcome, findings: 0 }));
  if (pilotOf(step) !== run.contract.pilot) {
    return { step, state: "not_started", controls: all("not_applicable"), findings: [] };
  }
  const own = Object.keys(TABLES).filter((dataset) => TABLES[dataset].step === step);
  if (!own.some((dataset) => run.wasGiven(dataset))) {
    return { step, state: "not_started", controls: all("not_checked"), findings: [] };
  }
  const judges = controls.map((control) => {
    const judge = new Judge(run, control);
    RULES[control.id](judge);
    return judge;
  });
  return {
    step,
    state: stateOf(run, judges),
    controls: judges.map(({ id, outcome, findings, gaps }) => ({ id, outcome, findings: findings.length, why: gaps })),
    findings: judges.filter((judge) => judge.applies).flatMap((judge) => judge.findings),
  };
}

function stateOf(run, judges) {
  const applying = judges.filter((judge) => judge.applies);
  const isBlocked = (judge) => judge.severity === "block" && judge.outcome === "failed";
  const isUnsound = (judge) => [...judge.needed].some((dataset) => run.hasIntakeFinding(dataset));
  if (applying.some((judge) => isBlocked(judge) || isUnsound(judge))) return "blocked";
  return applying.some((judge) => judge.outcome === "not_checked") ? "incomplete" : "clear";
}
