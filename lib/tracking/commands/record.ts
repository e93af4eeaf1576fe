import { judgeTrip, sharingNow, wasSharing } from "@/lib/groups/policy";
import { audience } from "@/lib/kernel/audience";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import type { Guarded, LatestWire, PositionInput, PositionSource, Receipt, RejectReason } from "../contract";
import { carriesBattery, judgeBatch, type LastKnown, TOO_OLD_MS } from "../rules/judge";
import { addFixes, findLastFixes, keepBatteries, type StoredFix } from "../store/fixes";
import { listTravels, type Travel } from "../store/senders";

export type Sender = { userId: string; travels: Travel[] };
/** What one call brings: fixes of one person from one kind of source. */
export type Sent = { userId: string; source: PositionSource; guarded: Guarded };

/** People whose newest fix this process has seen; a cold start asks the history, so a kill loses nothing, and so does
 * each batch where several processes write. */
const lastKnown = new Map<string, LastKnown>();
const REMEMBERED = 50_000;

const keyOf = (agencyId: string, userId: string) => `${agencyId}:${userId}`;

function remember(key: string, last: LastKnown | null) {
  const before = lastKnown.get(key);
  if (!last || (before && before.at > last.at)) return;
  lastKnown.delete(key);
  lastKnown.set(key, last);
  const oldest = lastKnown.keys().next();
  if (lastKnown.size > REMEMBERED && !oldest.done) lastKnown.delete(oldest.value);
}

/** Where these senders travel: one statement for the whole batch. */
export async function loadSenders(work: Work, userIds: string[]): Promise<Sender[]> {
  const travels = await listTravels(work, [...new Set(userIds)]);
  return userIds.map((userId) => ({ userId, travels: travels.get(userId) ?? [] }));
}

const runs = (travel: Travel, at: Date) => judgeTrip(travel, at) === "running";
/** Somebody may watch this person in that group now. */
const isShared = (travel: Travel, now: Date) => runs(travel, now) && sharingNow(travel, travel, now) === "on";

/** A fix is taken only where its sender shared when it was fixed, within that trip's window. */
function judgeTravel({ at }: PositionInput, travels: Travel[]): RejectReason | null {
  if (travels.some((travel) => wasSharing(travel, travel, at))) return null;
  const outside = travels.some(({ sharing }) => sharing !== "off") && !travels.some((travel) => runs(travel, at));
  return outside ? "outside_trip" : "not_sharing";
}

type Judged = {
  receipt: Receipt;
  fixes: StoredFix[];
  batteries: { userId: string; battery: number; at: Date }[];
  /** News for whoever watches: the marker, or only a battery. */
  latest: LatestWire[];
};
/** The newest fix of each sender as this commit goes on. */
type Known = Map<string, LastKnown>;

function judgeSent(work: Work, { userId, source, guarded }: Sent, { travels }: Sender, known: Known): Judged {
  const rejected: Receipt["rejected"] = guarded.rejected.map(({ id, reason }) => ({ id, reason }));
  const inside: StoredFix[] = [];
  for (const fix of guarded.fixes) {
    const reason = judgeTravel(fix, travels);
    if (reason) rejected.push({ id: fix.id, reason });
    else inside.push(asStored(userId, source, fix));
  }
  const judged = judgeBatch(inside, known.get(userId) ?? null, work.now);
  if (judged.last) known.set(userId, judged.last);
  for (const { fix, reason } of judged.rejected) rejected.push({ id: fix.id, reason });
  const refused = [...guarded.rejected, ...judged.rejected.map(({ fix }) => fix)];
  const readings = refused.flatMap((fix) => carriesBattery(fix, judged.last?.at ?? null, work.now) ?? []);
  const marker = judged.accepted.findLast(({ late }) => !late)?.fix;
  return {
    receipt: { accepted: judged.accepted.map(({ fix }) => fix.id), rejected },
    fixes: judged.accepted.map(({ fix }) => fix),
    batteries: travels.some((travel) => isShared(travel, work.now))
      ? readings.map(({ battery, at }) => ({ userId, battery, at }))
      : [],
    latest: [...(marker ? [asLatest(marker)] : []), ...newestBattery(userId, readings)],
  };
}

