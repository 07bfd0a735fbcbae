// What the two commands need, each pinned. What is there in the right version is used as it is; nothing of the user's is replaced.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { announced, ask, env, root, run, toolRoot } from "./shell.mjs";

// The tools only move files about: building them without their own optimizations, and without the network
// code that they never need here, takes a fraction of the time.
const quickBuild = {
  CARGO_PROFILE_RELEASE_CODEGEN_UNITS: "256",
  CARGO_PROFILE_RELEASE_DEBUG: "0",
  CARGO_PROFILE_RELEASE_LTO: "off",
  CARGO_PROFILE_RELEASE_OPT_LEVEL: "0",
};

const crates = {
  trunk: { version: "0.21.14", says: ["trunk", "--version"], args: ["--locked", "--no-default-features"], usually: "2 min" },
  "wasm-bindgen-cli": { version: "0.2.130", says: ["wasm-bindgen", "--version"], args: ["--no-default-features", "--bin=wasm-bindgen"], usually: "1 min" },
  "cargo-deny": { version: "0.20.2", says: ["cargo-deny", "--version"], args: ["--locked"], usually: "1 min" },
};

/** Makes sure of every tool that is named; ends the program with an instruction where it cannot. */
export async function ensure(...names) {
  requireRust();
  const missing = names.filter((name) => name in crates && !present(crates[name]));
  if (missing.length > 0) await installCrates(missing);
  if (names.includes("node modules")) await installModules();
  if (names.includes("chromium")) env.CHROMIUM = await installChromium();
}

function requireRust() {
  if (ask("cargo", "--version") === null) {
    stop("There is no Rust here. Install rustup from https://rustup.rs; it brings the version that rust-toolchain.toml asks for.");
  }
  const library = join(ask("rustc", "--print", "sysroot") ?? "", "lib/rustlib/wasm32-unknown-unknown");
  if (existsSync(library)) return;
  if (ask("rustup", "target", "add", "wasm32-unknown-unknown") === null) {
    stop("This Rust has no standard library for wasm32-unknown-unknown. Install that target, or Rust from https://rustup.rs.");
  }
}

function present({ version, says }) {
  return ask(...says)?.split(/\s+/)[1] === version;
}

async function installCrates(names) {
  const ready = names.map((name) => `${name} ${crates[name].version}`).join(", ");
  const usually = names.map((name) => crates[name].usually).join(" + ");
  await announced(`Installing ${ready} into target/tools`, usually, async () => {
    const results = await Promise.all(names.map(installCrate));
    const failed = results.find(({ code }) => code !== 0);
    if (failed) stop(`${failed.text}\nA tool could not be installed; what cargo said stands above.`);
  });
}

async function installCrate(name) {
  const { version, args } = crates[name];
  const what = [`${name}@${version}`, `--root=${toolRoot}`];
  if (ask("cargo", "binstall", "-V") !== null) {
    const result = await run(["cargo", "binstall", "--no-confirm", ...what], { quiet: true });
    if (result.code === 0 && present(crates[name])) return result;
  }
  return run(["cargo", "install", ...what, ...args], { extraEnv: quickBuild, quiet: true });
}

async function installModules() {
  const folder = join(root, "tests");
  const marker = join(folder, "node_modules/.installed");
  const lock = createHash("sha256").update(readFileSync(join(folder, "package-lock.json"))).digest("hex");
  if (existsSync(marker) && readFileSync(marker, "utf8") === lock) return;
  await announced("Installing the Node modules of tests/", "20 s", async () => {
    const { code } = await run(["npm", "ci", "--no-audit", "--no-fund"], { cwd: folder });
    if (code !== 0) stop("The Node modules could not be installed; what npm said stands above.");
  });
  writeFileSync(marker, lock);
}

async function installChromium() {
  const found = findChromium();
  if (found) return found;
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "--non-interactive"];
  if (ask("apt-get", "--version") !== null && (asRoot.length === 0 || ask(...asRoot, "true") !== null)) {
    await announced("Installing Chromium for the browser tests", "1 min", async () => {
      await run([...asRoot, "apt-get", "update", "--quiet"]);
      await run([...asRoot, "apt-get", "install", "--yes", "--quiet", "--no-install-recommends", "chromium"]);
    });
  }
  return findChromium() ?? stop("The browser tests need Chromium or Chrome. Install one, or name it in CHROMIUM.");
}

function findChromium() {
  const candidates = [
    process.env.CHROMIUM,
    ...["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].map((name) => ask("which", name)),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ];
  return candidates.find((path) => path && existsSync(path));
}

function stop(instruction) {
  console.error(`\n${instruction}`);
  process.exit(2);
}
