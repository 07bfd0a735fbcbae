// The browser that the tests drive, and what it can tell of a page by itself. It is the system's Chromium, with a fresh profile.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { chromiumFlags } from "./chromium.mjs";

/** Starts a browser. */
export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: chromiumFlags });

/** A page of a browser, with what it asked for in `requests` and what went wrong in `errors`. */
export async function watchedPage(browser, { width = 1280, height = 900, theme = "light", motion = "reduce" } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, reducedMotion: motion });
  const page = await context.newPage();
  const [requests, errors] = [[], []];
  context.on("request", (request) => requests.push(request.url()));
  // What the policy stops is announced and never sent.
  context.on("requestfailed", (request) => request.failure()?.errorText === "csp" && requests.splice(requests.indexOf(request.url()), 1));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  return { page, context, requests, errors };
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2.2 AA as far as axe can tell of what is shown, with the rule on target sizes that is off by default. */
export async function violations(page) {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      rules: { "target-size": { enabled: true } },
    }),
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join("; ")}`);
}
