// The types of `tieout/element`.
import type { InputRef, Report, Step, StepState, TieoutError } from "./glue.js";
import type { Progress, Source, Wasm, WorkerFile } from "./worker.js";

export type { Report, TieoutError } from "./glue.js";
export type { Progress, Source, Wasm, WorkerFile } from "./worker.js";

/** Where the programs of every element come from. What is left out is a file beside the script. */
export interface Sources {
  /** The engine, `tieout/tieout.wasm`, or a function that is asked for it when it is needed. */
  engine?: Wasm | Promise<Wasm> | (() => Wasm | Promise<Wasm>);
  /** The panel, `tieout/element.wasm`, likewise. */
  element?: Wasm | Promise<Wasm> | (() => Wasm | Promise<Wasm>);
  /** What opens workbooks and archives, `tieout/sheets.wasm`, likewise. It is loaded when one of these is checked. */
  sheets?: Wasm | Promise<Wasm> | (() => Wasm | Promise<Wasm>);
  /** What reads payers' own formats, `tieout/payers.wasm`, likewise. It is loaded when a file in one of them is checked. */
  payers?: Wasm | Promise<Wasm> | (() => Wasm | Promise<Wasm>);
  /** The worker's script, `tieout/thread.js`: its address, its text as a `Blob`, or a function that makes the worker. */
  thread?: string | URL | Blob | (() => unknown);
}

/** Says where the programs come from. Call it where you import this module: each is asked for when an element first needs it. */
export function configure(sources: Sources): void;

/** What an element submits with its form, as JSON: which files were held against which contract, and how the steps stand. No row is in it. */
export interface Receipt {
  /** The version of Tieout that decided. */
  tieout: Report["tieout"];
  contract: Report["contract"];
  as_of: Report["as_of"];
  inputs: Pick<InputRef, "dataset" | "file" | "part" | "digest" | "rows">[];
  /** The steps that were begun. */
  steps: { step: Step; state: StepState; findings: number }[];
}

/** The events of an element. They bubble, and are heard outside of any shadow root. */
export interface TieoutCheckEventMap {
  /** A check has ended: its report. */
  "tieout-report": CustomEvent<Report>;
  /** How far a check has come. */
  "tieout-progress": CustomEvent<Progress>;
  /** Why a check could not be made; bad data is never an error. */
  "tieout-error": CustomEvent<TieoutError>;
}

/** `<tieout-check>`: takes a pilot's files, holds them against its contract, and shows every difference. */
export class TieoutCheck extends HTMLElement {
  static readonly formAssociated: true;
  /** The contract itself: its text, its bytes, or a file. As an attribute it is the text. Where it is given, the user does not choose one. */
  contract: string | Source | undefined;
  /** The address of the contract, of the page's own origin, fetched when a check begins. The attribute `contract-src`. */
  contractSrc: string;
  /** The files. Setting it replaces all; what the user drops or chooses comes to it. */
  get files(): WorkerFile[];
  set files(files: Iterable<WorkerFile> | null | undefined);
  /** The instant at which everything is judged. Where it is empty the user may set one; else it is now. The attribute `as-of`. */
  asOf: string;
  /** The steps that count, as `A1` or `A1 A2`. Where it is empty, all that were begun. */
  step: string;
  /** The language of numbers and dates, as `de-CH`. Where it is empty, that of the nearest `lang`, or the browser's. */
  locale: string;
  /** The name under which a form submits the receipt. */
  name: string;
  /** Whether the form can be sent only once every step that counts is clear. */
  required: boolean;
  /** Whether the user may give files and check them. */
  disabled: boolean;
  /** The report of these files; undefined until they were checked, and again once they change. */
  readonly report: Report | undefined;
  /** The worst state of the steps that count; `empty` without a report, `busy` during a check. CSS has it as `:state(clear)`. */
  readonly state: StepState | "empty" | "busy";
  /** What is submitted: a `Receipt` as JSON; null without a report. */
  readonly value: string | null;
  readonly type: string;
  readonly form: HTMLFormElement | null;
  readonly labels: NodeList;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  readonly willValidate: boolean;
  checkValidity(): boolean;
  reportValidity(): boolean;
  /** Checks what was given. Rejects with a `TieoutError`, or with an `AbortError` where it was cancelled. */
  check(): Promise<Report>;
  /** Ends a check that is under way. */
  cancel(): void;
  /** Puts aside the files and whatever came of them. So does the form when it is reset. */
  reset(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "tieout-check": TieoutCheck;
  }
  interface HTMLElementEventMap extends TieoutCheckEventMap {}
}
