import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const SHARED = join(import.meta.dirname, "../../../shared/data");

/**
 * The text of a third-party file, which tests may read and the project may not contain. Without the folder the test is
 * skipped with a word, but never on CI, where a silent skip would prove nothing.
 */
export function sharedFile(path: string, skip: (note: string) => never): string {
  if (existsSync(SHARED)) return readFileSync(join(SHARED, path), "utf8");
  if (process.env.CI === "true") throw new Error(`../shared/data is missing: ${path} cannot be tested`);
  return skip(`../shared/data is not here, so ${path} was not tested`);
}
