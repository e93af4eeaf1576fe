/** Beyond this a failure only repeats itself. */
const LONGEST = 300;

/** What people wrote or are called by, and what opens something: quoted words, addresses, numbers to call, long random text. */
const UNTOLD = [
  /"[^"]*"|'[^']*'|`[^`]*`|«[^»]*»|“[^”]*”/g,
  /[^\s<>(]+@[^\s<>)]+/g,
  /[\w+/=-]{24,}/g,
  /\+?\d[\d ()-]{5,}\d/g,
  /\?[^\s]*=[^\s]*/g,
];

type Known = Error & { code?: unknown; constraint_name?: unknown };

/** What lies behind it, of many the first: a failed query says only what was asked, with all that was put into it. */
function causeOf(error: unknown): unknown {
  const { cause, errors } = (error ?? {}) as { cause?: unknown; errors?: unknown[] };
  const behind = cause ?? errors?.[0];
  return behind instanceof Error ? causeOf(behind) : error;
}

/** What failed, in words that carry nobody's data: for logs that many read, and rows that stay. */
export function tellPlainly(error: unknown): string {
  const cause = causeOf(error);
  if (!(cause instanceof Error)) return "Not an error";
  const { name, message, code, constraint_name: constraint } = cause as Known;
  const words = UNTOLD.reduce((text, part) => text.replaceAll(part, "…"), message.split("\nparams:")[0] ?? "");
  const kind = [name, code, constraint].filter((one) => typeof one === "string").join(" ");
  return `${kind}: ${words.replaceAll(/\s+/g, " ").trim()}`.slice(0, LONGEST);
}

/** The same failure without anybody's data, and with where it came from. */
export function plainError(error: unknown): Error {
  const plain = new Error(tellPlainly(error));
  const { stack = "" } = Object(causeOf(error)) as Error;
  plain.stack = [plain.message, ...stack.split("\n").filter((line) => /^\s+at /.test(line))].join("\n");
  return plain;
}

const KEPT = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z) (.*)$/s;
/** What the queue keeps of a job's failure: the queue itself does not keep the hour. */
export const keptError = (error: unknown, now: Date): Error => {
  const plain = plainError(error);
  plain.message = `${now.toISOString()} ${plain.message}`;
  return plain;
};
/** What was kept; what was not kept by us may carry anything, and is not told. */
export function readKept(text: string | null): { failedAt: Date | null; error: string | null } {
  const [, at, error] = KEPT.exec(text ?? "") ?? [];
  return at && error ? { failedAt: new Date(at), error } : { failedAt: null, error: null };
}
