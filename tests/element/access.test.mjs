// Without a mouse and without eyes: every thing can be reached, seen and heard, in both themes, narrow and wide.
import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "../setup/browser.mjs";
import { answered, check, choose, onPage, tables } from "./page.mjs";

/** What has the focus within the element: its name. */
const focused = (page) =>
  page.evaluate(() => {
    const at = document.activeElement.shadowRoot?.activeElement ?? document.activeElement;
    return (at.getAttribute("aria-label") ?? at.labels?.[0]?.innerText ?? at.innerText ?? "").trim();
  });

/** Presses Tab until something of this name has the focus; each stop on the way must show where it is. */
async function tabTo(page, name) {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press("Tab");
    const isSeen = await page.evaluate(() => {
      const at = document.activeElement.shadowRoot?.activeElement ?? document.activeElement;
      const rings = [at, at.nextElementSibling].filter(Boolean).map((element) => getComputedStyle(element));
      return at === document.body || rings.some(({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 2);
    });
    assert.ok(isSeen, `the focus is seen on ${await focused(page)}`);
    if ((await focused(page)) === name) return;
  }
  assert.fail(`${name} is not reached by Tab`);
}

for (const theme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    test(`no violation on any screen, ${theme}, ${width} px`, onPage("plain", async ({ page }) => {
      const sound = async (screen) => {
        assert.deepEqual(await violations(page), [], screen);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(overflow, 0, `${screen} scrolls in one direction only`);
      };
      await page.getByText("Drop your files here").waitFor();
      await sound("empty");
      await choose(page, tables("pilots/attribution"));
      await page.getByText(", each recognized").waitFor();
      await sound("with files");
      await check(page);
      await answered(page);
      await page.getByText("What was read").click();
      await page.locator(".control summary").first().click();
      await page.locator(".is-finding button").nth(22).click();
      await page.locator(".opened .evidence-row").first().waitFor();
      await sound("answered");
    }, { theme, width }));
  }
}

test("the whole way by keyboard: check, step, control, finding, page, and back to the files", onPage("plain", async ({ page }) => {
  await choose(page, tables("pilots/attribution"));
  await tabTo(page, "Check the files");
  await page.keyboard.press("Enter");
  await answered(page);
  assert.match(await focused(page), /: Blocked$/, "the answer's heading has the focus");
  await tabTo(page, await page.locator(".step").nth(2).innerText());
  await page.keyboard.press("Enter");
  await page.locator("[part=controls] .control-id").getByText("A3-").first().waitFor();
  await tabTo(page, await page.locator("[part=controls] .link").last().getAttribute("aria-label"));
  await page.keyboard.press("Enter");
  const [, asked] = /findings? of (\S+)$/.exec(await page.locator("[part=controls] .link").last().getAttribute("aria-label"));
  assert.equal(await page.getByLabel("Findings of", { exact: true }).inputValue(), asked);
  const finding = page.locator(".is-finding button").first();
  await tabTo(page, (await finding.innerText()).trim());
  await page.keyboard.press("Enter");
  assert.equal(await finding.getAttribute("aria-expanded"), "true");
  await page.locator(".opened").getByText("What to do").waitFor();
  await page.keyboard.press("Enter");
  assert.equal(await finding.getAttribute("aria-expanded"), "false");
  await tabTo(page, "Check other files");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.shadowRoot?.activeElement?.innerText === "Check files");
}));

test("an answer that nobody in the element waits for takes the focus from nobody, and is said aloud", onPage("plain", async ({ page }) => {
  await choose(page, tables("pilots/attribution"));
  await page.evaluate(() => {
    const field = document.body.appendChild(document.createElement("input"));
    field.ariaLabel = "Elsewhere";
    field.focus();
    document.querySelector("tieout-check").check();
  });
  await answered(page);
  assert.equal(await focused(page), "Elsewhere");
  assert.equal(await page.locator("[part=panel] > [role=status]").innerText(), "Blocked. 128 findings.");
}));
