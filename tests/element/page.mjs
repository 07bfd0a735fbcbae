// The packed element in pages of somebody else's, driven as a person would: by what it shows. It never sees the sources.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { casePaths, caseReport } from "../browser/page.mjs";
import { launch, watchedPage } from "../setup/browser.mjs";
import { serve } from "../setup/serve.mjs";

export { caseReport };

/** What a portal that trusts nobody answers with. */
export const strict = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'none'";

const root = fileURLToPath(new URL("../../", import.meta.url));
const home = mkdtempSync(join(tmpdir(), "tieout-element-"));
after(() => rmSync(home, { recursive: true, force: true }));
unpack();

/** The package as it would be copied into a portal's folder, beside the portal's pages and the cases. */
function unpack() {
  const pkg = join(root, "web/npm/pkg");
  const tarball = existsSync(pkg) && readdirSync(pkg).find((name) => name.endsWith(".tgz"));
  if (!tarball) throw new Error("there is no package yet: node web/npm/build.mjs");
  const into = join(home, "tieout");
  mkdirSync(into);
  execFileSync("tar", ["-xzf", join(pkg, tarball), "-C", into, "--strip-components=1"]);
  symlinkSync(join(root, "tests/element/pages"), join(home, "pages"));
  symlinkSync(join(root, "tests/cases"), join(home, "cases"));
}

/** A test on an open page, which is closed whatever happens. The page may log no error. */
export const onPage = (name, body, { policy = "", ...options } = {}) => async () => {
  const server = await serve(home, 0, { "Content-Security-Policy": policy, "Connection-Allowlist": "(response-origin)" });
  const browser = await launch();
  try {
    const watched = await watchedPage(browser, options);
    watched.page.setDefaultTimeout(20_000);
    await watched.page.addInitScript(hear);
    await watched.page.goto(`${server.url}pages/${name}.html`);
    await body(watched);
    if (watched.errors.length > 0) throw new Error(watched.errors.join("\n"));
  } finally {
    await browser.close();
    server.close();
  }
};

/** Runs in the page: every event of an element, as the document hears it. */
function hear() {
  window.heard = [];
  for (const type of ["tieout-report", "tieout-progress", "tieout-error"]) {
    document.addEventListener(type, ({ target, detail }) => {
      const { message, code } = detail;
      window.heard.push({ type, by: target.id, detail: type === "tieout-error" ? { message, code } : detail });
    });
  }
}

/** What the document has heard of a kind. */
export const heard = (page, type) => page.evaluate((asked) => window.heard.filter((event) => event.type === asked), type);

/** The tables of a case, without its contract. */
export const tables = (name) => casePaths(name).filter((path) => !path.endsWith("contract.toml"));

/** The path of a case's contract. */
export const contract = (name) => casePaths(name).find((path) => path.endsWith("contract.toml"));

/** The text of a case's contract. */
export const contractText = (name) => readFileSync(contract(name), "utf8");

/** Chooses files by the button. */
export const choose = (within, files) => within.locator("#choose-files").setInputFiles(files);

/** Begins a check. */
export const check = (within) => within.getByRole("button", { name: "Check the files" }).click();

/** Waits for an answer: its heading. */
export async function answered(within, name = /: (Blocked|Incomplete|Clear|Not started)$/) {
  const heading = within.getByRole("heading", { level: 2, name });
  await heading.waitFor();
  return (await heading.innerText()).trim();
}

/** What a button offers to keep: its name and its bytes. */
export async function download(page, name) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}
