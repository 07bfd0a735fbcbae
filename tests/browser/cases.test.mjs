// Every case folder through the page, by the chooser and the button, gives the report that stands beside it.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { caseFolder, caseInstant, casePaths, caseReport, checkAsItIs, choose, download, judgeAt, onPage } from "./page.mjs";

const foldersIn = (name) => readdirSync(caseFolder(name), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);

for (const name of foldersIn(".").flatMap((group) => foldersIn(group).map((own) => `${group}/${own}`))) {
  test(`case ${name} is answered as on the command line, byte for byte`, onPage(async ({ page }) => {
    await choose(page, casePaths(name));
    await page.getByText("sample’s agreement").waitFor({ state: "detached" });
    await judgeAt(page, caseInstant(name));
    await checkAsItIs(page);
    const { text } = await download(page, /^Report/);
    assert.equal(text, caseReport(name));
  }));
}
