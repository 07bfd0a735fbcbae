// The package off the main thread, where there is no Node.
import { start } from "./start.js";

export { Pilot } from "./asking.js";
export { start };

let common;
const engine = () => (common ??= start());

export const check = (...given) => engine().check(...given);
export const build = (...given) => engine().build(...given);
export const open = (...given) => engine().open(...given);
export const read = (...given) => engine().read(...given);
export const whyTier = (...given) => engine().whyTier(...given);
export const controls = (...given) => engine().controls(...given);
export const intakeRules = (...given) => engine().intakeRules(...given);
export const steps = (...given) => engine().steps(...given);
export const recognize = (...given) => engine().recognize(...given);
export const checkAll = (...given) => engine().checkAll(...given);
// Only an editor asks for it, so that nobody else fetches it.
export const contractSchema = async () => (await import("./schema.js")).contractSchema();
