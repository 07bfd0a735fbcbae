// The package in Node: the engine is read from disk beside this file, so that nobody has to start it, and the files'
// digests are left to Node, whose own SHA-256 is many times as fast.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import * as engine from "./engine.js";
import { initSync as startPayers } from "./payers.js";
import { payersReader, useReader } from "./reader.js";

const fromDisk = (file) => readFileSync(new URL(file, import.meta.url));

engine.initSync(fromDisk("./tieout.fast.wasm"));

// What reads payers' own formats is started once a file is in one, and then stands in this one's place.
useReader((...given) => {
  startPayers(fromDisk("./payers.wasm"));
  return payersReader()(...given);
});

export * from "./engine.js";
export { default } from "./engine.js";

export const check = (contract, asOf, files, options) => engine.check(contract, asOf, withDigests(files), options);
export const build = (record, contract, asOf, files, options) => engine.build(record, contract, asOf, withDigests(files), options);
export const read = (contract, files, options) => engine.read(contract, withDigests(files), options);
export const whyTier = (step, contract, asOf, files, key, options) =>
  engine.whyTier(step, contract, asOf, withDigests(files), key, options);

const withDigests = (files) => (Array.isArray(files) ? files.map(withDigest) : files);

/** @param {unknown} file */
function withDigest(file) {
  if (!(file?.bytes instanceof Uint8Array) || file.digest !== undefined) return file;
  return { ...file, digest: new Uint8Array(createHash("sha256").update(file.bytes).digest()) };
}
