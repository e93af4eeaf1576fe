import type { GroupRole, TripState } from "./contract";

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

/** Consent is given once and taken back by turning sharing off; a pause keeps it. */
export const computeConsent = (state: "on" | "paused" | "off", consentedAt: Date | null, now: Date): Date | null =>
  state === "off" ? null : (consentedAt ?? (state === "on" ? now : null));
