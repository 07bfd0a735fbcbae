/* tslint:disable */
/* eslint-disable */
/** One table of a workbook or an archive, as a file of its own. */
export interface Part {
    /** The sheet's name, or the member's path in the archive. */
    part: string;
    /** A sheet as comma-delimited UTF-8, whose n-th record is the sheet's n-th row; a member of an archive as it is. */
    bytes: Uint8Array;
    /** How it was read, where that took more than reading it; as in a report's `inputs[].notes`. */
    notes: PartNote[];
}

/** One thing to know about how a sheet was read. */
export interface PartNote {
    /** In what form it was read, or what looks wrong and may be right. */
    kind: "read" | "doubted";
    field: null;
    /** How many rows or cells it is about; 0 where counting says nothing. */
    cells: number;
    /** The first row that it is about, as a spreadsheet numbers rows. */
    line: number | null;
    /** The note in a sentence. */
    message: string;
}

/** A sheet of a workbook that is made: a page of text, a table with its rows, or a table to be filled in. */
export type Sheet =
| { name: string; paragraphs: readonly string[] }
| { name: string; columns: readonly SheetColumn[]; rows?: readonly (readonly string[])[] };

/** A column of a sheet that is made. */
export interface SheetColumn {
    name: string;
    /** Text unless it says otherwise; a cell that is no date or number stays the text that it is. */
    form?: "text" | "date" | "number";
    /** Whether each row must have it. */
    required?: boolean;
    /** What it holds, for who fills it in. */
    hint?: string;
    /** The values that it may have, where they are few. */
    choices?: readonly string[];
}



/**
 * Whether a file that begins so is a workbook or an archive, whatever its name says. Eight bytes are enough.
 */
export function isPacked(head: Uint8Array): boolean;

/**
 * The sheets of a workbook, or the members of an archive, each as a file that the engine reads.
 *
 * A file that is damaged, protected by a password, or larger than a browser can hold once it is unpacked, throws an
 * `Error` whose message says what to do. Anything else that is thrown is a fault of this module: start it anew.
 */
export function unpack(name: string, bytes: Uint8Array): Part[];

/**
 * A workbook of these sheets. The same sheets give the same bytes, and a table reads back as it was written.
 */
export function write(sheets: readonly Sheet[]): Uint8Array;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly isPacked: (a: any) => number;
    readonly unpack: (a: any, b: any) => [number, number, number];
    readonly write: (a: any) => [number, number, number];
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __externref_table_dealloc: (a: number) => void;
    readonly __wbindgen_start: () => void;
}

export type SyncInitInput = BufferSource | WebAssembly.Module;

/**
 * Instantiates the given `module`, which can either be bytes or
 * a precompiled `WebAssembly.Module`.
 *
 * @param {{ module: SyncInitInput }} module - Passing `SyncInitInput` directly is deprecated.
 *
 * @returns {InitOutput}
 */
export function initSync(module: { module: SyncInitInput } | SyncInitInput): InitOutput;

/**
 * If `module_or_path` is {RequestInfo} or {URL}, makes a request and
 * for everything else, calls `WebAssembly.instantiate` directly.
 *
 * @param {{ module_or_path: InitInput | Promise<InitInput> }} module_or_path - Passing `InitInput` directly is deprecated.
 *
 * @returns {Promise<InitOutput>}
 */
export default function __wbg_init (module_or_path?: { module_or_path: InitInput | Promise<InitInput> } | InitInput | Promise<InitInput>): Promise<InitOutput>;
