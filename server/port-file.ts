import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileTrouble } from "@/db/start-error";

const file = (dataDir: string) => join(dataDir, "port");

/** Which port the program got, for commands beside it: on the one that was asked for another program may answer. */
export function keepPort(dataDir: string, port: number): void {
  try {
    writeFileSync(file(dataDir), `${port}\n`);
  } catch (error) {
    throw fileTrouble(error, file(dataDir));
  }
}

/** The port of the program that runs on this data folder, or ran last; null where none ever did. */
export function keptPort(dataDir: string): number | null {
  try {
    return Number(readFileSync(file(dataDir), "utf8")) || null;
  } catch {
    return null;
  }
}