// Field by field: a spread that grows an object was a third of the whole cost of taking a fix.
const asStored = (userId: string, source: PositionSource, fix: PositionInput): StoredFix => ({
  id: fix.id,
  userId,
  at: fix.at,
  lat: fix.lat,
  lng: fix.lng,
  accuracy: fix.accuracy,
  speed: fix.speed,
  heading: fix.heading,
  battery: fix.battery,
  source,
});

/** The battery of a refused fix is news by itself, without a position. */
function newestBattery(userId: string, readings: { battery: number; at: Date }[]): LatestWire[] {
  const newest = readings.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1);
  if (!newest) return [];
  return [{ userId, sharing: "on", position: null, battery: newest.battery, batteryAt: newest.at.toISOString() }];
}

function asLatest({ userId, at: moment, lat, lng, accuracy, speed, heading, battery }: StoredFix): LatestWire {
  const at = moment.toISOString();
  const position = { at, lat, lng, accuracy, speed, heading, battery };
  return { userId, sharing: "on", position, battery, batteryAt: battery === null ? null : at };
}

/** Writes what these calls of one agency brought, set-based, and tells whoever watches; answers in their order. */
export async function record(works: Work[], sent: Sent[], senders: Sender[]): Promise<Receipt[]> {
  const first = works[0]!;
  const known = await recallAll(first, senders);
  const judged = sent.map((one, i) => judgeSent(works[i]!, one, senders[i]!, known));
  await Promise.all([
    addFixes(
      first,
      judged.flatMap(({ fixes }) => fixes),
    ),
    keepBatteries(
      first,
      judged.flatMap(({ batteries }) => batteries),
    ),
  ]);
  // Not before it is committed: what a failed write had judged must be judged again, as new.
  first.afterwards(() => {
    for (const [userId, last] of known) remember(keyOf(agencyOf(first), userId), last);
  });
  tell(
    first,
    judged.flatMap(({ latest }, i) => latest.flatMap((one) => newsOf(works[i]!, one, senders[i]!.travels))),
  );
  return judged.map(({ receipt }) => receipt);
}

/** What is known of these people; of those this process has not seen yet, by asking the history. */
async function recallAll(work: Work, senders: Sender[]): Promise<Known> {
  const userIds = [...new Set(senders.map(({ userId }) => userId))];
  const known: Known = new Map();
  for (const userId of userIds) {
    const last = work.alone && lastKnown.get(keyOf(agencyOf(work), userId));
    if (last) known.set(userId, last);
  }
  const cold = userIds.filter((userId) => !known.has(userId));
  if (cold.length === 0) return known;
  const found = await findLastFixes(work, cold, addMs(work.now, -TOO_OLD_MS));
  return new Map([...known, ...found]);
}

type News = { groupId: string; position: LatestWire };

/** In which groups somebody may hear this. */
const newsOf = (work: Work, position: LatestWire, travels: Travel[]): News[] =>
  travels.flatMap((travel) => {
    const heard =
      isShared(travel, work.now) && (!position.position || wasSharing(travel, travel, new Date(position.position.at)));
    return heard ? { groupId: travel.groupId, position } : [];
  });

/** One signal for each group, however many calls brought its news. */
function tell(work: Work, news: News[]) {
  const agencyId = agencyOf(work);
  for (const [groupId, positions] of byGroup(news))
    work.signal({
      name: "position",
      agencyId,
      audience: audience.watchers(agencyId, groupId),
      payload: { groupId, positions },
    });
}

function byGroup(news: News[]): Map<string, LatestWire[]> {
  const groups = new Map<string, LatestWire[]>();
  for (const { groupId, position } of news) {
    const group = groups.get(groupId);
    if (group) group.push(position);
    else groups.set(groupId, [position]);
  }
  return groups;
}
