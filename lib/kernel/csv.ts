type Cell = string | number | null;

/** Quoted, and never read as a formula, since names come from people; numbers and phones stay what they are. */
const field = (value: Cell) => {
  const text = String(value ?? "");
  const isFormula =
    typeof value === "string" && /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) && !/^(\+\d+|-\d+(\.\d+)?)$/.test(text);
  return `"${(isFormula ? `'${text}` : text).replaceAll('"', '""')}"`;
};

/** A table as a file, RFC 4180, with the mark by which spreadsheets know UTF-8. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${rows.map((row) => row.map(field).join(",")).join("\r\n")}\r\n`;

/** The cells of one line, split at any of these signs but not within quotes; where a quote stays open, quotes mean nothing.
 * One walk however long the line is: a file comes from anybody. */
export function splitCells(line: string, signs: string): string[] {
  const quotes = line.split('"').length - 1;
  const cells: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let i = 0; i < line.length; i += 1) {
    const sign = line.charAt(i);
    if (sign === '"' && quotes % 2 === 0) isQuoted = !isQuoted;
    if (isQuoted || !signs.includes(sign)) continue;
    cells.push(line.slice(from, i));
    from = i + 1;
  }
  return [...cells, line.slice(from)];
}
