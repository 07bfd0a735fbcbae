// Files on their way to a worker: in pieces, or opened by another one already.
import { copied, owned, written } from "./source.js";

/**
 * Hands over what was agreed and then the files, one after another, and has them read. `payers` gives the module for
 * payers' own formats, and is asked for it once a file is in one.
 */
export async function deliver(thread, contract, asOf, files, options, payers) {
  await agree(thread, files, { contract: await written(contract, "`contract`"), asOf }, options);
  for (const file of files) await (file.opened ? take : arrive)(thread, file, options);
  if (await thread.do("needsPayers")) await thread.do("payers", [await payers()]);
  await thread.do("read");
}

/** Has a worker open one file by itself and give it back, large pieces whole. */
export async function opened(thread, file, options) {
  if (file.opened) return file.opened;
  await agree(thread, [file], {}, options);
  await arrive(thread, file, options);
  const [{ name, dataset, digest }, pieces] = [file, await thread.do("open")];
  // What can only be read beside others comes back as it was.
  return pieces.length === 1 ? { name, dataset, digest, bytes: pieces[0] } : { name, pieces };
}

async function agree(thread, files, terms, { mapping }) {
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
  await thread.do("agree", [{ ...terms, mapping: mapping && (await written(mapping, "`mapping`")), totalBytes }]);
}

async function arrive(thread, { name, dataset, digest, part, notes, source }, { transfer }) {
  const { size, blob, whole, pieces } = await source();
  await thread.do("begin", [{ name, size, dataset, part, notes }]);
  if (blob) await thread.do("appendBlob", [name, blob]);
  else for await (const piece of transfer && whole ? [owned(whole)] : pieces()) await thread.do("append", [name, piece], [piece.buffer]);
  await thread.do("end", [digest]);
}

async function take(thread, { name, opened }, { transfer }) {
  const pieces = opened.pieces.map((piece) => (transfer ? piece : copied(piece)));
  await thread.do("take", [name, pieces], pieces.map(({ buffer }) => buffer));
}
