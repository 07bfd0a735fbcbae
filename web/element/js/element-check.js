// One element's check: what it was given, the run that is under way, and what came of it. It shows nothing and knows no form.
import { sharedCatalogue, sharedEngine, spreadsheets } from "./element-programs.js";
import { refusal } from "./refusal.js";

/** What a table is recognized by stands within so many bytes. */
const headBytes = 64 << 10;
/** How files begin that hold others: workbooks and archives, whatever their names say. */
const packedHeads = ["504b0304", "d0cf11e0"];

export class Check {
  /** The contract that the page gave. It goes before an address, and that before the user's choice. */
  contract;
  /** Where the page says that the contract is. */
  contractSrc;
  /** The contract that the user chose. */
  chosen;
  /** The files in their order: their numbers, what was given, and which table each is. */
  files = [];
  /** The report of these files; undefined until they were checked. */
  report;
  /** What its steps and rules are called. */
  catalogue;
  #changed;
  #lastId = 0;
  #looking = Promise.resolve();
  #run;
  #pilot;

  /** `changed` is told that something was given, taken back or recognized. */
  constructor(changed) {
    this.#changed = changed;
  }

  get isBusy() {
    return this.#run !== undefined;
  }

  /** Whether the page says which contract it is, so that the user does not choose one. */
  get isAgreed() {
    return isGiven(this.contract) || isGiven(this.contractSrc);
  }

  /** Takes files. One of a name that is there already replaces it. */
  take(given) {
    for (const file of given) {
      const told = file.dataset ? { is: "table", table: file.dataset } : { is: blobOf(file) ? "looking" : "unseen" };
      const entry = { id: (this.#lastId += 1), given: file, told };
      this.files = [...this.files.filter((other) => other.given.name !== file.name), entry];
      // One after another, so that one worker is enough for all of them.
      if (told.is === "looking") this.#looking = this.#looking.then(() => this.#recognize(entry));
    }
    this.withdraw();
  }

  /** Puts files aside: all but those that are to stay. */
  retain(stays) {
    this.files = this.files.filter(stays);
    this.withdraw();
  }

  /** The report is no longer that of what was given. */
  withdraw() {
    this.cancel();
    this.report = undefined;
    this.#forget();
    this.#changed();
  }

  /** Reads and judges everything. A run that is under way ends first. */
  async run(asOf, named, heard) {
    this.cancel();
    this.#forget();
    this.report = undefined;
    const run = (this.#run = new AbortController());
    const { signal } = run;
    this.#changed();
    try {
      this.catalogue = await sharedCatalogue();
      mustBeKnown(named, this.catalogue.steps);
      if (this.files.length === 0) throw refusal("argument", "There is no file to check yet. Choose files first.");
      const contract = await this.#agreed(signal);
      const files = await unpacked(this.files.map(({ given }) => given));
      signal.throwIfAborted();
      const pilot = await sharedEngine().read(contract, files, { onProgress: heard, signal });
      this.#pilot = { pilot, asOf };
      heard({ stage: "comparing" });
      return (this.report = await pilot.check(asOf, { signal }));
    } catch (cause) {
      if (this.#run === run) this.#forget();
      throw cause;
    } finally {
      if (this.#run === run) this.#run = undefined;
      this.#changed();
    }
  }

  /** Ends a run that is under way. */
  cancel() {
    if (!this.#run) return;
    this.#run.abort();
    this.#run = undefined;
    this.#forget();
  }

  /** A row that the report names, as the file has it; undefined where the files are no longer held. */
  async row(...place) {
    return this.#pilot?.pilot.row(...place);
  }

  /** Every finding as CSV. */
  async findingsCsv() {
    if (!this.#pilot) throw refusal("misuse", "The files of this report are no longer held. Check them again.");
    return this.#pilot.pilot.findingsCsv(this.#pilot.asOf);
  }

  /** Gives back the memory of a worker, and ends what it does. What was given and the report stay. */
  release() {
    this.cancel();
    this.#forget();
  }

  #forget() {
    this.#pilot?.pilot.free();
    this.#pilot = undefined;
  }

  async #agreed(signal) {
    if (isGiven(this.contract)) return this.contract;
    if (!isGiven(this.contractSrc)) {
      if (this.chosen) return this.chosen;
      throw refusal("argument", "There is no contract yet. Choose the contract file first.");
    }
    const address = new URL(this.contractSrc, document.baseURI);
    if (address.origin !== location.origin) {
      throw refusal("argument", `contract-src is “${address}”, which is of another origin. Give the contract itself by the property \`contract\`.`);
    }
    return fetch(address, { mode: "same-origin", signal }).catch((cause) => {
      signal.throwIfAborted();
      throw refusal("argument", `The contract at ${address} could not be fetched: ${cause.message}. Where the page's policy forbids it, give the contract itself by the property \`contract\`.`, cause);
    });
  }

  async #recognize(entry) {
    try {
      const head = await headOf(blobOf(entry.given));
      entry.told = isPacked(head) ? { is: "unseen" } : toldOf(await sharedEngine().recognize(entry.given.name, head));
    } catch {
      // The check will say what is wrong with it.
      entry.told = { is: "unseen" };
    }
    this.#changed();
  }
}

const isGiven = (value) => value !== undefined && value !== null;

function mustBeKnown(named, steps) {
  const unknown = named.find((name) => !steps.some(({ step }) => step === name));
  if (unknown === undefined) return;
  throw refusal("misuse", `step names “${unknown}”, which is none. Name one or several of ${steps.map(({ step }) => step).join(", ")}, or leave it out.`);
}

/** The files, with those in place of a workbook or an archive that are in it. */
async function unpacked(files) {
  const parts = files.map(async (file) => {
    const blob = file.part === undefined && blobOf(file);
    if (!blob || !isPacked(await headOf(blob))) return [file];
    const { unpack } = await spreadsheets();
    return unpack(file.name, new Uint8Array(await blob.arrayBuffer()));
  });
  return (await Promise.all(parts)).flat();
}

const toldOf = (table) => (table === undefined ? { is: "unknown" } : { is: "table", table });

const headOf = async (blob) => new Uint8Array(await blob.slice(0, headBytes).arrayBuffer());

const isPacked = (head) => packedHeads.includes(Array.from(head.subarray(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join(""));

/** The bytes of a file, where they can be had without beginning a stream. */
function blobOf(file) {
  const bytes = file instanceof Blob ? file : file.bytes;
  if (bytes instanceof Blob) return bytes;
  return bytes instanceof ArrayBuffer || ArrayBuffer.isView(bytes) ? new Blob([bytes]) : undefined;
}
