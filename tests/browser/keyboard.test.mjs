// Without a mouse: every thing can be reached, seen and left again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drop, onPage, trySample } from "./page.mjs";

/** Presses Tab until something of this name has the focus. */
async function tabTo(page, name) {
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const at = document.activeElement;
      return at.getAttribute("aria-label") ?? at.labels?.[0]?.innerText ?? at.innerText ?? "";
    });
    if (focused.trim() === name) return;
  }
  assert.fail(`${name} is not reached by Tab`);
}

test("the whole way by keyboard: sample, table, finding and back", onPage(async ({ page }) => {
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.innerText), "Skip to the work");
  await tabTo(page, "Try the attribution sample");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /^A1/ }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  await tabTo(page, "Findings");
  const grid = page.getByRole("grid");
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "grid");
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowDown");
  assert.equal(await grid.getAttribute("aria-activedescendant"), "finding-3");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByText("4 of ").waitFor();
  assert.ok(await dialog.evaluate((element) => element.contains(document.activeElement)), "the focus is in the finding");
  await tabTo(page, "Next");
  await page.keyboard.press("Enter");
  await dialog.getByText("5 of ").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.innerText), "Next");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("role")), "grid");
  assert.equal(await grid.getAttribute("aria-activedescendant"), "finding-4");
  await page.keyboard.press("End");
  const last = Number(await grid.getAttribute("aria-rowcount")) - 2;
  assert.equal(await grid.getAttribute("aria-activedescendant"), `finding-${last}`);
  await page.keyboard.press("Home");
  assert.equal(await grid.getAttribute("aria-activedescendant"), "finding-0");
}));

test("a file's columns by keyboard: another header row, another header, confirmed", onPage(async ({ page }) => {
  await drop(page, { "roster.csv": "Our people\nperson;state\nP1;A\n" });
  await tabTo(page, "Columns of roster.csv");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Columns of roster.csv" }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  const header = (text) => page.locator(".sheet tr.is-header", { hasText: text }).waitFor();
  await tabTo(page, "Row 2");
  await page.keyboard.press("ArrowUp");
  await header("Our people");
  await page.keyboard.press("ArrowDown");
  await header("person");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), "Row 2", "the focus stays where it was");
  await tabTo(page, "participant_id");
  await page.keyboard.type("person");
  await page.locator(".column", { hasText: "participant_id" }).getByText("you", { exact: true }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "column-participant_id");
  await tabTo(page, "Confirm");
  await page.keyboard.press("Enter");
  await page.getByText("1 sort of file is remembered").waitFor();
}));

test("the row that the keyboard is at is never under the heads nor outside of the table", onPage(async ({ page }) => {
  await trySample(page);
  await page.getByRole("grid").focus();
  const keys = ["End", "PageUp", "ArrowUp", "Home", "PageDown", "ArrowDown", "End", "ArrowUp"];
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(80);
    const inView = await page.evaluate(() => {
      const grid = document.querySelector("[role=grid]");
      const row = document.getElementById(grid.getAttribute("aria-activedescendant")).getBoundingClientRect();
      const [head, frame] = [grid.tHead.getBoundingClientRect(), grid.parentElement.getBoundingClientRect()];
      return row.top >= head.bottom - 1 && row.bottom <= frame.bottom + 1;
    });
    assert.ok(inView, `after ${key}`);
  }
}));

test("every stop of the Tab key shows where it is", onPage(async ({ page }) => {
  await trySample(page);
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === document.body) return true;
      const rings = [at, at.nextElementSibling, at.closest(".grid")].filter(Boolean);
      return rings.some((element) => getComputedStyle(element).outlineStyle !== "none" && parseFloat(getComputedStyle(element).outlineWidth) >= 2);
    });
    assert.ok(seen, await page.evaluate(() => document.activeElement.outerHTML.slice(0, 120)));
  }
}));
