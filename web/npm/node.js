// The entry for Node: the engine is read from disk beside this file, so that nobody has to start it, and
// the files' digests are left to Node, whose own SHA-256 is many times as fast.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { check as checkFiles, initSync } from "./tieout.js";

initSync({ module: readFileSync(new URL("./tieout_bg.wasm", import.meta.url)) });

/** @param {unknown} file */
function withDigest(file) {
  if (!(file?.bytes instanceof Uint8Array) || file.digest !== undefined) return file;
  return { ...file, digest: new Uint8Array(createHash("sha256").update(file.bytes).digest()) };
}

const withDigests = (files) => (Array.isArray(files) ? files.map(withDigest) : files);

export * from "./tieout.js";
export { default } from "./tieout.js";

export const check = (contract, asOf, files, options) => checkFiles(contract, asOf, withDigests(files), options);
