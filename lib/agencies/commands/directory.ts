import type { Work } from "@/lib/kernel/call";
import { conflict } from "@/lib/kernel/fault";
import { drawCode } from "../rules/codes";
import { addEntry, type DirectoryKind, removeEntries } from "../store/directory";

/** Plain verb: puts a token (kept as its hash) into the directory. */
export async function addToDirectory(
  work: Work,
  entry: { kind: DirectoryKind; key: string; subjectId: string; expiresAt: Date | null },
): Promise<void> {
  if (!(await addEntry(work, entry))) throw conflict("busy");
}

/** Plain verb: closes everything of this kind that opens the subject, at once. */
export const removeFromDirectory = (work: Work, kind: DirectoryKind, subjectId: string): Promise<void> =>
  removeEntries(work, kind, subjectId);

/** Plain verb: a fresh join code for the subject; the codes it had before are dead at once. */
export async function issueCode(work: Work, subjectId: string): Promise<string> {
  await removeEntries(work, "join_code", subjectId);
  for (;;) {
    const key = drawCode();
    if (await addEntry(work, { kind: "join_code", key, subjectId, expiresAt: null })) return key;
  }
}
