import { z } from "zod";
import { isSystem } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { command, nothing } from "@/lib/kernel/command";
import { pendingTimedOut } from "../facts";
import { findJournal } from "../store/journals";
import { addSeals, findLastSeal, hashLink, holdSealer, listUnsealed } from "../store/seals";
import { endPending } from "./write";

const AT_ONCE = 500;

/** Chains what was written since the last time. What is younger than the last run (a minute) is not sealed yet.
 * Returns how many journals were sealed now. */
export const sealJournals = command({
  name: "ledger.seal",
  input: z.strictObject({}),
  audit: "itself",
  evenReadOnly: true,
  load: nothing,
  allow: isSystem,
  run: async (work) => {
    await holdSealer(work);
    let last = await findLastSeal(work);
    const unsealed = await listUnsealed(work, AT_ONCE);
    const seals = unsealed.map((journal) => {
      const seq = last.seq + 1;
      last = { seq, journalId: journal.id, hash: hashLink(last.hash, seq, journal) };
      return last;
    });
    if (seals.length > 0) addSeals(work, seals);
    return seals.length;
  },
});

/** Frees what one pending journal set aside when its time is up; on any other it does nothing. Returns whether it did. */
export const expirePending = command({
  name: "ledger.expire",
  input: z.strictObject({ journalId: z.uuid() }),
  audit: "itself",
  evenReadOnly: true,
  load: async (work: Work, { journalId }) => (isSystem(work.actor) ? findJournal(work, journalId) : null),
  allow: isSystem,
  run: async (work, { journalId }, journal) => {
    if (!journal) return false;
    const { phase, ending, expiresAt, reference } = journal;
    if (phase !== "pending" || ending || !expiresAt || expiresAt > work.now) return false;
    await endPending(work, journalId, "timed_out");
    work.tell(pendingTimedOut, { journalId, reference });
    return true;
  },
});
