// Workbooks as the package takes them apart: a pilot in one workbook is answered as it is in files.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { installed, read } from "./installed.mjs";

const { entry } = installed();
const { check } = await entry("tieout");
const { isPacked, unpack, write } = await entry("tieout/spreadsheets");

const { contract, asOf, files } = read("A1/sample");

/** The cells of a line; in this pilot none holds a line break. */
const cells = (line) => [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);

/** The workbook of the pilot's tables. */
function workbook() {
  const sheets = files.map(({ name, bytes }) => {
    const [columns, ...rows] = bytes.toString().trimEnd().split(/\r?\n/).map(cells);
    return { name: name.replace(".csv", ""), columns: columns.map((column) => ({ name: column })), rows };
  });
  return write(sheets);
}

test("a workbook is a file a sheet, and is answered as its tables are", async () => {
  const bytes = await workbook();
  assert.ok(await isPacked(bytes.subarray(0, 8)));
  assert.ok(!(await isPacked(files[0].bytes.subarray(0, 8))));
  const parts = await unpack("pilot.xlsx", bytes);
  assert.deepEqual(parts.map(({ part }) => `${part}.csv`), files.map(({ name }) => name));
  const [found, expected] = [check(contract, asOf, parts), check(contract, asOf, files)];
  assert.deepEqual(found.findings, expected.findings);
  assert.deepEqual(found.steps, expected.steps);
  const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  assert.ok(found.inputs.every((input) => input.file === "pilot.xlsx" && input.digest === digest && input.part));
});

test("whoever opens a workbook can hear how far it is", async () => {
  const heard = [];
  await unpack("pilot.xlsx", await workbook(), { onProgress: ({ part }) => heard.push(part) });
  assert.deepEqual(new Set(heard), new Set(files.map(({ name }) => name.replace(".csv", ""))));
});

test("a workbook that is damaged is refused with a sentence", async () => {
  const bytes = await workbook();
  await assert.rejects(unpack("pilot.xlsx", bytes.subarray(0, bytes.length / 2)), { name: "TieoutError", code: "argument", message: /pilot\.xlsx/ });
});
