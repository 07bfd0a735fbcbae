#!/usr/bin/env node
// Takes the README's picture of the built page, as it stands after tying out its sample pilot. Nothing in it is drawn by hand.
import { statSync } from "node:fs";
import { join } from "node:path";
import { open, trySample } from "../browser/page.mjs";
import { root } from "./shell.mjs";

const path = join(root, "web/app/screenshot.png");
const { page, close } = await open({ width: 1280, height: 800 });
await trySample(page);
await page.screenshot({ path });
await close();
console.log(`web/app/screenshot.png: ${Math.round(statSync(path).size / 1000)} kB`);
