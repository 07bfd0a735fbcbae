// `<tieout-check>`: the check as a form control that any page can embed. The panel shows, the engine decides, and this lets the page speak with both.
import { Check } from "./element-check.js";
import { keep, sheet, tagOf } from "./element-page.js";
import { Place } from "./element-panel.js";
import { configure } from "./element-programs.js";
import { hindrance, receiptOf, standingOf } from "./element-receipt.js";

export { configure };

/** Properties that are attributes too, and the ones among them that are there or not. */
const reflected = { asOf: "as-of", contractSrc: "contract-src", locale: "locale", name: "name", step: "step" };
const flags = ["disabled", "required"];

/** Where there is no page, as on a server that renders, the module can be imported all the same. */
const Base = globalThis.HTMLElement ?? class {};

export class TieoutCheck extends Base {
  static formAssociated = true;
  static observedAttributes = ["as-of", "contract", "contract-src", "locale", "required", "step"];

  #internals = this.attachInternals();
  #check = new Check(() => this.#changed());
  #place = new Place((cause) => this.#failed(cause));
  /** What the panel shows: files, a run, or this report. */
  #presented;
  #standing;
  #notice;
  #typed = "";
  #value = null;
  #isDisabled = false;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet()];
    this.#internals.role = "group";
    this.#internals.ariaLabel = "Tieout check";
    root.append(this.#place.node);
  }

  get contract() {
    return this.#check.contract;
  }

  set contract(given) {
    this.#check.contract = given ?? undefined;
    this.#check.withdraw();
  }

  get files() {
    return this.#check.files.map(({ given }) => given);
  }

  set files(given) {
    this.#check.files = [];
    this.#check.take([...(given ?? [])]);
  }

  get report() {
    return this.#check.report;
  }

  get state() {
    return this.#check.isBusy ? "busy" : (this.#standing?.state ?? "empty");
  }

  get value() {
    return this.#value;
  }

  get type() {
    return this.localName;
  }

  get form() {
    return this.#internals.form;
  }

  get labels() {
    return this.#internals.labels;
  }

  get validity() {
    return this.#internals.validity;
  }

  get validationMessage() {
    return this.#internals.validationMessage;
  }

  get willValidate() {
    return this.#internals.willValidate;
  }

  checkValidity() {
    return this.#internals.checkValidity();
  }

  reportValidity() {
    return this.#internals.reportValidity();
  }

  focus(options) {
    this.#place.node.focus(options);
  }

  /** Checks what was given, and returns the report. */
  async check() {
    const asOf = this.asOf || this.#typed || new Date().toISOString().replace(/:\d\d\.\d+/, "");
    this.#notice = undefined;
    try {
      const report = await this.#check.run(asOf, this.#named, (progress) => this.#progressed(progress));
      this.#tell("tieout-report", report);
      return report;
    } catch (cause) {
      const isCancelled = cause.name === "AbortError";
      // Of a run that made way for another, nothing is said.
      if (!this.#check.isBusy) {
        this.#notice = isCancelled ? "The check was cancelled." : cause.message;
        this.#present();
      }
      if (!isCancelled) this.#tell("tieout-error", cause);
      throw cause;
    }
  }

  /** Ends a check that is under way. */
  cancel() {
    this.#check.cancel();
  }

  /** Puts aside the files and whatever came of them. */
  reset() {
    [this.#notice, this.#typed] = [undefined, ""];
    this.#check.chosen = undefined;
    this.#check.retain(() => false);
  }

  connectedCallback() {
    for (const name of ["contract", "files", ...Object.keys(reflected), ...flags]) this.#upgrade(name);
    this.#changed();
    const [settings, opened, isWanted] = [() => this.#settings(), () => this.#present(), () => this.isConnected];
    this.#place.open({ host: this.#host(), settings, isWanted, opened });
  }

  disconnectedCallback() {
    // An element that is only moved is there again at once.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#check.release();
      this.#place.close();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === "contract") this.contract = now;
    else if (name === "contract-src") {
      this.#check.contractSrc = now ?? undefined;
      this.#check.withdraw();
    } else if (name === "as-of") this.#check.withdraw();
    else {
      this.#presented = undefined;
      this.#changed();
    }
  }

  formDisabledCallback(isDisabled) {
    this.#isDisabled = isDisabled;
    this.#changed();
  }

  formResetCallback() {
    this.reset();
  }

  /** The steps that the page names. */
  get #named() {
    return this.step.split(/[\s,]+/).filter(Boolean);
  }

  /** A property that was set before this module was there is set anew, so that it counts. */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const given = this[name];
    delete this[name];
    this[name] = given;
  }

