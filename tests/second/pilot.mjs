/** `node pilot.mjs FOLDER [SEED]`: writes a small whole pilot of every variant, each into a folder of its own. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { attributionPilot } from "./pilot-attribution.mjs";
import { filesOf } from "./pilot-common.mjs";
import { diversionPilot } from "./pilot-diversion.mjs";

const SPRING = { monday: "2026-03-09", from: "2026-01-01", zone: "America/New_York", claimDays: 480 };
const WINTER = { monday: "2026-01-12", from: "2025-11-01", zone: "America/Chicago", claimDays: 900 };
const TRACKER = { method: "tracker" };
const ladder = (grain, average, history) => ({ method: "chain-ladder", grain, average, history });
const PLAIN = { savings: "flat", losses: "fixed", scales: false, material: "250000.00", method: "event-level" };

/** name -> what sets the pilot apart. */
const VARIANTS = {
  "attribution-month": [attributionPilot, { ...SPRING, lag: ladder("month", "volume", 12) }],
  "attribution-simple": [
    attributionPilot,
    { ...SPRING, lag: ladder("month", "simple", 6), savings: "table", losses: "quality" },
  ],
  "attribution-quarter": [
    attributionPilot,
    { ...WINTER, lag: ladder("quarter", "volume", 4), scales: true, losses: "none" },
  ],
  "attribution-year": [attributionPilot, { ...WINTER, lag: ladder("year", "simple", 2), savings: "table" }],
  "attribution-tracker": [
    attributionPilot,
    { ...SPRING, zone: "America/Los_Angeles", holiday: true, lag: TRACKER, material: "900.00" },
  ],
  "diversion-events": [diversionPilot, { ...SPRING, lag: TRACKER }],
  "diversion-material": [diversionPilot, { ...SPRING, lag: ladder("month", "volume", 6), material: "3000.00" }],
  "diversion-baseline": [diversionPilot, { ...SPRING, lag: TRACKER, method: "baseline-rate" }],
  "diversion-quarter": [diversionPilot, { ...WINTER, lag: ladder("quarter", "simple", 3), method: "baseline-rate" }],
};

export const VARIANT_NAMES = Object.keys(VARIANTS);

/** `{ contract, asOf, tables }`: the contract's text, the instant and the rows of each table. */
export function makePilot(name, seed) {
  const [make, differences] = VARIANTS[name];
  return make(seed, { ...PLAIN, ...differences });
}

function writePilot(pilot, folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "contract.toml"), pilot.contract);
  writeFileSync(join(folder, "as-of"), pilot.asOf);
  for (const [dataset, { text }] of Object.entries(filesOf(pilot.tables))) {
    writeFileSync(join(folder, `${dataset}.csv`), text);
  }
}

if (process.argv[1]?.endsWith("pilot.mjs")) {
  const [folder, seed = "1"] = process.argv.slice(2);
  for (const name of VARIANT_NAMES) writePilot(makePilot(name, Number(seed)), join(folder, `${name}-${seed}`));
}
