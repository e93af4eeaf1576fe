import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { writeWhole } from "@/db/embedded/folder";
import { codeOf, StartError } from "@/db/start-error";

const State = z.object({
  /** Where the database lives: relative to the data folder, or absolute when its user cannot reach that folder. */
  home: z.string().min(1),
  port: z.number().int().min(1024).max(65535),
  superPassword: z.string().min(32),
  ownerPassword: z.string().min(32),
  loginPassword: z.string().min(32),
  /** Fingerprint of the statements the cluster was prepared with. */
  prepared: z.string().nullable(),
});
export type State = z.infer<typeof State>;

const file = (folder: string) => join(folder, "database.json");

/** What the data folder remembers about its database; null on the first start. */
export function readState(folder: string): State | null {
  let text: string;
  try {
    text = readFileSync(file(folder), "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
  try {
    return State.parse(JSON.parse(text));
  } catch {
    throw new StartError(
      `${file(folder)} is damaged; it holds the passwords of the database. Restore it from a backup, or move the whole data folder away to start afresh.`,
    );
  }
}

/** Fresh passwords for a database about to be made. */
export function newState(home: string, port: number): State {
  const secret = () => randomBytes(24).toString("hex");
  return {
    home,
    port,
    superPassword: secret(),
    ownerPassword: secret(),
    loginPassword: secret(),
    prepared: null,
  };
}

export const writeState = (folder: string, state: State): void =>
  writeWhole(file(folder), `${JSON.stringify(state, null, 2)}\n`);
