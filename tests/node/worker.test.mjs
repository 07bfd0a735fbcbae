// The package's workers in Node: the same answers however the bytes are given, and what ends or refuses a question.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { installed, read } from "./installed.mjs";

const { contract, asOf, files, report } = read("pilots/attribution");
const { home, entry } = installed();
const { check, build, checkAll, contractSchema, controls, read: readPilot, recognize, start, whyTier } = await entry("tieout/worker");

const copies = () => files.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes) }));
const given = (as) => files.map(({ name, bytes }) => ({ name, bytes: as(bytes, name) }));

async function* inPieces(bytes) {
  for (let start = 0; start < bytes.length; start += 1000) yield bytes.subarray(start, start + 1000);
}

for (const [what, ways] of Object.entries({
  "bytes": given((bytes) => bytes),
  "buffers": given((bytes) => new Uint8Array(bytes).buffer),
  "blobs": given((bytes) => new Blob([bytes])),
  "files": files.map(({ name, bytes }) => new File([bytes], name)),
  "responses": given((bytes) => new Response(bytes)),
  "streams": given((bytes) => new Blob([bytes]).stream()),
  "pieces": given(inPieces),
  "functions": given((bytes) => async () => bytes),
})) {
  test(`files given as ${what} are answered as they are at once`, async () => {
    assert.equal(JSON.stringify(await check(contract, asOf, ways)), report);
  });
}

test("bytes stay with their owner unless they are given away", async () => {
  const [kept, handedOver] = [copies(), copies()];
  await check(contract, asOf, kept);
  assert.ok(kept.every(({ bytes }) => bytes.length > 0));
  assert.equal(JSON.stringify(await check(contract, asOf, handedOver, { transfer: true })), report);
  assert.ok(handedOver.every(({ bytes }) => bytes.length === 0));
});

test("progress goes from none to all, twice, and what a listener throws is thrown on", async () => {
  const heard = [];
  await check(contract, asOf, files, { onProgress: (progress) => heard.push(progress) });
  for (const stage of ["receiving", "reading"]) {
    const { doneBytes, totalBytes } = heard.findLast((progress) => progress.stage === stage);
    assert.equal(doneBytes, totalBytes);
  }
  const onProgress = () => {
    throw new Error("enough");
  };
  await assert.rejects(check(contract, asOf, files, { onProgress }), /^Error: enough$/);
});

test("a signal ends a question at any time, and no other question", async () => {
  const engine = start({ workers: 1 });
  const [working, waiting] = [new AbortController(), new AbortController()];
  const onProgress = () => working.abort();
  const ended = assert.rejects(engine.check(contract, asOf, files, { onProgress, signal: working.signal }), { name: "AbortError" });
  const left = assert.rejects(engine.check(contract, asOf, files, { signal: waiting.signal }), /changed my mind/);
  const last = engine.check(contract, asOf, files);
  waiting.abort(new Error("changed my mind"));
  await Promise.all([ended, left]);
  assert.equal(JSON.stringify(await last), report);
  await assert.rejects(engine.check(contract, asOf, files, { signal: AbortSignal.abort() }), { name: "AbortError" });
  const stuck = engine.check(contract, asOf, [{ name: "roster.csv", bytes: () => new Promise(() => {}) }]);
  engine.close();
  await assert.rejects(stuck, { name: "AbortError" });
});

test("a question that cannot be asked is refused as it is at once, before the files cross", async () => {
  const refused = (asked, code, message) => assert.rejects(asked, { name: "TieoutError", code, message });
  const untouched = given(() => () => assert.fail("a file was asked for"));
  await refused(check("contract = 1", asOf, untouched), "contract", /line 1/);
  await refused(check(contract, "2031-01-01T09:00", untouched), "misuse", /2031-01-01/);
  await refused(check(contract, asOf, untouched, { mapping: "column = 1" }), "mapping", /line 1/);
  await refused(check(contract, asOf, "roster.csv"), "argument", /`files`/);
  await refused(check(contract, asOf, [{ name: "roster.csv" }]), "argument", /`files\[0\]`/);
  await refused(check(contract, asOf, [{ name: "roster.csv", bytes: 1 }]), "argument", /“roster.csv”/);
  await refused(check(contract, asOf, given(() => new Response("", { status: 404 }))), "argument", /404/);
  await refused(check(contract, asOf, given(() => () => Promise.reject(new Error("gone")))), "argument", /gone/);
  await refused(start({ wasm: new Uint8Array(8) }).controls(), "engine", /could not be loaded/);
});

test("a pilot is read once and asked often", async () => {
  const pilot = await readPilot(contract, files);
  assert.equal(JSON.stringify(await pilot.check(asOf)), report);
  const [built, again] = await Promise.all([pilot.build("A1", asOf), pilot.check(asOf)]);
  assert.equal(JSON.stringify(again), report);
  assert.equal(built, await build("A1", contract, asOf, files));
  assert.equal(await pilot.whyTier("A3", asOf, "nobody"), await whyTier("A3", contract, asOf, files, "nobody"));
  pilot.free();
  await assert.rejects(pilot.check(asOf), { name: "TieoutError", code: "misuse" });
});

test("the contract's schema needs no worker, and is the package's", async () => {
  assert.deepEqual(await contractSchema(), (await entry("tieout")).contractSchema());
});

