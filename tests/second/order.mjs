/** The order of ids: by their bytes. */

export const byBytes = (a, b) => Buffer.compare(Buffer.from(a ?? ""), Buffer.from(b ?? ""));
