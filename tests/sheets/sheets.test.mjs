// The module for workbooks as JavaScript calls it: what it opens is what the reports say, what it writes it reads, and it is small.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const root = fileURLToPath(new URL("../../", import.meta.url));
const pkg = join(root, "web/sheets/pkg");
const MOST_KB = 475;

const wasm = readFileSync(join(pkg, "tieout_sheets_bg.wasm"));
const { initSync, isPacked, unpack, write } = await import(join(pkg, "tieout_sheets.js"));
initSync({ module: wasm });

const cases = join(root, "tests/cases/intake");
const packed = readdirSync(cases).filter((name) => name.startsWith("workbook-"));

for (const name of packed) {
  test(`the parts of ${name} are those of its report`, () => {
    const { inputs } = JSON.parse(readFileSync(join(cases, name, "report.json"), "utf8"));
    const files = readdirSync(join(cases, name)).filter((file) => isPacked(readFileSync(join(cases, name, file))));
    assert.ok(files.length > 0);
    for (const file of files) {
      const bytes = readFileSync(join(cases, name, file));
      const told = new Map(inputs.filter((input) => input.file === file).map((input) => [input.part, input]));
      const parts = unpack(file, bytes);
      assert.deepEqual(new Set(parts.map(({ part }) => part)), new Set(told.keys()));
      for (const { part, notes } of parts) {
        const input = told.get(part);
        assert.equal(input.digest, `sha256:${createHash("sha256").update(bytes).digest("hex")}`);
        assert.deepEqual((input.notes ?? []).slice(0, notes.length), notes);
      }
    }
  });
}

test("what is written is read as it was, and is the same bytes each time", () => {
  const sheets = [
    { name: "Read me", paragraphs: ["Templates", "Fill them in."] },
    {
      name: "roster",
      columns: [{ name: "participant_id" }, { name: "since", form: "date" }, { name: "paid", form: "number" }],
      rows: [["007", "2026-03-09", "12.50"], ["=1+1", "", "-3"]],
    },
    { name: "staff", columns: [{ name: "staff_id", required: true, hint: "An id." }, { name: "role", choices: ["a", "b"] }] },
  ];
  const bytes = write(sheets);
  assert.deepEqual(write(sheets), bytes);
  const texts = unpack("book.xlsx", bytes).map((part) => [part.part, new TextDecoder().decode(part.bytes)]);
  assert.deepEqual(texts, [
    ["Read me", "Templates\nFill them in.\n"],
    ["roster", "participant_id,since,paid\n007,2026-03-09,12.50\n=1+1,,-3\n"],
    ["staff", "staff_id,role\n"],
  ]);
});

test("it says how far it has come, and throws on what the listener throws", () => {
  const rows = Array.from({ length: 10_000 }, (_, number) => [`P${number}`]);
  const bytes = write([{ name: "roster", columns: [{ name: "participant_id" }], rows }]);
  const heard = [];
  unpack("book.xlsx", bytes, (progress) => heard.push(progress));
  assert.deepEqual(heard[0], { part: "roster", rows: 0, share: 0 });
  assert.ok(heard.length > 2 && heard.at(-1).rows > 8_000 && heard.at(-1).share > 0.8, JSON.stringify(heard.at(-1)));
  assert.throws(() => unpack("book.xlsx", bytes, () => { throw new RangeError("no more"); }), /no more/);
});

test("what cannot be opened or written throws an error that says what to do", () => {
  const bytes = write([{ name: "a", paragraphs: ["x"] }]);
  assert.throws(() => unpack("cut.xlsx", bytes.slice(0, 900)), /^Error: “cut\.xlsx” is damaged or incomplete .*Download or copy it again/);
  assert.throws(() => unpack("text.csv", new TextEncoder().encode("a,b")), /neither a workbook nor an archive/);
  assert.throws(() => write([{ name: "a", columns: [{ name: "b", form: "money" }], rows: [] }]), /`sheets\[0\]\.columns\[0\]\.form` is “money”/);
  assert.throws(() => write([{ name: "a", columns: [{ name: "b" }], rows: [[7]] }]), /`sheets\[0\]\.rows\[0\]\[0\]` is not a string/);
  assert.equal(isPacked(new TextEncoder().encode("a,b")), false);
});

test("it can reach nothing, and is no larger than it was", () => {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(wasm)).map(({ name }) => name);
  assert.deepEqual(imports.filter((name) => /fetch|xml|socket|worker|beacon|import/i.test(name)), []);
  const kilobytes = brotliCompressSync(wasm).length / 1000;
  assert.ok(kilobytes < MOST_KB, `${Math.round(kilobytes)} kB is more than ${MOST_KB}`);
});
