// The types of `tieout/worker`.
/// <reference lib="esnext.disposable" />
import type { Control, DatasetName, Explanation, FileRow, IntakeRule, PartNote, Progress as Reading, Report, Step, StepTitle, TieoutError } from "./glue.js";
import type { Wasm } from "./engine.js";

export type * from "./glue.js";
export type { Wasm } from "./engine.js";

/**
 * Bytes as they may be given. A `File` or `Blob` crosses to the worker as it is and is read there; a stream or a
 * response crosses piece by piece, without a copy. Of a `Uint8Array` a copy crosses, unless `transfer` gives it away.
 */
export type Source = Uint8Array | ArrayBuffer | Blob | Response | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** A file for a worker: a `File` as the browser has it, or its name and what its bytes come from. */
export type WorkerFile = File | {
  /** Its name, with or without a path. */
  name: string;
  /** Its bytes, or a function that is asked for them once a worker is ready for this file. */
  bytes: Source | (() => Source | Promise<Source>);
  /** The table that it is, where its name and its header do not tell. */
  dataset?: DatasetName;
  /** Its SHA-256, where you have it; otherwise the platform takes it. */
  digest?: Uint8Array;
  /** Which part of a file these bytes are, as a sheet of a workbook; `digest` is then that of the whole file. */
  part?: string;
  /** How the part was taken out of the file, as `tieout/spreadsheets` tells it. */
  notes?: PartNote[];
};

declare const opened: unique symbol;

/**
 * A file that a worker has opened by itself, as `open` gives it: decoded, repaired and cut into rows. Give it wherever a
 * file is asked for. It is bytes and plain values, which cross to another worker by `postMessage`.
 *
 * Opened files are what can be brought together: nothing of one rests on the contract, on an instant or on another file,
 * so that a run over opened files is, byte for byte, a run over the files. Rows are compared only once all are there.
 */
export interface OpenedFile {
  /** The file's name. */
  readonly name: string;
  readonly [opened]: true;
}

/** How far a worker has come. First all bytes are received, then all tables are read; each goes from none to all. */
export type Progress = Reading & {
  /** Which of the two. */
  stage: "receiving" | "reading";
};

/** What a question to a worker may say besides. */
export interface AskOptions {
  /** Ends the worker at once; the promise rejects with the signal's reason, which is an `AbortError` unless you gave another. */
  signal?: AbortSignal;
}

/** What a question that brings files may say besides. */
export interface ReadOptions extends AskOptions {
  /** Is told now and then how far the worker has come. What it throws, the promise rejects with. */
  onProgress?: (progress: Progress) => void;
  /** The mapping file, which says what the files' own headers and words stand for. */
  mapping?: string | Source;
  /** Gives the buffers of `Uint8Array`s and opened files away to the worker instead of copying them: they are empty afterwards. */
  transfer?: boolean;
}

/** How an engine in workers is started. */
export interface StartOptions {
  /** The engine; without it the package's own: `tieout.wasm` in a page, `tieout.fast.wasm` in Node. Give a `WebAssembly.Module` where nothing may be fetched. */
  wasm?: Wasm | Promise<Wasm>;
  /** What reads payers' own formats, likewise, or a function that is asked for it once a file is in one; without it the package's own `payers.wasm`. */
  payers?: Wasm | Promise<Wasm> | (() => Wasm | Promise<Wasm>);
  /** The worker's script, where it is not found beside this one: its address, its text as a `Blob`, or a function that makes the worker. */
  thread?: string | URL | Blob | (() => unknown);
  /** How many work at the same time; without it as many as the machine has processors. Others wait their turn. */
  workers?: number;
}

/** One pilot to be checked among many. */
export interface Job {
  /** By which the result is told from the others. */
  name: string;
  contract: string | Source;
  /** The instant, as `check` takes it. */
  asOf: string;
  files: Iterable<WorkerFile | OpenedFile>;
  mapping?: string | Source;
}

/** What one of many pilots came to: its report, or why it could not be asked for. */
export type JobResult = { name: string; report: Report; error?: undefined } | { name: string; report?: undefined; error: TieoutError };

