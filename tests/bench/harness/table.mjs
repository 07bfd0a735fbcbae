// The races as a table of ratios: the machine is shared, so a time means nothing but beside its rival's of the same round.

import { readFileSync, writeFileSync } from "node:fs";

/** Who is set beside whom. */
export const PAIRS = [
  ["ours-native", "polars-native"],
  ["ours-node", "udsv-node"],
  ["ours-chromium", "udsv-chromium"],
  ["ours-chromium", "duckdb-chromium"],
];

/**
 * @param {Map<number, Map<string, object[]>>} races by size, then contestant: one entry a round
 * @param {Record<string, string>} names of the contestants
 */
export function table(races, names) {
  const lines = [
    "| people | Tieout beside | time | with the start | CPU time | peak memory | wasm memory, MB |",
    "| ---: | --- | ---: | ---: | ---: | ---: | ---: |",
  ];
  for (const [size, rounds] of races) {
    for (const [ours, rival] of PAIRS) {
      if (!rounds.has(ours) || !rounds.has(rival)) continue;
      const [a, b] = [rounds.get(ours), rounds.get(rival)];
      const ratio = (figure) => {
        const each = median(a.map((mine, round) => figure(mine) / figure(b[round])));
        return Number.isFinite(each) ? each.toFixed(2) : "–";
      };
      const megabytes = (figure) => [a, b].map((of) => figures(of, figure)).join(" : ");
      lines.push(
        `| ${size.toLocaleString("en-US")} | ${names[rival]} | ${ratio((r) => r.run_ms)} | ` +
          `${ratio((r) => r.run_ms + r.start_ms)} | ${ratio((r) => r.cpu_ms)} | ${megabytes("peak_mb")} MB | ${megabytes("wasm_mb")} |`,
      );
    }
  }
  return lines.join("\n");
}

/** What a reader must know to believe the table. */
export const howToRead = (runs) =>
  `Time is Tieout's as a part of the rival's, the median of ${runs} rounds on one machine: below 1, Tieout is quicker. CPU time is ` +
  "what all its threads, or all of the browser's processes, computed while it ran: other work on the machine changes it less. " +
  "Memory is Tieout's : the rival's, at its peak. Every rival counts five things that the roster's controls look for, from the " +
  "columns that this takes; Tieout reads every cell of every file, takes the files' digests and decides the whole step. Natively " +
  "Tieout's time is that of its whole process, while polars' begins once Python has imported it. The counts are " +
  "those of the planted faults, or the benchmark fails. Of the package's two engines it is the fast one; the small one, which " +
  "a page fetches where it asks for no other, takes about twice the time. `node tests/bench/run.mjs --write` makes this table.";

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function figures(rounds, figure) {
  return rounds[0][figure] ? Math.round(median(rounds.map((round) => round[figure]))).toLocaleString("en-US") : "–";
}

/** Puts a table between its marks in a file. */
export function writeBetween(path, name, result) {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const text = readFileSync(path, "utf8");
  const [from, to] = [text.indexOf(open), text.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`${path} has no place for the table: give it a line ${open} and a line ${close}`);
  writeFileSync(path, `${text.slice(0, from + open.length)}\n${result}\n${text.slice(to)}`);
}