test("files that workers opened by themselves are read as one run reads the files, also a table in parts", async () => {
  const engine = start({ workers: 3 });
  for (const name of ["pilots/attribution", "intake/several-files", "intake/payer-claims", "intake/mapped-names", "A1/unreadable"]) {
    const { files, contract, asOf, options, report } = read(name);
    const opened = await Promise.all(files.map((file) => engine.open(file, options)));
    for (const transfer of [false, true]) {
      const crossed = structuredClone(opened);
      assert.equal(JSON.stringify(await engine.check(contract, asOf, crossed, { ...options, transfer })), report, name);
    }
    assert.equal(JSON.stringify(await engine.check(contract, asOf, [opened[0], ...files.slice(1)], options)), report, name);
  }
  engine.close();
});

test("an opened file that does not belong to the run, or is not as it was given, is refused", async () => {
  const engine = start({ workers: 1 });
  const named = read("intake/mapped-names");
  const opened = await engine.open(named.files[0], named.options);
  const refused = (given, code, message) => assert.rejects(engine.check(contract, asOf, [given]), { name: "TieoutError", code, message });
  await refused(opened, "misuse", /another mapping/);
  const changed = ({ name, pieces }, place, change) => ({ name, pieces: pieces.map((piece, at) => (at === place ? change(piece.slice()) : piece)) });
  // The release comes first, its length before it.
  await refused(changed(opened, 0, (head) => head.fill(57, 1, 2)), "misuse", /another release/);
  await refused(changed(opened, 0, (head) => head.slice(9)), "misuse", /not as it was given/);
  await refused({ name: opened.name, pieces: opened.pieces.slice(1) }, "argument", /Open it again/);
  const plain = await engine.open(files.find(({ name }) => name === "roster.csv"));
  await refused(changed(plain, 1, (text) => text.slice(9)), "misuse", /did not arrive whole/);
  await refused(changed(plain, 2, (bounds) => bounds.slice(4)), "misuse", /did not arrive whole/);
  await refused(changed(plain, 2, (bounds) => bounds.slice(1)), "misuse", /did not arrive whole/);
  await assert.rejects(engine.open({ name: "roster.csv" }), { name: "TieoutError", code: "argument" });
  engine.close();
});

test("a payer's own format is read by a module that is asked for once, when such a file arrives, and again after a failure", async () => {
  const enrolment = read("intake/payer-enrolment");
  let [asked, isThere] = [0, false];
  const payers = () => {
    asked += 1;
    return isThere ? readFileSync(join(home, "node_modules/tieout/payers.wasm")) : new Uint8Array(8);
  };
  const engine = start({ payers, workers: 2 });
  assert.equal(JSON.stringify(await engine.check(contract, asOf, files)), report);
  assert.equal(asked, 0);
  const ask = () => engine.check(enrolment.contract, enrolment.asOf, enrolment.files);
  await assert.rejects(ask(), { name: "TieoutError", code: "engine", message: /payers\.wasm could not be loaded/ });
  isThere = true;
  for (const answer of await Promise.all([ask(), ask(), ask()])) assert.equal(JSON.stringify(answer), enrolment.report);
  assert.equal(asked, 2);
  engine.close();
});

test("of many pilots each has its result, in order, and none stops another", async () => {
  const engine = start({ workers: 3 });
  const jobs = Array.from({ length: 7 }, (_, nth) => ({ name: `${nth}`, contract: nth === 4 ? "no contract" : contract, asOf, files }));
  const results = [];
  for await (const result of engine.checkAll(jobs)) results.push(result);
  assert.deepEqual(results.map(({ name }) => name), jobs.map(({ name }) => name));
  assert.deepEqual(results.filter(({ error }) => error).map(({ name, error }) => [name, error.code]), [["4", "contract"]]);
  for (const { report: found } of results.filter(({ error }) => !error)) assert.equal(JSON.stringify(found), report);
  engine.close();
});

test("jobs without number are asked for only so far ahead", async () => {
  let asked = 0;
  function* endless() {
    for (;;) yield { name: `${(asked += 1)}`, contract, asOf, files };
  }
  for await (const { name } of start({ workers: 2 }).checkAll(endless())) if (name === "3") break;
  assert.ok(asked <= 7, `${asked} were asked for`);
});

test("small questions are answered too", async () => {
  assert.equal((await controls()).length, 169);
  assert.equal(await recognize("roster.csv", new Uint8Array()), "roster");
});

test("a file that is larger than a worker's memory is refused before it crosses", async () => {
  const large = [{ name: "claims.csv", bytes: new Uint8Array(2.1e9) }];
  await assert.rejects(check(contract, asOf, large), { name: "TieoutError", code: "engine", message: /“claims\.csv” has 2\.1 GB/ });
});

test("what was opened elsewhere takes room too, beside what has arrived", async () => {
  const engine = start({ workers: 1 });
  const [roster, staff] = await Promise.all(["roster.csv", "staff.csv"].map((name) => engine.open(files.find((file) => file.name === name))));
  const large = { ...staff, pieces: staff.pieces.with(1, new Uint8Array(1.5e9)) };
  const refused = { name: "TieoutError", code: "engine", message: /“staff\.csv” has 1\.5 GB beside the other files/ };
  await assert.rejects(engine.check(contract, asOf, [roster, large], { transfer: true }), refused);
  engine.close();
});
