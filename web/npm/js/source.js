// Bytes as they may be given, taken apart into pieces that can be handed over. None of the caller's bytes is ever changed.
import { refusal } from "./refusal.js";

/** Small enough that progress moves, large enough that the pieces cost nothing. */
const pieceBytes = 8 << 20;

/** Every file that was given: its name, its size as far as it is known and, once asked for, what its bytes come from. */
export function filesOf(given) {
  if (typeof given?.[Symbol.iterator] !== "function" || typeof given === "string") {
    throw refusal("argument", "`files` is not a list. Give [{ name, bytes }, …] or a list of File.");
  }
  return Array.from(given, fileOf);
}

function fileOf(given, place) {
  if (given?.pieces) return { name: given.name, size: given.pieces[1].length, opened: given };
  const isFile = given instanceof Blob;
  const { name, bytes, dataset, digest, part, notes } = isFile ? { name: given.name, bytes: given } : (given ?? {});
  if (typeof name !== "string" || bytes === undefined || bytes === null) {
    throw refusal("argument", `\`files[${place}]\` is neither a File nor { name, bytes }. Give the one or the other.`);
  }
  const size = bytes.size ?? bytes.byteLength ?? 0;
  return { name, size, dataset, digest, part, notes, source: () => sourceOf(bytes, `“${name}”`) };
}

/** A contract or a mapping, as text or bytes. */
export async function written(given, what) {
  if (typeof given === "string") return given;
  const { blob, pieces } = await sourceOf(given, what);
  const parts = [];
  if (blob) parts.push(blob);
  else for await (const piece of pieces()) parts.push(piece);
  return new Uint8Array(await had(() => new Blob(parts).arrayBuffer(), what));
}

/** What bytes come from: a Blob, which crosses to a worker as it is, or pieces; and how many they are, where that is known. */
async function sourceOf(given, what) {
  const source = await had(() => (typeof given === "function" ? given() : given), what);
  if (source instanceof Blob) return { size: source.size, blob: source };
  if (source instanceof ArrayBuffer) return sourceOf(new Uint8Array(source), what);
  if (source instanceof Uint8Array) return { size: source.length, pieces: () => cut(source), whole: source };
  if (source instanceof Response) {
    if (!source.ok) throw refusal("argument", `${what} was answered with ${source.status}. Give the response that has the file.`);
    return { size: 0, pieces: () => streamed(source.body ?? new Blob().stream(), what) };
  }
  if (source?.getReader ?? source?.[Symbol.asyncIterator]) return { size: 0, pieces: () => streamed(source, what) };
  throw refusal("argument", `${what} cannot be read: give its bytes, a File, a Blob, a Response, a stream, or a function that returns one.`);
}

function* cut(bytes) {
  for (let start = 0; start < bytes.length; start += pieceBytes) yield copied(bytes.subarray(start, start + pieceBytes));
}

async function* streamed(source, what) {
  const reader = source.getReader?.();
  const iterator = reader ? { next: () => reader.read(), return: () => reader.cancel() } : source[Symbol.asyncIterator]();
  let isDone = false;
  try {
    for (;;) {
      const { done, value } = await had(() => iterator.next(), what);
      if ((isDone = done)) return;
      if (!(value instanceof Uint8Array)) throw refusal("argument", `${what} is a stream of something else than bytes. Give one of Uint8Array.`);
      yield owned(value);
    }
  } finally {
    // Whoever stops early lets the source know, and waits for nobody.
    if (!isDone) Promise.resolve(iterator.return?.()).catch(() => {});
  }
}

/** The bytes in a buffer of their own, which can be handed over. */
export function owned(bytes) {
  const isOwn = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
  return isOwn ? bytes : copied(bytes);
}

/** A copy, also of a Buffer, whose own `slice` makes none. */
export const copied = (bytes) => Uint8Array.prototype.slice.call(bytes);

/** What the caller's own code gives, or its failure as one sentence. */
async function had(get, what) {
  try {
    return await get();
  } catch (cause) {
    throw refusal("argument", `${what} cannot be read: ${cause?.message ?? cause}`, cause);
  }
}
