// A run in a process of its own.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const PATIENCE_MS = 600_000;
const TIME = "/usr/bin/time";

/** Runs a program that prints one JSON object; `accepts` are the exit codes that are an answer. */
export function inProcess(program, args, { accepts = [0] } = {}) {
  const began = performance.now();
  const ran = spawnSync(program, args, { encoding: "utf8", maxBuffer: 2 ** 30, timeout: PATIENCE_MS });
  const wall_ms = performance.now() - began;
  if (ran.error) throw ran.error;
  if (!accepts.includes(ran.status)) throw new Error(`${program} exited with ${ran.status}\n${ran.stderr}`);
  return { output: JSON.parse(ran.stdout), errors: ran.stderr, wall_ms };
}

/** The same, with the peak and the CPU time of the process where GNU time is there to tell them. */
export function inMeasuredProcess(program, args, options) {
  if (!existsSync(TIME)) return inProcess(program, args, options);
  const ran = inProcess(TIME, ["-f", "peak-kb %M, cpu-s %U %S", program, ...args], options);
  const [peak, user, system] = ran.errors.match(/peak-kb (\d+), cpu-s ([\d.]+) ([\d.]+)/).slice(1).map(Number);
  return { ...ran, peak_mb: peak / 1024, cpu_ms: (user + system) * 1e3 };
}
