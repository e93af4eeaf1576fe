import { randomBytes } from "node:crypto";
import { z } from "zod";
import { addToDirectory, removeFromDirectory } from "@/lib/agencies/commands/directory";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { command, nothing } from "@/lib/kernel/command";
import { forbidden, notFound } from "@/lib/kernel/fault";
import { hashToken } from "@/lib/kernel/hash-token";
import { newId } from "@/lib/kernel/ids";
import { IssueTracker } from "../contract";
import { trackerChanged } from "../facts";
import { isMember } from "../policy";
import { addTracker, listTrackers, setTracker } from "../store/trackers";

const callerId = ({ actor }: Work): string => {
  if (!isPerson(actor)) throw forbidden();
  return actor.userId;
};

/** Issues a companion tracker for the caller. The token is in this answer and nowhere else. */
export const issueTracker = command({
  name: "tracking.issue_tracker",
  input: IssueTracker,
  load: nothing,
  allow: isMember,
  run: async (work, { kind, name }) => {
    const userId = callerId(work);
    const token = `tr_${randomBytes(24).toString("base64url")}`;
    const id = newId();
    await addTracker(work, { id, userId, kind, name, tokenHash: hashToken(token) });
    await addToDirectory(work, { kind: "tracker", key: token, subjectId: id, expiresAt: null });
    work.tell(trackerChanged, { agencyId: agencyOf(work), userId, trackerId: id });
    return { id, kind, name, createdAt: work.now, token, path: `/api/v1/ingest/${kind}/${token}` };
  },
});

/** Ends a tracker of the caller: its token is refused from now on. */
export const revokeTracker = command({
  name: "tracking.revoke_tracker",
  input: z.strictObject({ id: z.uuid() }),
  load: async (work, { id }) => {
    const found = (await listTrackers(work, callerId(work))).find((tracker) => tracker.id === id);
    if (!found) throw notFound("tracker");
    return found;
  },
  allow: (actor, { userId }) => isPerson(actor) && actor.userId === userId,
  run: async (work, { id }, tracker) => {
    await setTracker(work, id, { revokedAt: work.now });
    await removeFromDirectory(work, "tracker", id);
    work.changed("trackers", id, tracker, { ...tracker, revokedAt: work.now });
    work.tell(trackerChanged, { agencyId: agencyOf(work), userId: tracker.userId, trackerId: id });
  },
});