  /** What the panel may ask. */
  #host() {
    const quietly = (work) => void work.catch(() => {});
    const isContract = ({ name }) => /\.toml$/i.test(name);
    const choose = (contract) => {
      this.#check.chosen = contract;
      this.#check.withdraw();
    };
    return {
      give: (files) => {
        this.#notice = undefined;
        if (!this.#check.isAgreed) files.filter(isContract).slice(-1).forEach(choose);
        this.#check.take(files.filter((file) => !isContract(file)));
      },
      agree: choose,
      remove: (id) => this.#check.retain((file) => file.id !== id),
      judge: (typed) => {
        this.#typed = typed;
        quietly(this.check());
      },
      cancel: () => this.cancel(),
      again: () => this.#place.panel.gather(),
      keep: (what) => quietly(this.#keep(what)),
      row: (...place) => this.#check.row(...place),
    };
  }

  async #keep(what) {
    try {
      if (what === "report") keep("report.json", "application/json", JSON.stringify(this.report));
      else keep("findings.csv", "text/csv", await this.#check.findingsCsv());
    } catch (cause) {
      this.#tell("tieout-error", cause);
    }
  }

  /** There is no panel, and nobody who could wait for a check. */
  #failed(cause) {
    this.#check.release();
    this.#tell("tieout-error", cause);
  }

  #progressed(progress) {
    this.#place.panel?.work(progress);
    if (progress.stage !== "comparing") this.#tell("tieout-progress", progress);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** Something was given, taken back, recognized, begun or answered: the form and the panel hear of it. */
  #changed() {
    const { report, isBusy } = this.#check;
    this.#standing = report && standingOf(report, this.#named);
    this.#value = report ? JSON.stringify(receiptOf(report)) : null;
    this.#internals.setFormValue(this.#value);
    const message = this.required ? hindrance(this.#standing, isBusy) : undefined;
    const flag = report ? { customError: true } : { valueMissing: true };
    this.#internals.setValidity(message ? flag : {}, message, this.#place.node);
    const { states } = this.#internals;
    for (const state of ["empty", "busy", "blocked", "incomplete", "not_started", "clear"]) states.delete(state);
    states.add(this.state);
    this.#place.panel?.settle(this.#settings());
    if (this.#presented !== (isBusy || report)) this.#present();
  }

  /** Has the panel show what there is. */
  #present() {
    const { report, isBusy } = this.#check;
    this.#presented = isBusy || report;
    if (isBusy) this.#place.panel?.work({ stage: "starting" });
    else if (report) this.#place.panel?.tell(report, this.#check.catalogue, this.#standing);
    else this.#place.panel?.gather(this.#notice);
  }

  #settings() {
    const { files, contract, chosen, isAgreed } = this.#check;
    const size = ({ size, bytes }) => size ?? bytes?.size ?? bytes?.byteLength;
    return {
      contract: (contract ?? chosen)?.name,
      isAgreed,
      files: files.map(({ id, given, told }) => ({ id, name: given.name, size: size(given), told })),
      asOf: this.asOf || undefined,
      locale: tagOf(this),
      isDisabled: this.#isDisabled,
    };
  }
}

for (const [property, attribute] of Object.entries(reflected)) {
  Object.defineProperty(TieoutCheck.prototype, property, {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(attribute) ?? "";
    },
    set(value) {
      if (value === undefined || value === null) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
    },
  });
}

for (const flag of flags) {
  Object.defineProperty(TieoutCheck.prototype, flag, {
    configurable: true,
    enumerable: true,
    get() {
      return this.hasAttribute(flag);
    },
    set(value) {
      this.toggleAttribute(flag, Boolean(value));
    },
  });
}

if (globalThis.customElements && !customElements.get("tieout-check")) customElements.define("tieout-check", TieoutCheck);
