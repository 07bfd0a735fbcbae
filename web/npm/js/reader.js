// Where the engine finds what reads payers' own formats, once that was started. It starts nothing by itself.
let reader;

/** Has the engine ask this reader from now on. */
export function useReader(read) {
  reader = read;
}

/** The reader; undefined where none was started. */
export const payersReader = () => reader;
