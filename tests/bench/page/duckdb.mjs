// DuckDB-WASM, one thread, with wasm exceptions: the build that it offers a page without shared memory.

import * as duckdb from "/tests/node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser.mjs";

import { statement } from "../rivals/duckdb.sql.mjs";

const DIST = "/tests/node_modules/@duckdb/duckdb-wasm/dist";

export async function start(task) {
  const worker = new Worker(new URL("duckdb-worker.js", import.meta.url));
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await db.instantiate(`${DIST}/duckdb-eh.wasm`, null);
  const connection = await db.connect();
  return {
    async count(files) {
      for (const name of ["payer_attribution.csv", "authorization_register.csv", "roster.csv"]) {
        await db.registerFileHandle(name, files.get(name), duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
      }
      const [row] = (await connection.query(statement(task))).toArray();
      return Object.fromEntries(Object.entries(row.toJSON()).map(([name, number]) => [name, Number(number)]));
    },
    wasmBytes: () =>
      new Promise((answer) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => answer(data);
        worker.postMessage({ howMuchMemory: true }, [port2]);
      }),
  };
}
