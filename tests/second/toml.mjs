/** As much TOML as a contract uses: tables, arrays of tables, inline values; numbers and dates stay text. */

export function readToml(text) {
  const root = {};
  const cursor = { text, at: 0 };
  let table = root;
  for (skipBlank(cursor); cursor.at < text.length; skipBlank(cursor)) {
    if (text.startsWith("[[", cursor.at)) {
      table = append(root, header(cursor, "[[", "]]"));
    } else if (text[cursor.at] === "[") {
      table = descend(root, header(cursor, "[", "]"));
    } else {
      const path = keyPath(cursor, "=");
      const name = path.pop();
      descend(table, path)[name] = value(cursor);
    }
  }
  return root;
}

function header(cursor, open, close) {
  cursor.at += open.length;
  const path = keyPath(cursor, "]");
  cursor.at += close.length - 1;
  return path;
}

function keyPath(cursor, end) {
  const from = cursor.at;
  while (cursor.at < cursor.text.length && cursor.text[cursor.at] !== end) cursor.at += 1;
  const path = cursor.text.slice(from, cursor.at).split(".");
  cursor.at += 1;
  return path.map((part) => part.trim().replace(/^"(.*)"$/, "$1"));
}

function descend(table, path) {
  return path.reduce((at, name) => {
    at[name] ??= {};
    return Array.isArray(at[name]) ? at[name].at(-1) : at[name];
  }, table);
}

function append(root, path) {
  const name = path.at(-1);
  const parent = descend(root, path.slice(0, -1));
  parent[name] ??= [];
  parent[name].push({});
  return parent[name].at(-1);
}

function value(cursor) {
  skipBlank(cursor);
  const char = cursor.text[cursor.at];
  if (char === '"' || char === "'") return string(cursor, char);
  if (char === "[") return list(cursor);
  if (char === "{") return inlineTable(cursor);
  const found = /^[^\s,\]}#]+/.exec(cursor.text.slice(cursor.at, cursor.at + 80));
  if (!found) throw new Error(`no value at ${cursor.text.slice(cursor.at, cursor.at + 20)}`);
  cursor.at += found[0].length;
  return found[0] === "true" ? true : found[0] === "false" ? false : found[0];
}

function string(cursor, mark) {
  let out = "";
  for (cursor.at += 1; cursor.text[cursor.at] !== mark; cursor.at += 1) {
    if (cursor.at >= cursor.text.length) throw new Error("a string does not end");
    if (mark === '"' && cursor.text[cursor.at] === "\\") cursor.at += 1;
    out += cursor.text[cursor.at];
  }
  cursor.at += 1;
  return out;
}

function list(cursor) {
  const items = [];
  cursor.at += 1;
  for (skipBlank(cursor); cursor.text[cursor.at] !== "]"; skipBlank(cursor)) {
    items.push(value(cursor));
    skipBlank(cursor);
    if (cursor.text[cursor.at] === ",") cursor.at += 1;
  }
  cursor.at += 1;
  return items;
}

function inlineTable(cursor) {
  const table = {};
  cursor.at += 1;
  for (skipBlank(cursor); cursor.text[cursor.at] !== "}"; skipBlank(cursor)) {
    const path = keyPath(cursor, "=");
    const name = path.pop();
    descend(table, path)[name] = value(cursor);
    skipBlank(cursor);
    if (cursor.text[cursor.at] === ",") cursor.at += 1;
  }
  cursor.at += 1;
  return table;
}

function skipBlank(cursor) {
  for (;;) {
    while (/\s/.test(cursor.text[cursor.at] ?? "x")) cursor.at += 1;
    if (cursor.text[cursor.at] !== "#") return;
    while (cursor.at < cursor.text.length && cursor.text[cursor.at] !== "\n") cursor.at += 1;
  }
}
