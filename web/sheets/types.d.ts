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

/** How far the opening of a file has come. */
export interface UnpackProgress {
  /** The sheet or member that is being read. */
  part: string;
  /** Rows read so far, of all sheets. */
  rows: number;
  /** How much of the file is done, from 0 to 1; null where that is not known yet. */
  share: number | null;
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
