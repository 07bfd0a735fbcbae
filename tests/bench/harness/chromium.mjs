// A run in a browser that was started for it and has nothing cached, with the highest memory that its page's process had.

import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

import { serve } from "../../setup/serve.mjs";
import { env, root } from "./places.mjs";

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const PATIENCE_MS = 600_000;

/** Hands the job's files to one of the page's contestants. */
export async function inChromium(contestant, job) {
  const server = await serve(root);
  const browser = await chromium.launch({ executablePath: env.CHROMIUM, args: FLAGS });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(`${server.url}tests/bench/page/index.html`);
    await page.setInputFiles("#files", job.paths);
    const ran = await Promise.race([
      page.evaluate(([name, task]) => globalThis.race(name, task), [contestant, job.task]),
      new Promise((_, refuse) => setTimeout(refuse, PATIENCE_MS, new Error(`${contestant} took too long`)).unref()),
    ]);
    if (errors.length) throw new Error(errors.join("\n"));
    return { ...ran, peak_mb: await peakOfPage(browser) };
  } finally {
    await browser.close();
    server.close();
  }
}

/** The high-water mark of the renderer, as the kernel counts it: text, JavaScript heap and wasm memory together. */
async function peakOfPage(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const peaks = processInfo
    .filter((process) => process.type === "renderer")
    .map((process) => readFileSync(`/proc/${process.id}/status`, "utf8").match(/VmHWM:\s+(\d+)/))
    .map((match) => (match ? Number(match[1]) / 1024 : 0));
  return Math.max(...peaks);
}
