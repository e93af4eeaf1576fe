import type { GroupRole, SharingState, TripState } from "./contract";

type Window = { startsAt: Date; endsAt: Date };

export const judgeTrip = ({ startsAt, endsAt }: Window, now: Date): TripState =>
  now < startsAt ? "upcoming" : now <= endsAt ? "running" : "past";

/** A code opens its group until it expires, and never after the trip. */
export const isCodeLive = (group: { joinCodeExpiresAt: Date | null; endsAt: Date }, now: Date) =>
  now <= group.endsAt && (group.joinCodeExpiresAt === null || now < group.joinCodeExpiresAt);

/** XXXX-XXXX, as it is read aloud and printed. */
export const showCode = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`;

/** May the last leader stop leading now? Not while the trip runs: somebody must answer for the people. */
export const leavesNobodyLeading = (group: Window, role: GroupRole, leaders: number, now: Date) =>
  role === "leader" && leaders <= 1 && judgeTrip(group, now) === "running";

type Consent = { sharing: SharingState; consentedAt: Date | null; pausedAt: Date | null; resumedAt: Date | null };

/** Consent is given once and taken back by turning sharing off; a pause keeps it and is remembered. */
export function computeConsent(state: SharingState, before: Consent, now: Date): Consent {
  if (state === "off") return { sharing: state, consentedAt: null, pausedAt: null, resumedAt: null };
  const consentedAt = before.consentedAt ?? (state === "on" ? now : null);
  if (state === "paused") return { sharing: state, consentedAt, pausedAt: now, resumedAt: null };
  return { sharing: state, consentedAt, pausedAt: before.pausedAt, resumedAt: before.pausedAt ? now : null };
}
