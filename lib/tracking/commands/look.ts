import { z } from "zod";
import { type Consent, consentEnds, sharingNow } from "@/lib/groups/policy";
import { isPerson } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { addMs, MINUTE } from "@/lib/kernel/clock";
import { command } from "@/lib/kernel/command";
import { Fault, notFound } from "@/lib/kernel/fault";
import { reach } from "@/lib/kernel/permission";
import { HistoryQuery, type LatestPosition, type Position } from "../contract";
import { maySeeGroupPositions, maySeeHistory } from "../policy";
import { type Track, toCsv, toGeoJson, toGpx } from "../rules/export";
import { TOO_OLD_MS } from "../rules/judge";
import { BATTERY_MS, lastBattery, showLatest, type Trace } from "../rules/near";
import { listHistory, listLatest, listTrails, type Stretch } from "../store/latest";
import { addLook, findGroup, findMember, type WatchedGroup } from "../store/looks";

/** More points than this in one answer are refused: ask for a shorter window. */
const HISTORY_LIMIT = 50_000;

const inReach = ({ actor }: Work, group: WatchedGroup) => {
  const far = reach(actor, "groups");
  if (far.scope === "agency") return true;
  if (far.scope === "branch") return far.branchId === group.branchId || far.groups.includes(group.groupId);
  return far.scope === "groups" && far.groups.includes(group.groupId);
};

async function loadGroup(work: Work, { groupId }: { groupId: string }): Promise<WatchedGroup> {
  const group = await findGroup(work, groupId);
  if (!group || !inReach(work, group)) throw notFound("group");
  return group;
}

/** Shows everybody's newest position and writes down who looked. The same look opens the live stream. */
export const lookAtGroup = command({
  name: "tracking.look_at_group",
  input: z.strictObject({ groupId: z.uuid() }),
  audit: "itself",
  evenReadOnly: true,
  load: loadGroup,
  allow: maySeeGroupPositions,
  run: async (work, { groupId }) => {
    const rows = await listLatest(work, groupId, addMs(work.now, -TOO_OLD_MS), BATTERY_MS);
    if (isPerson(work.actor))
      await addLook(work, { groupId, subjectId: null, viewerId: work.actor.userId, what: "map" });
    return { data: rows.map((row) => asLatest(work, row)), nextCursor: null };
  },
});

/** Older than this says nothing of where somebody is going. */
const TRAIL_MS = 20 * MINUTE;

/** How everybody has moved lately, by their id: from it a map that was just opened knows who walks off and who waits. */
export const lookAtTrails = command({
  name: "tracking.look_at_trails",
  input: z.strictObject({ groupId: z.uuid() }),
  audit: "itself",
  evenReadOnly: true,
  load: loadGroup,
  allow: maySeeGroupPositions,
  run: async (work, { groupId }): Promise<Record<string, Trace[]>> => {
    const rows = await listTrails(work, groupId, addMs(work.now, -TRAIL_MS));
    if (isPerson(work.actor))
      await addLook(work, { groupId, subjectId: null, viewerId: work.actor.userId, what: "map" });
    return Object.fromEntries(
      rows.map(({ user_id, trail }) => [user_id, trail.map((fix) => ({ ...fix, at: new Date(fix.at) }))]),
    );
  },
});

function asLatest(work: Work, row: Awaited<ReturnType<typeof listLatest>>[number]): LatestPosition {
  const consent = { sharing: row.sharing, consentUntil: row.consent_until ? new Date(row.consent_until) : null };
  const sharing = sharingNow(consent, { endsAt: new Date(row.ends_at) }, work.now);
  const position = row.position ? { ...row.position, at: new Date(row.position.at) } : null;
  const read = (battery: number | null, at: string | null) => ({ battery, batteryAt: at ? new Date(at) : null });
  const [told, refused] = [read(row.told_battery, row.told_at), read(row.refused_battery, row.refused_at)];
  const known = lastBattery(told, refused, position?.at ?? null);
  return showLatest(sharing, { userId: row.user_id, position, ...known });
}

/** `text` is the file of an export; absent for JSON. */
/** `file`: the same as a file, where one was asked for. */
export type History = {
  data: Position[];
  nextCursor: null;
  file?: { format: Exclude<HistoryQuery["format"], "json">; text: string };
};

function exportAs(format: NonNullable<History["file"]>["format"], track: Track): string {
  if (format === "gpx") return toGpx(track);
  return format === "csv" ? toCsv(track) : JSON.stringify(toGeoJson(track));
}

type Shown = WatchedGroup & Consent & { own: boolean };

/** The trip, narrowed to what was asked for and, for others, to the consent. `to` itself is not asked for. */
function stretchOf(shown: Shown, from?: Date, to?: Date): Stretch {
  const { startsAt, endsAt, own, consentedAt, showsFrom, pauses } = shown;
  const agreed = own ? null : (showsFrom ?? consentedAt);
  const last = own ? endsAt : consentEnds(shown, shown);
  return {
    from: new Date(Math.max(startsAt.getTime(), from?.getTime() ?? 0, agreed?.getTime() ?? 0)),
    to: new Date(Math.min(last.getTime(), (to?.getTime() ?? Number.POSITIVE_INFINITY) - 1)),
    pauses: own ? [] : pauses,
  };
}

/** One person's way within the trip. Who stopped sharing shows nothing to anybody but themselves.
 * @throws Fault `range_too_large` beyond 50,000 points */
export const readHistory = command({
  name: "tracking.read_history",
  input: z.strictObject({ groupId: z.uuid(), userId: z.uuid(), ...HistoryQuery.shape }),
  audit: "itself",
  evenReadOnly: true,
  load: async (work, input) => {
    const group = await loadGroup(work, input);
    const member = await findMember(work, input.groupId, input.userId);
    const own = isPerson(work.actor) && work.actor.userId === input.userId;
    if (!member || (!own && member.sharing !== "on")) throw notFound("position");
    return { ...group, ...member, own, file: input.format !== "json" };
  },
  allow: maySeeHistory,
  run: async (work, { from, to, format }, subject): Promise<History> => {
    const { groupId, userId, personName, own } = subject;
    const positions = await listHistory(work, userId, stretchOf(subject, from, to), HISTORY_LIMIT + 1);
    if (positions.length > HISTORY_LIMIT) throw new Fault("invalid", "range_too_large");
    if (!own && isPerson(work.actor)) {
      const what = format === "json" ? "history" : "export";
      await addLook(work, { groupId, subjectId: userId, viewerId: work.actor.userId, what });
    }
    const page = { data: positions, nextCursor: null };
    if (format === "json") return page;
    return { ...page, file: { format, text: exportAs(format, { name: personName, positions }) } };
  },
});
