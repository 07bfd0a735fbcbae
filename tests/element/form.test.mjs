// The element as a part of a portal's form: it holds the form back until its step is clear, and then submits what was checked.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, caseReport, check, choose, onPage, tables } from "./page.mjs";

const handIn = (page) => page.getByRole("button", { name: "Hand in" }).click();
const sent = (page) => page.evaluate(() => window.sent);
const message = (page) => page.locator("tieout-check").evaluate((element) => element.validationMessage);

test("a form that requires a clear step is held back until it is", onPage("form", async ({ page }) => {
  const element = page.locator("tieout-check");
  await page.getByRole("button", { name: "Check the files" }).waitFor();
  await handIn(page);
  assert.equal(await sent(page), undefined);
  assert.match(await message(page), /^Nothing was checked yet/);
  assert.ok(await element.evaluate(({ validity }) => validity.valueMissing));
  assert.equal(await page.evaluate(() => document.activeElement.localName), "tieout-check", "the user is brought to it");

  await choose(page, tables("A1/sample"));
  await check(page);
  assert.equal(await answered(page), "A1 Attributed roster: Blocked");
  await handIn(page);
  assert.equal(await sent(page), undefined);
  assert.match(await message(page), /^A1 is blocked\. Mend/);
  assert.ok(await element.evaluate(({ validity }) => validity.customError));

  await page.getByRole("button", { name: "Check other files" }).click();
  await choose(page, tables("A1/clean"));
  assert.match(await message(page), /^Nothing was checked yet/, "what was checked is no longer what is given");
  await check(page);
  assert.equal(await answered(page), "A1 Attributed roster: Clear");
  await handIn(page);
  const { contract, as_of, inputs, steps, tieout } = JSON.parse(caseReport("A1/clean"));
  const files = inputs.map(({ dataset, file, digest, rows }) => ({ dataset, file, digest, rows }));
  const receipt = { tieout, contract, as_of, inputs: files, steps: [{ step: "A1", state: steps[0].state, findings: 0 }] };
  assert.deepEqual(JSON.parse((await sent(page)).tieout), receipt);
}));

test("a form that is reset or disabled takes the element with it", onPage("form", async ({ page }) => {
  await choose(page, tables("A1/clean"));
  await check(page);
  await answered(page);
  await page.getByRole("button", { name: "Begin again" }).click();
  await page.getByText("Drop your files here").waitFor();
  assert.equal(await page.locator("tieout-check").evaluate(({ files, report, value }) => `${files.length} ${report} ${value}`), "0 undefined null");
  await page.evaluate(() => (document.querySelector("fieldset").disabled = true));
  assert.ok(await page.locator("#choose-files").isDisabled());
  await handIn(page);
  assert.deepEqual(await sent(page), {}, "what is disabled neither holds back nor submits");
}));
