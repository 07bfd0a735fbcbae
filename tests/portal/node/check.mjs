// Ties out the pilots of some folders, several at a time, and prints each one's steps: node check.mjs AS_OF FOLDER…
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkAll } from "tieout/worker";

const [asOf, ...folders] = process.argv.slice(2);

async function* jobs() {
  for (const folder of folders) {
    const tables = (await readdir(folder)).filter((name) => name.endsWith(".csv"));
    // A file is read once a worker is ready for it, so that not all of them are held at once.
    const files = tables.map((name) => ({ name, bytes: () => readFile(join(folder, name)) }));
    yield { name: folder, contract: await readFile(join(folder, "contract.toml")), asOf, files };
  }
}

for await (const { name, report, error } of checkAll(jobs())) {
  console.log(JSON.stringify({ name, report, refused: error?.message }));
}
