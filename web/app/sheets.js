
// Waits for the compiled module, then opens a file or writes a workbook, and says how far it is and how that went.
addEventListener('message', ({ data: module }) => {
  initSync({ module });
  addEventListener('message', ({ data }) => postMessage(answer(data)));
}, { once: true });

function answer({ file, sheets }) {
  try {
    return file ? { parts: parts(file) } : { book: new Blob([write(sheets)]) };
  } catch (error) {
    return { why: error instanceof WebAssembly.RuntimeError ? 'The file is too much for this page. Check it with the command line.' : String(error?.message ?? error) };
  }
}

function parts(file) {
  const bytes = new Uint8Array(new FileReaderSync().readAsArrayBuffer(file));
  const tell = (progress) => postMessage({ progress });
  return unpack(file.name, bytes, tell).map(({ part, bytes: own, notes }) => ({ part, notes, file: new File([own], file.name) }));
}
