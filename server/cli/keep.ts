import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** Writes a made file. One that says it already is left alone: nobody who reads meanwhile finds it half written. */
export function keepWritten(file: string, text: string): void {
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
}
