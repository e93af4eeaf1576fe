import { mkdirSync, realpathSync, renameSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileTrouble } from "@/db/start-error";

/** Makes the data folder when it is missing and returns its real path. Throws a StartError when it cannot be written. */
export function makeFolder(dataDir: string): string {
  const folder = resolve(dataDir);
  try {
    // As root the database's user must pass through; the files inside are 0600 or its own.
    mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    return realpathSync(folder);
  } catch (error) {
    throw fileTrouble(error, folder);
  }
}

/** Writes whole or not at all, readable by this user only: half a file, on a full disk, would stop every start after it. */
export function writeWhole(file: string, text: string): void {
  const draft = `${file}.new`;
  writeFileSync(draft, text, { mode: 0o600, flush: true });
  renameSync(draft, file);
}
