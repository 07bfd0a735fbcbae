// The types of `tieout/spreadsheets`.
import type { InputFile } from "./glue.js";
import type { Sheet, UnpackProgress } from "./sheets.js";
import type { Wasm } from "./engine.js";

export type { Part, PartNote, Sheet, SheetColumn, UnpackProgress } from "./sheets.js";

/**
 * Starts the module from another place than the package's own file `sheets.wasm`, from which it is fetched by itself when
 * it is first asked.
 */
export default function init(wasm?: Wasm | Promise<Wasm>): Promise<void>;

/** Whether a file that begins so is a workbook or an archive, whatever its name says. Eight bytes are enough. */
export function isPacked(head: Uint8Array): Promise<boolean>;

/**
 * The sheets of a workbook, or the members of an archive, each as a file that every question takes.
 *
 * A file that is damaged, protected by a password, or larger than a browser can hold once it is unpacked, is refused with
 * a `TieoutError` whose message says what to do. `onProgress` is told now and then how far the opening has come, while the
 * thread is busy with it: give the work to a worker where a page has to answer meanwhile.
 */
export function unpack(
  name: string,
  bytes: Uint8Array,
  options?: { onProgress?: (progress: UnpackProgress) => void },
): Promise<InputFile[]>;

/** A workbook of these sheets. The same sheets give the same bytes, and a table reads back as it was written. */
export function write(sheets: readonly Sheet[]): Promise<Uint8Array>;
