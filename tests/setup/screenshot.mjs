#!/usr/bin/env node
// Takes the README's pictures of the built page: the sample pilot tied out, and a stranger's columns before they are confirmed. Nothing in them is drawn by hand.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { caseFolder, check, choose, open, trySample } from "../browser/page.mjs";
import { root } from "./shell.mjs";

await take("screenshot", trySample);
await take("mapping", async (page) => {
  const folder = caseFolder("intake/mapped-names");
  const names = readdirSync(folder).filter((name) => !["case.toml", "mapping.toml", "report.json"].includes(name));
  await choose(page, names.map((name) => join(folder, name)));
  await page.getByText(/to confirm$/).first().waitFor();
  await check(page);
  await page.getByRole("heading", { level: 1, name: /^Columns of / }).waitFor();
});

/** Brings the page to where it is worth a picture, and takes it. */
async function take(name, bring) {
  const path = join(root, `web/app/${name}.png`);
  const { page, close } = await open({ width: 1280, height: 800 });
  await bring(page);
  await page.screenshot({ path });
  await close();
  console.log(`web/app/${name}.png: ${Math.round(statSync(path).size / 1000)} kB`);
}
