// The built page in a real browser, driven as a person would: by what it shows, never by what it is made of.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch, watchedPage } from "../setup/browser.mjs";
import { serve } from "../setup/serve.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const dist = process.env.TIEOUT_DIST ?? join(here, "../../dist");

/** Opens the page, loaded in full; what the browser asked for is in `requests`, what went wrong in `errors`. */
export async function open(options) {
  const server = await serve(dist);
  const browser = await launch();
  const close = async () => {
    await browser.close();
    server.close();
  };
  try {
    const watched = await watchedPage(browser, options);
    await watched.page.goto(server.url);
    await ready(watched.page);
    return { ...watched, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A test on an open page, which is closed whatever happens. The page may log no error. */
export const onPage = (body, options) => async () => {
  const opened = await open(options);
  try {
    await body(opened);
    if (opened.errors.length > 0) throw new Error(opened.errors.join("\n"));
  } finally {
    await opened.close();
  }
};

/** Waits until everything is loaded. */
export const ready = (page) => page.locator(".requests:not(.is-loading)").waitFor();

/** The folder of a case, as `A1/late`. */
export const caseFolder = (name) => join(here, "../cases", name);

/** What a case says of itself, and gives nobody. */
const ABOUT = ["README.md", "answers.json", "case.toml", "report.json"];

/** The paths of a case's files, contract and mapping. */
export function casePaths(name) {
  const files = readdirSync(caseFolder(name)).filter((file) => !ABOUT.includes(file));
  return files.map((file) => join(caseFolder(name), file));
}

/** The report of a case, as every door must give it. */
export const caseReport = (name) => readFileSync(join(caseFolder(name), "report.json"), "utf8").trimEnd();

/** The instant of a case, as the field takes it. */
export const caseInstant = (name) => JSON.parse(caseReport(name)).as_of.slice(0, 16);

/** Tries a sample and waits for its answer. */
export async function trySample(page, kind = "attribution") {
  await page.getByRole("button", { name: `Try the ${kind} sample` }).click();
  await answered(page);
}

/** The buttons of a pilot's steps. */
export const steps = (page) => page.getByRole("navigation", { name: "Steps of the pilot" }).getByRole("button");

/** Waits for an answer with findings. */
export async function answered(page) {
  await page.getByRole("heading", { level: 1, name: /^[AD]1 .+: / }).waitFor();
  await page.locator("[id^=finding-] td").nth(1).waitFor();
}

/** Chooses files by the button. */
export const choose = (page, files) => page.locator("#choose-files").setInputFiles(files);

/** Drops files that are made on the spot, as `{ name: text }`. */
export async function drop(page, files) {
  const data = await page.evaluateHandle((made) => {
    const transfer = new DataTransfer();
    for (const [name, text] of Object.entries(made)) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.locator(".drop").dispatchEvent("drop", { dataTransfer: data });
}

/** Sets the instant at which everything is judged. */
export const judgeAt = (page, instant) => page.getByLabel("As of").fill(instant);

/** Begins a check. */
export const check = (page) => page.getByRole("button", { name: "Check the files" }).click();

/** Begins a check and, where columns are asked for, leaves them as they are; waits for the answer. */
export async function checkAsItIs(page) {
  await check(page);
  const heading = page.getByRole("heading", { level: 1, name: /^((Columns|Words) of .+|[AD]\d .+: .+)/ });
  await heading.waitFor();
  for (let text = await heading.innerText(); /^(Columns|Words) of/.test(text); text = await heading.innerText()) {
    await page.getByRole("button", { name: "Check without it" }).first().click();
    await page.waitForFunction((before) => document.querySelector("h1").innerText !== before, text);
    await heading.waitFor();
  }
}

/** What a button offers to keep: its name and its bytes. */
export async function download(page, name) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

/** The texts of one column of the findings in view, by its head. */
export async function column(page, head) {
  const heads = await page.getByRole("columnheader").allInnerTexts();
  const place = heads.findIndex((text) => text.replace(/[▲▼]/, "").trim() === head);
  const cells = page.locator(`[id^=finding-] td:nth-child(${place + 1})`);
  return cells.evaluateAll((found) => found.map((cell) => [Number(cell.parentElement.ariaRowIndex), cell.textContent]).sort(([a], [b]) => a - b).map(([, text]) => text));
}

/** How many findings the page says that it shows. */
export const shown = (page) => page.getByTestId("shown").innerText();
