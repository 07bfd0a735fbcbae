// Workers that share the questions: each has one at a time, so many work as are allowed, and the others wait their turn.
import { compile } from "./compile.js";
import { Conversation } from "./conversation.js";
import { refusal } from "./refusal.js";

/** A worker that holds more than this is not kept for the next question: an engine's memory grows and never shrinks. */
const idleBytes = 64 << 20;

export class Crew {
  #hire;
  #wasm;
  #size;
  #module;
  #working = 0;
  #idle = [];
  #all = new Set();
  #queue = [];
  #closed;

  /** `hire` makes a worker; `wasm` gives the engine, once it is needed. */
  constructor({ hire, wasm, size }) {
    [this.#hire, this.#wasm, this.#size] = [hire, wasm, size];
  }

  get size() {
    return this.#size;
  }

  /** Has whichever worker is free do some work. */
  work(options, work) {
    return this.#inTurn(options, async () => {
      const thread = await this.#take(options);
      try {
        return await watched(thread, options, work);
      } finally {
        await this.#release(thread);
      }
    });
  }

  /** Has a worker do some work and keeps it out of the others' turns until it is dismissed. */
  engage(options, work) {
    return this.#inTurn(options, async () => {
      const thread = await this.#take(options);
      try {
        await watched(thread, options, work);
        return thread;
      } catch (cause) {
        await this.#release(thread);
        throw cause;
      }
    });
  }

  /** Has a worker that is engaged do more work. */
  again(thread, options, work) {
    return this.#inTurn(options, () => watched(thread, options, work));
  }

  /** Ends a worker. */
  dismiss(thread, reason = refusal("engine", "The worker has ended.")) {
    thread.end(reason);
    this.#all.delete(thread);
  }

  /** Ends every worker and every wait, and whatever is asked later. */
  close(reason) {
    this.#closed = reason;
    for (const { reject } of this.#queue.splice(0)) reject(reason);
    for (const thread of this.#all) this.dismiss(thread, reason);
    this.#idle = [];
  }

  async #inTurn({ signal }, work) {
    signal?.throwIfAborted();
    if (this.#closed) throw this.#closed;
    if (this.#working < this.#size) this.#working += 1;
    else await this.#turn(signal);
    try {
      return await work();
    } finally {
      // The turn goes to whoever waits longest.
      const next = this.#queue.shift();
      if (next) next.resolve();
      else this.#working -= 1;
    }
  }

  #turn(signal) {
    let waiting;
    const turn = new Promise((resolve, reject) => this.#queue.push((waiting = { resolve, reject })));
    const leave = () => {
      this.#queue = this.#queue.filter((other) => other !== waiting);
    };
    signal?.addEventListener("abort", leave, { once: true });
    return unless(signal, turn).finally(() => signal?.removeEventListener("abort", leave));
  }

  async #take({ signal }) {
    const idle = this.#idle.pop();
    if (idle) return idle;
    this.#module ??= this.#wasm().then(compile);
    const module = await unless(signal, this.#module.catch((cause) => {
      this.#module = undefined;
      throw cause;
    }));
    const thread = new Conversation(this.#hired());
    this.#all.add(thread);
    try {
      await watched(thread, { signal }, () => thread.do("start", [module]));
      return thread;
    } catch (cause) {
      this.dismiss(thread);
      throw cause;
    }
  }

  #hired() {
    try {
      return this.#hire();
    } catch (cause) {
      throw refusal("engine", `A worker could not be started: ${cause.message}`, cause);
    }
  }

  async #release(thread) {
    const held = await thread.do("clear").catch(() => Infinity);
    if (held > idleBytes || thread.isOver) this.dismiss(thread);
    else this.#idle.push(thread);
  }
}

/** Work of one worker, which ends with it, and at the latest where the signal says so. */
async function watched(thread, { signal, onProgress }, work) {
  const stop = () => thread.end(signal.reason);
  signal?.addEventListener("abort", stop, { once: true });
  thread.onProgress = onProgress;
  try {
    signal?.throwIfAborted();
    return await Promise.race([thread.over, work(thread)]);
  } finally {
    signal?.removeEventListener("abort", stop);
    thread.onProgress = undefined;
  }
}

/** What is waited for, unless the signal comes first. */
function unless(signal, work) {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