/** The engine in workers. Each question has a worker to itself while it is answered. */
export interface Engine {
  /** As `check` of `tieout`, off the main thread. */
  check(contract: string | Source, asOf: string, files: Iterable<WorkerFile | OpenedFile>, options?: ReadOptions): Promise<Report>;
  /** As `build` of `tieout`, off the main thread. */
  build(record: Step | DatasetName, contract: string | Source, asOf: string, files: Iterable<WorkerFile | OpenedFile>, options?: ReadOptions): Promise<string>;
  /** As `read` of `tieout`, off the main thread. The pilot keeps its worker until it is freed. */
  read(contract: string | Source, files: Iterable<WorkerFile | OpenedFile>, options?: ReadOptions): Promise<Pilot>;
  /**
   * Opens a file by itself, which as many workers do at once as there are files, or as each arrives. A table may come in
   * several files, one for each month or region: they are joined when they are read. The mapping must be that of the run.
   */
  open(file: WorkerFile, options?: ReadOptions): Promise<OpenedFile>;
  /** As `whyTier` of `tieout`, off the main thread. */
  whyTier(step: Step, contract: string | Source, asOf: string, files: Iterable<WorkerFile | OpenedFile>, key: string, options?: ReadOptions): Promise<Explanation | undefined>;
  /** Every control, in the order of reports. */
  controls(options?: AskOptions): Promise<Control[]>;
  /** Every rule that files are held to before any control is asked. */
  intakeRules(options?: AskOptions): Promise<IntakeRule[]>;
  /** Every step and what it makes, in the order of the work. */
  steps(options?: AskOptions): Promise<StepTitle[]>;
  /** The table that a file would be read as, told by its name or else by its first bytes; undefined if it is none. */
  recognize(fileName: string, head: Uint8Array, options?: AskOptions): Promise<DatasetName | undefined>;
  /**
   * Checks many pilots, as many at a time as there are workers, and gives each result in the order of the jobs.
   *
   * The jobs may be without number: only some are asked for ahead. A job that cannot be asked is a result with an
   * `error` and stops no other.
   *
   * What work can be shared the types say: whole pilots here, and with `open` the files of one. No type is a part of a
   * report, since what a control says of one row may rest on any row of any table.
   */
  checkAll(jobs: Iterable<Job> | AsyncIterable<Job>, options?: AskOptions): AsyncGenerator<JobResult, void, undefined>;
  /** Ends every worker. Whatever is still waited for rejects with an `AbortError`. */
  close(): void;
  [Symbol.dispose](): void;
}

/** A pilot that a worker has read and keeps, to be asked as often as you like and at any instant. */
export declare class Pilot {
  private constructor();
  /** Holds the files against the contract, at an instant, and returns every difference. */
  check(asOf: string, options?: AskOptions): Promise<Report>;
  /** Builds a table that a step makes from its sources and returns it as CSV. */
  build(record: Step | DatasetName, asOf: string, options?: AskOptions): Promise<string>;
  /** Why a participant or an event is in its tier. */
  whyTier(step: Step, asOf: string, key: string, options?: AskOptions): Promise<Explanation | undefined>;
  /** Every difference at an instant, as the CSV that people forward. */
  findingsCsv(asOf: string, options?: AskOptions): Promise<string>;
  /** The row that a finding names by its table and line, as the file has it; undefined where there is none. */
  row(dataset: DatasetName, line: number, file?: string, options?: AskOptions): Promise<FileRow | undefined>;
  /** Ends the worker. So does a question whose signal aborts it. */
  free(): void;
  [Symbol.dispose](): void;
}

/** Starts an engine of your own: with its own workers, from its own WebAssembly. No worker begins before it is needed. */
export function start(options?: StartOptions): Engine;

/** `check` of an engine that all callers share, started when it is first asked. */
export const check: Engine["check"];
/** `build` of the engine that all callers share. */
export const build: Engine["build"];
/** `read` of the engine that all callers share. */
export const read: Engine["read"];
/** `open` of the engine that all callers share. */
export const open: Engine["open"];
/** `whyTier` of the engine that all callers share. */
export const whyTier: Engine["whyTier"];
/** `controls` of the engine that all callers share. */
export const controls: Engine["controls"];
/** `intakeRules` of the engine that all callers share. */
export const intakeRules: Engine["intakeRules"];
/** `steps` of the engine that all callers share. */
export const steps: Engine["steps"];
/** `recognize` of the engine that all callers share. */
export const recognize: Engine["recognize"];
/** `checkAll` of the engine that all callers share. */
export const checkAll: Engine["checkAll"];
/** The contract file's JSON Schema, as `contractSchema` of `tieout`; it takes no worker. */
export function contractSchema(): Promise<Record<string, unknown>>;
