// The worker's side of the conversation: it does what it is told, one thing after another, and says how far it has come.
import * as glue from "./glue.js";
import * as payers from "./payers-glue.js";
import { useReader } from "./reader.js";

/** Small enough that progress moves, large enough that the slices cost nothing. */
const sliceBytes = 8 << 20;

/** Answers every message of a port. `post` sends what is said and hands over the buffers that are listed. */
export function serve(post) {
  let delivery, pilot, memory;
  let [digests, received, total, handedOver] = [[], 0, 0, []];
  const tell = (stage) => (progress) => post({ progress: { stage, ...progress } });
  const arrived = (file, bytes) => {
    received += bytes;
    tell("receiving")({ file, rows: 0, doneBytes: received, totalBytes: Math.max(total, received) });
  };

  const sign = async () => {
    for (const [place, digest] of (await Promise.all(digests)).entries()) {
      if (digest) delivery.sign(place, new Uint8Array(digest));
    }
  };

  const does = {
    start(wasm) {
      ({ memory } = glue.initSync({ module: wasm }));
    },
    /** Refuses a contract, a mapping, or an instant that cannot be judged at, before any file crosses. */
    agree({ contract, mapping, asOf, totalBytes }) {
      [delivery, digests, received, total] = [new glue.Delivery(contract, mapping, asOf), [], 0, totalBytes];
    },
    begin: ({ name, size, dataset, part, notes }) => delivery.begin(name, size, dataset, part, notes ?? undefined),
    append(name, piece) {
      delivery.append(piece);
      arrived(name, piece.length);
    },
    async appendBlob(name, blob) {
      for (let start = 0; start < blob.size; start += sliceBytes) {
        does.append(name, new Uint8Array(await blob.slice(start, start + sliceBytes).arrayBuffer()));
      }
    },
    take(name, pieces) {
      delivery.take(name, pieces);
      digests.push(undefined);
      arrived(name, pieces[1].length);
    },
    // The platform takes the digest while the next file arrives.
    end: (digest) => void digests.push(digest ?? delivery.digest()?.catch(() => undefined)),
    /** Opens the one file that has arrived, and gives all of it away. */
    async open() {
      await sign();
      const pieces = delivery.open();
      handedOver = pieces.map(({ buffer }) => buffer);
      return pieces;
    },
    needsPayers: () => delivery.needsPayers(),
    payers(wasm) {
      payers.initSync({ module: wasm });
      useReader(payers.read);
    },
    async read() {
      await sign();
      const whole = delivery;
      delivery = undefined;
      pilot = whole.read({ onProgress: tell("reading") });
    },
    check: (asOf) => pilot.check(asOf),
    build: (record, asOf) => pilot.build(record, asOf),
    whyTier: (step, asOf, key) => pilot.whyTier(step, asOf, key),
    findingsCsv: (asOf) => pilot.findingsCsv(asOf),
    row: (...place) => pilot.row(...place),
    controls: () => glue.controls(),
    intakeRules: () => glue.intakeRules(),
    steps: () => glue.steps(),
    recognize: (fileName, head) => glue.recognize(fileName, head),
    /** Forgets everything, and says how much memory is held all the same: an engine never gives any back. */
    clear() {
      pilot?.free();
      delivery?.free();
      pilot = delivery = undefined;
      return memory.buffer.byteLength;
    },
  };

  return async ({ does: what, given }) => {
    try {
      const answer = await does[what](...given);
      post({ answer }, handedOver.splice(0));
    } catch (error) {
      const { name, code, message } = error;
      post(name === "TieoutError" ? { refused: { code, message } } : { failed: { name, message } });
    }
  };
}
