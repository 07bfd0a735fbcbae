// What both readers must find in a sheet's text: its lines, its cells, and the sum of its last column. No cell has a comma.

export function ofText(text) {
  const lines = text.trimEnd().split("\n");
  let [cells, sum] = [0, 0];
  for (const line of lines) {
    const parts = line.split(",");
    cells += parts.length;
    sum += Number(parts.at(-1)) || 0;
  }
  return { lines: lines.length, cells, sum };
}
