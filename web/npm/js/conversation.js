// This side of the conversation with one worker: one thing is asked at a time, and each is answered, refused or over.
import { refusal } from "./refusal.js";

export class Conversation {
  /** Is told how far the worker has come. */
  onProgress;
  /** Rejects with the reason once the worker has ended. */
  over;
  #worker;
  #waiting;
  #reason;
  #tell;

  /** A worker is anything that can `post`, `hear` and `end`. */
  constructor(worker) {
    this.#worker = worker;
    this.over = new Promise((_, reject) => (this.#tell = reject));
    // That nobody waits for it is no fault.
    this.over.catch(() => {});
    worker.hear(
      (said) => this.#hear(said),
      (cause) => this.end(refusal("engine", `The worker stopped: ${cause}. It may lack memory, or the policy of the page may forbid it.`)),
    );
  }

  get isOver() {
    return this.#reason !== undefined;
  }

  /** Has the worker do something; what is listed is handed over to it. */
  do(what, given = [], handedOver = []) {
    return new Promise((resolve, reject) => {
      if (this.isOver) return reject(this.#reason);
      this.#waiting = { resolve, reject, what, given };
      this.#worker.rest?.(false);
      try {
        this.#worker.post({ does: what, given }, handedOver);
      } catch (cause) {
        this.#worker.rest?.(true);
        reject(refusal("argument", `An argument cannot be handed to a worker: ${cause.message}`, cause));
      }
    });
  }

  /** Ends the worker, and with this reason whatever it was doing. */
  end(reason) {
    if (this.isOver) return;
    this.#reason = reason;
    this.#worker.end();
    this.#waiting?.reject(reason);
    this.#tell(reason);
  }

  #hear({ progress, answer, refused, failed }) {
    if (this.isOver) return;
    if (progress) return this.#progressed(progress);
    this.#worker.rest?.(true);
    const { resolve, reject, what, given } = this.#waiting;
    if (refused) return reject(refusal(refused.code, refused.message));
    if (!failed) return resolve(answer);
    if (what === "appendBlob") {
      const mend = "A file that was moved or changed has to be chosen again.";
      return reject(refusal("argument", `“${given[0]}” cannot be read: ${failed.message} ${mend}`));
    }
    this.end(refusal("engine", `The engine stopped: ${failed.name}: ${failed.message}. It may lack memory: check the files with the command line, or split them by period.`));
  }

  /** What a listener throws is thrown on, and nobody waits for the answer any more. */
  #progressed(progress) {
    try {
      this.onProgress?.(progress);
    } catch (thrown) {
      this.end(thrown);
    }
  }
}
