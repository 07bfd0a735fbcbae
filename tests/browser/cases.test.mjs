// Every case folder through the page, by the chooser and the button, gives the report that stands beside it.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { caseFolder, casePaths, caseReport, check, choose, download, judgeAt, onPage } from "./page.mjs";

for (const name of readdirSync(caseFolder("."), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name)) {
  test(`case ${name} is answered as on the command line, byte for byte`, onPage(async ({ page }) => {
    await choose(page, casePaths(name));
    await judgeAt(page, "2026-03-09T17:00");
    await check(page);
    await page.getByRole("heading", { level: 1, name: /^A1 Attributed roster: / }).waitFor();
    const { text } = await download(page, /^Report/);
    assert.equal(text, caseReport(name));
  }));
}
