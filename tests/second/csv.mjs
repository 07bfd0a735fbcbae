/** Comma-separated text to rows of trimmed cells, and back. */

/** Every row with its line as a spreadsheet numbers it (a row is one line, whatever breaks its cells hold). */
export function readCsv(text) {
  const body = text.replace(/^\uFEFF/, "");
  const delimiter = sniff(body);
  const rows = [];
  let cells = [];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    cells.push(cell.trim());
    cell = "";
  };
  const endRow = () => {
    endCell();
    rows.push({ line: rows.length + 1, cells });
    cells = [];
  };
  for (let at = 0; at < body.length; at += 1) {
    const char = body[at];
    if (quoted) {
      if (char !== '"') cell += char;
      else if (body[at + 1] === '"') cell += body[(at += 1)];
      else quoted = false;
    } else if (char === '"' && cell.trim() === "") {
      cell = "";
      quoted = true;
    } else if (char === delimiter) endCell();
    else if (char === "\n") endRow();
    else if (char !== "\r") cell += char;
  }
  if (cell !== "" || cells.length > 0) endRow();
  return rows;
}

export function writeCsv(header, rows) {
  const quote = (value) => {
    const text = value ?? "";
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [header, ...rows.map((row) => header.map((name) => row[name]))]
    .map((cells) => `${cells.map(quote).join(",")}\r\n`)
    .join("");
}

function sniff(body) {
  const head = body.split("\n").find((line) => line.trim() !== "") ?? "";
  const count = (mark) => head.split(mark).length;
  return [",", ";", "\t", "|"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
