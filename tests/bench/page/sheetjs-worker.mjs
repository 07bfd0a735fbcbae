// Loads the library, opens the file in its quickest way, and counts what its text says.

import { answer } from "./conversation.mjs";
import { ofText } from "./sheet-counts.mjs";

let library;

answer(async (message) => {
  if (message.start) {
    library = await import("/tests/bench/rivals/node_modules/xlsx/xlsx.mjs");
    return {};
  }
  const book = library.read(await message.file.arrayBuffer(), { dense: true, cellHTML: false, cellFormula: false });
  return { counts: ofText(library.utils.sheet_to_csv(book.Sheets[book.SheetNames[0]])) };
});
