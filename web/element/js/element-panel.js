// The panel within its element: there once its program is, gone with its element, and lost with a word should its program stop.
import { panelProgram } from "./element-programs.js";

/** The panels that are there, each to be told should their program stop. */
const shown = new Set();

export class Place {
  /** Where the panel stands. It takes the focus that is given to the element. */
  node = Object.assign(document.createElement("div"), { className: "place", tabIndex: -1, textContent: "Loading…" });
  /** The panel, while there is one. */
  panel;
  #failed;
  #isOpening = false;

  /** `failed` is told why there is no panel. */
  constructor(failed) {
    this.#failed = failed;
  }

  /** Puts a panel here, if nobody did and it is still wanted once its program is there, and then has it shown what there is. */
  async open({ host, settings, isWanted, opened }) {
    if (this.panel || this.#isOpening) return;
    this.#isOpening = true;
    try {
      // Whoever imports this can say first where the program comes from.
      await undefined;
      const Panel = await panelProgram(stopped);
      if (!isWanted()) return;
      this.node.replaceChildren();
      this.panel = new Panel(this.node, host, settings());
      shown.add(this);
      opened();
    } catch (cause) {
      this.#lost(cause.message, cause);
    } finally {
      this.#isOpening = false;
    }
  }

  close() {
    shown.delete(this);
    this.panel?.free();
    this.panel = undefined;
  }

  /** The program has stopped: nothing of it may be called any more. */
  stop(cause) {
    this.panel = undefined;
    this.#lost("The check has stopped. Load the page again, and choose the files once more.", cause);
  }

  #lost(sentence, cause) {
    this.node.textContent = sentence;
    this.#failed(cause);
  }
}

function stopped(message) {
  const cause = Object.assign(new Error(`The panel has stopped: ${message}`), { name: "TieoutError", code: "engine" });
  // The program is still unwinding: it is left alone until that is over.
  queueMicrotask(() => {
    for (const place of shown) place.stop(cause);
    shown.clear();
  });
}
