// The groups of `node run.mjs test`, in their order: what each needs, what it runs, and how its tests are counted.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./shell.mjs";

const wasm = ["--target=wasm32-unknown-unknown", ...["wasm", "app", "element", "payers", "sheets"].map((name) => `--package=tieout-${name}`)];
const strict = ["--", "--deny=warnings"];

export const buildPage = ["trunk", "build", "--release", "--locked"];

const pageSources = [
  ...["Cargo.lock", "Cargo.toml", "Trunk.toml", "index.html", "rust-toolchain.toml"],
  ...["core/Cargo.toml", "core/src", "tests/cases/pilots"],
  ...["web/app/Cargo.toml", "web/app/boot.js", "web/app/sheets.js", "web/app/src", "web/app/style"],
  ...["core/packed/Cargo.toml", "core/packed/src", "web/sheets/Cargo.toml", "web/sheets/src"],
  ...["web/show/Cargo.toml", "web/show/src", "web/show/style"],
];

/** Whether the built page is younger than everything that it is made from. */
export function pageIsFresh() {
  const built = statSync(join(root, "dist/index.html"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const files = (path) => {
    const isFolder = statSync(path).isDirectory();
    return isFolder ? readdirSync(path).flatMap((name) => files(join(path, name))) : [path];
  };
  return pageSources.flatMap((path) => files(join(root, path))).every((file) => statSync(file).mtimeMs < built);
}

export const groups = {
  format: {
    needs: [],
    checks: () => [{ what: "Rust is formatted", usually: "5 s", command: ["cargo", "fmt", "--all", "--check"] }],
  },
  lint: {
    needs: [],
    checks: () => [
      {
        what: "no warning natively",
        usually: "2 min",
        command: ["cargo", "clippy", "--locked", "--workspace", "--all-targets", "--all-features", ...strict],
      },
      { what: "no warning in wasm", usually: "1 min", command: ["cargo", "clippy", "--locked", ...wasm, ...strict] },
    ],
  },
  rust: {
    needs: [],
    checks: () => [
      {
        what: "unit tests, laws and cases",
        usually: "3 min",
        command: ["cargo", "test", "--locked", "--workspace", "--all-features", "--no-fail-fast"],
        count: countCargo,
      },
    ],
  },
  second: {
    needs: [],
    checks: () => [
      {
        what: "the command line is built",
        usually: "1 min",
        command: ["cargo", "build", "--quiet", "--locked", "--package=tieout", "--features=cli"],
        builds: true,
      },
      { what: "a second checker judges random pilots alike", usually: "1 min", command: nodeTests("tests/second"), count: countNode },
    ],
  },
  fresh: {
    needs: [],
    checks: () => [
      {
        what: "the TypeScript types are those of the Rust types",
        usually: "10 s",
        command: ["cargo", "run", "--quiet", "--locked", "--package=tieout-wasm", "--features=typescript", "--bin=types", "--", "--check"],
      },
      {
        what: "the sample pilot is what its generator makes",
        usually: "10 s",
        command: ["cargo", "run", "--quiet", "--locked", "--package=tieout-tests", "--bin=sample", "--", "--check"],
      },
    ],
  },
  supply: {
    needs: ["cargo-deny"],
    checks: () => [
      {
        what: "licences, sources and bans",
        usually: "5 s",
        command: ["cargo-deny", "--locked", "check", "--hide-inclusion-graph", "bans", "licenses", "sources"],
      },
      {
        what: "no known vulnerability",
        usually: "10 s",
        command: ["cargo-deny", "--locked", "check", "advisories"],
        excuse: (text) => text.includes("failed to fetch advisory database") && "The advisory database cannot be reached from here, so that vulnerabilities were not checked.",
      },
    ],
  },
  npm: {
    needs: ["wasm-bindgen-cli", "node modules", "chromium"],
    checks: () => [
      { what: "the package is built", usually: "4 min", command: ["node", "web/npm/build.mjs"], builds: true },
      { what: "the package's reference is that of its types", usually: "5 s", command: ["node", "web/npm/reference.mjs", "--check"] },
      { what: "the packed package answers, and is what it promises", usually: "20 s", command: nodeTests("tests/node"), count: countNode },
      { what: "portals install, build and tie out", usually: "30 s", command: nodeTests("tests/portal"), count: countNode },
      { what: "the element in pages of every kind", usually: "2 min", command: nodeTests("tests/element"), count: countNode },
    ],
  },
  sheets: {
    needs: ["wasm-bindgen-cli", "node modules"],
    checks: () => [
      { what: "the module for workbooks is built", usually: "3 min", command: ["node", "web/sheets/build.mjs"], builds: true },
      { what: "workbooks are opened and written", usually: "5 s", command: nodeTests("tests/sheets"), count: countNode },
    ],
  },
  page: {
    needs: ["trunk", "wasm-bindgen-cli", "node modules", "chromium"],
    checks: () => [
      { what: "the page is built", usually: "6 min", command: buildPage, builds: true },
      {
        what: "the command line is built",
        usually: "1 min",
        command: ["cargo", "build", "--quiet", "--locked", "--package=tieout", "--features=cli"],
        builds: true,
      },
      { what: "the page in a browser", usually: "1 min", command: nodeTests("tests/browser"), count: countNode },
    ],
  },
};

/** Node's test runner on the test files of a folder. */
function nodeTests(folder) {
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith(".test.mjs"));
  return ["node", "--test", "--test-reporter=spec", ...files.sort().map((name) => join(folder, name))];
}

function countCargo(text) {
  const results = [...text.matchAll(/^test result: .*? (\d+) passed; (\d+) failed;/gm)];
  return { passed: sum(results, 1), failed: sum(results, 2) };
}

function countNode(text) {
  return { passed: sum([...text.matchAll(/^ℹ pass (\d+)$/gm)], 1), failed: sum([...text.matchAll(/^ℹ fail (\d+)$/gm)], 1) };
}

function sum(matches, group) {
  return matches.reduce((total, match) => total + Number(match[group]), 0);
}
