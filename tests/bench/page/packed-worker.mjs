// Starts the module, opens the file, and counts what its text says.

import { answer } from "./conversation.mjs";
import { ofText } from "./sheet-counts.mjs";

let sheets, exports;

answer(async (message) => {
  if (message.start) {
    sheets = await import("/web/sheets/pkg/tieout_sheets.js");
    exports = await sheets.default();
    return {};
  }
  if (message.howMuchMemory) return { wasmBytes: exports.memory.buffer.byteLength };
  const [{ bytes }] = sheets.unpack(message.file.name, new Uint8Array(await message.file.arrayBuffer()));
  return { counts: ofText(new TextDecoder().decode(bytes)) };
});
