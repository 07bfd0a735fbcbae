// WCAG 2.2 AA as far as axe can tell, on every screen, in both themes, narrow and wide. What axe cannot tell: see keyboard.
import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "../setup/browser.mjs";
import { casePaths, caseReport, choose, onPage, steps, trySample } from "./page.mjs";

const listed = JSON.parse(caseReport("pilots/attribution")).findings.find(({ control }) => control === "A3-V1").key;

/** By how much the page is wider than its window. */
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const theme of ["light", "dark"]) {
  for (const width of [360, 1280, 2560]) {
    test(`no violation on any screen, ${theme}, ${width} px`, onPage(async ({ page }) => {
      assert.deepEqual(await violations(page), [], "empty");
      await choose(page, casePaths("pilots/attribution"));
      await page.getByText("Recognized by its name", { exact: true }).first().waitFor();
      await page.getByText("How you can tell").click();
      await page.getByText("Which tables can I give?").click();
      assert.deepEqual(await violations(page), [], "with files");
      await choose(page, casePaths("intake/mapped-names").filter((path) => !path.endsWith("mapping.toml")));
      await page.getByText("BCS Roster").first().waitFor();
      await page.getByRole("button", { name: "Columns of BCS Roster 03-09.csv" }).click();
      await page.getByLabel("Its dates are written as").selectOption("MM/DD/YYYY");
      await page.locator(".date-preview li").first().waitFor();
      assert.deepEqual(await violations(page), [], "columns of a file");
      assert.equal(await overflow(page), 0, "columns of a file: the page scrolls in one direction only");
      await page.getByRole("button", { name: "Confirm" }).first().click();
      await page.getByText("1 sort of file is remembered").waitFor();
      assert.deepEqual(await violations(page), [], "with a file confirmed");
      await trySample(page);
      await page.getByText("Carry columns of your files").click();
      await page.locator(".control summary").first().click();
      assert.deepEqual(await violations(page), [], "answered");
      await page.locator("#finding-3 td").first().click();
      await page.getByRole("dialog").waitFor();
      assert.deepEqual(await violations(page), [], "with a finding open");
      if (await page.getByRole("button", { name: "Close" }).isVisible()) await page.getByRole("button", { name: "Close" }).click();
      for (const place of [2, 4]) {
        await steps(page).nth(place).click();
        await page.evaluate(() => document.querySelectorAll(".figures details").forEach((sheet) => (sheet.open = true)));
        if (place === 2) await page.getByLabel("Participant id").fill(listed);
        if (place === 2) await page.keyboard.press("Enter");
        if (place === 2) await page.locator(".why-answer table").waitFor();
        assert.deepEqual(await violations(page), [], `step ${place + 1}`);
      }
      assert.equal(await overflow(page), 0, "the page scrolls in one direction only");
    }, { theme, width }));
  }
}

test("the theme can be chosen, and is still chosen when the page is loaded again", onPage(async ({ page }) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByLabel("Theme").selectOption("dark");
  const dark = await ground();
  assert.notEqual(dark, light);
  await page.reload();
  await page.getByLabel("Theme").waitFor();
  assert.equal(await ground(), dark);
  assert.equal(await page.getByLabel("Theme").inputValue(), "dark");
}));
