import { z } from "zod";
import { findMemberships } from "@/lib/agencies/queries/members";
import type { Work } from "@/lib/kernel/call";
import { anyone, command } from "@/lib/kernel/command";
import { Fault, notFound } from "@/lib/kernel/fault";
import { hashToken } from "@/lib/kernel/hash-token";
import { type Guarded, MAX_BATCH, type PositionSource } from "../contract";
import { readOsmand } from "../rules/osmand";
import { readOwnTracks } from "../rules/owntracks";
import type { Reading } from "../rules/reading";
import { findTrackerByHash, setTracker, type TrackerRow } from "../store/trackers";
import { loadSenders, record, type Sender } from "./record";

type Tracked = { tracker: TrackerRow; sender: Sender };

async function loadTracker(work: Work, token: string, kind: TrackerRow["kind"]): Promise<Tracked> {
  const tracker = await findTrackerByHash(work, hashToken(token));
  if (tracker?.kind !== kind) throw notFound("tracker");
  const [owner] = await findMemberships(work, [tracker.userId]);
  // Whom the agency shut out can stop nothing themselves: their device is stopped with them.
  if (!owner || owner.disabledAt) throw notFound("tracker");
  const [sender] = await loadSenders(work, [tracker.userId]);
  return { tracker, sender: sender! };
}

/** What a companion app sent, as the batch the record understands. One longer than a batch is refused whole. */
function asGuarded(reading: Reading): Guarded {
  if (!reading.ok) throw new Fault("malformed", reading.problem);
  if (reading.fixes.length > MAX_BATCH) throw new Fault("too_large", "body_too_large");
  const rejected = reading.dropped.map(({ at, battery }, i) => ({
    id: `#${i}`,
    reason: "invalid" as const,
    at,
    battery,
  }));
  return { fixes: reading.fixes, rejected };
}

async function take(work: Work, reading: Reading, source: PositionSource, { tracker, sender }: Tracked) {
  const guarded = asGuarded(reading);
  await setTracker(work, tracker.id, { lastSeenAt: work.now });
  if (guarded.fixes.length + guarded.rejected.length === 0) return { accepted: [], rejected: [] };
  const [receipt] = await record([work], [{ userId: tracker.userId, source, guarded }], [sender]);
  return receipt!;
}

const Token = z.string().min(1).max(200);
const Body = z.string().max(1_000_000);

/** An OwnTracks body under a tracker's token; whatever is no position is taken and ignored, as the app expects. */
export const ingestOwnTracks = command({
  name: "tracking.ingest_owntracks",
  input: z.strictObject({ token: Token, body: Body }),
  audit: "itself",
  evenReadOnly: true,
  load: (work, { token }) => loadTracker(work, token, "owntracks"),
  allow: anyone,
  run: (work, { body }, tracked) => take(work, readOwnTracks(body, tracked.tracker.id), "owntracks", tracked),
});

/** An OsmAnd query or form, or a Traccar JSON body, under a tracker's token. */
export const ingestOsmand = command({
  name: "tracking.ingest_osmand",
  input: z.strictObject({ token: Token, query: z.string().max(20_000), body: Body }),
  audit: "itself",
  evenReadOnly: true,
  load: (work, { token }) => loadTracker(work, token, "osmand"),
  allow: anyone,
  run: (work, { query, body }, tracked) =>
    take(work, readOsmand({ query, body }, tracked.tracker.id, work.now), "osmand", tracked),
});
