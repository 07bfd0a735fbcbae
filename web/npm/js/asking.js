// The package's questions, asked of workers. Each is what the engine's own function of that name is, but for the waiting.
import { compile } from "./compile.js";
import { deliver, opened } from "./deliver.js";
import { once } from "./once.js";
import { refusal } from "./refusal.js";
import { filesOf } from "./source.js";

/** The engine in workers. */
export class Engine {
  #crew;
  #payers;

  /** `payers` gives what reads payers' own formats, once a file is in one. */
  constructor(crew, payers) {
    [this.#crew, this.#payers] = [crew, once(() => compile(payers(), "payers.wasm"))];
  }

  check(contract, asOf, files, options) {
    return this.#read(contract, asOf, files, options, ["check", asOf]);
  }

  build(record, contract, asOf, files, options) {
    return this.#read(contract, asOf, files, options, ["build", record, asOf]);
  }

  whyTier(step, contract, asOf, files, key, options) {
    return this.#read(contract, asOf, files, options, ["whyTier", step, asOf, key]);
  }

  async read(contract, files, options) {
    const reading = (thread) => this.#deliver(thread, contract, undefined, files, options);
    return new Pilot(this.#crew, await this.#crew.engage({ ...options }, reading));
  }

  async open(file, options) {
    return this.#crew.work({ ...options }, (thread) => opened(thread, filesOf([file])[0], { ...options }));
  }

  controls(options) {
    return this.#crew.work({ ...options }, (thread) => thread.do("controls"));
  }

  intakeRules(options) {
    return this.#crew.work({ ...options }, (thread) => thread.do("intakeRules"));
  }

  steps(options) {
    return this.#crew.work({ ...options }, (thread) => thread.do("steps"));
  }

  recognize(fileName, head, options) {
    return this.#crew.work({ ...options }, (thread) => thread.do("recognize", [fileName, head]));
  }

  async *checkAll(jobs, { signal } = {}) {
    const left = new AbortController();
    const stop = () => left.abort(signal.reason);
    signal?.addEventListener("abort", stop, { once: true });
    if (signal?.aborted) stop();
    const asked = [];
    try {
      for await (const job of jobs) {
        asked.push(this.#told(job, left.signal));
        // Enough that nobody idles, few enough that the jobs may be without number.
        if (asked.length >= 2 * this.#crew.size) yield await asked.shift();
      }
      while (asked.length > 0) yield await asked.shift();
    } finally {
      signal?.removeEventListener("abort", stop);
      left.abort(new DOMException("Nobody waits for the answer any more.", "AbortError"));
    }
  }

  close() {
    this.#crew.close(new DOMException("The engine was closed.", "AbortError"));
  }

  [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
    this.close();
  }

  #read(contract, asOf, files, options, [question, ...given]) {
    return this.#crew.work({ ...options }, async (thread) => {
      await this.#deliver(thread, contract, asOf, files, options);
      return thread.do(question, given);
    });
  }

  #deliver(thread, contract, asOf, files, options) {
    return deliver(thread, contract, asOf, filesOf(files), { ...options }, this.#payers);
  }

  /** One job's result. A question that cannot be asked is the result of its job, and no other's. */
  #told({ name, contract, asOf, files, mapping }, signal) {
    const answer = this.check(contract, asOf, files, { mapping, signal }).then(
      (report) => ({ name, report }),
      (error) => {
        if (error?.name !== "TieoutError") throw error;
        return { name, error };
      },
    );
    // It is waited for in its turn; that it fails before then is no news to anybody.
    answer.catch(() => {});
    return answer;
  }
}

/** A pilot that a worker has read and keeps. */
export class Pilot {
  #crew;
  #thread;
  #last = Promise.resolve();

  constructor(crew, thread) {
    [this.#crew, this.#thread] = [crew, thread];
  }

  check(asOf, options) {
    return this.#ask(options, ["check", asOf]);
  }

  build(record, asOf, options) {
    return this.#ask(options, ["build", record, asOf]);
  }

  whyTier(step, asOf, key, options) {
    return this.#ask(options, ["whyTier", step, asOf, key]);
  }

  findingsCsv(asOf, options) {
    return this.#ask(options, ["findingsCsv", asOf]);
  }

  row(dataset, line, file, options) {
    return this.#ask(options, ["row", dataset, line, file]);
  }

  free() {
    this.#crew.dismiss(this.#thread, refusal("misuse", "This pilot was freed. Read the files again."));
  }

  [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
    this.free();
  }

  /** One question after another: they share the worker. */
  #ask(options, [question, ...given]) {
    const answer = this.#last.then(() => this.#crew.again(this.#thread, { ...options }, (thread) => thread.do(question, given)));
    this.#last = answer.catch(() => {});
    return answer;
  }
}
