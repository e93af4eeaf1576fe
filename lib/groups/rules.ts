import type { GroupRole, SharingState } from "./contract";
import { type Consent, consentEnds, judgeTrip, sharingNow, type Window } from "./policy";

/** A code opens its group until it expires, and never after the trip. */
export const isCodeLive = (group: { joinCodeExpiresAt: Date | null; endsAt: Date }, now: Date) =>
  now <= group.endsAt && (group.joinCodeExpiresAt === null || now < group.joinCodeExpiresAt);

/** May a code be given this end? One that has passed would make a dead code. */
export const isAhead = (at: Date | null | undefined, now: Date) => !at || at > now;

/** XXXX-XXXX, as it is read aloud and printed. */
export const showCode = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`;

/** May the last leader stop leading now? Not while the trip runs: somebody must answer for the people. */
export const leavesNobodyLeading = (group: Window, role: GroupRole, leaders: number, now: Date) =>
  role === "leader" && leaders <= 1 && judgeTrip(group, now) === "running";

/** A phone holds a fix while its owner agrees: one this fresh belongs to the consent. */
const SLACK_MS = 5_000;
const NONE = { consentedAt: null, consentUntil: null, pausedAt: null, pauses: [] };

type Place = Consent & { joinedAt: Date };

/** Consent is given for the trip as it ends now and taken back by turning sharing off; a pause keeps it and is
 * remembered. Begun again, after "off" or after its end, it is a new consent and shows nothing of before. */
export function computeConsent(state: SharingState, place: Place, group: Window, now: Date): Consent {
  if (state === "off") return { ...NONE, sharing: state, showsFrom: now };
  const lives = place.consentedAt !== null && sharingNow(place, group, now) !== "off";
  const before = lives ? place : { ...place, ...NONE };
  const { consentedAt, consentUntil, showsFrom, pausedAt, pauses } = before;
  if (state === "paused") return { consentedAt, consentUntil, showsFrom, pauses, sharing: state, pausedAt: now };
  if (!lives)
    return {
      ...NONE,
      sharing: state,
      consentedAt: now,
      consentUntil: group.endsAt,
      showsFrom: beginning(place, group, now),
    };
  const finished: Consent["pauses"] = pausedAt ? [...pauses, [pausedAt.toISOString(), now.toISOString()]] : pauses;
  return { consentedAt, consentUntil, showsFrom, sharing: state, pausedAt: null, pauses: finished };
}

/** Moments before the consent, but never before the last one ended or before joining. */
function beginning(place: Place, group: Window, now: Date): Date {
  const ended = place.consentedAt ? consentEnds(place, group) : (place.showsFrom ?? place.joinedAt);
  const floor = Math.min(now.getTime(), ended.getTime());
  return new Date(Math.max(floor, now.getTime() - SLACK_MS));
}
