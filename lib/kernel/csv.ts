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
