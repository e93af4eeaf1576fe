import type { Group } from "@/lib/groups/contract";
import { wallAt } from "@/lib/i18n/wall";

const DAY_MS = 86_400_000;

/** The civil day on which `at` falls in `zone`, counted from an arbitrary one. */
function civilDay(at: Date, zone: string): number {
  const { year, month, day } = wallAt(at, zone);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

type Window = Pick<Group, "startsAt" | "endsAt" | "timeZone">;

/** Nights still to sleep before the trip, in the trip's zone; 0 on the day itself. */
export const daysLeft = ({ startsAt, timeZone }: Window, now: Date) =>
  Math.max(0, civilDay(startsAt, timeZone) - civilDay(now, timeZone));

/** "Day 4 of 10": the first day is 1. */
export function tripDay({ startsAt, endsAt, timeZone }: Window, now: Date): { day: number; days: number } {
  const first = civilDay(startsAt, timeZone);
  const days = civilDay(endsAt, timeZone) - first + 1;
  return { day: Math.min(days, Math.max(1, civilDay(now, timeZone) - first + 1)), days };
}

/** The group a screen is about: the trip that runs, else the next one, else the last one. */
export function currentOf<G extends Pick<Group, "state" | "startsAt" | "endsAt">>(groups: readonly G[]): G | null {
  const byStart = groups.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return (
    byStart.findLast(({ state }) => state === "running") ??
    byStart.find(({ state }) => state === "upcoming") ??
    groups.toSorted((a, b) => b.endsAt.getTime() - a.endsAt.getTime())[0] ??
    null
  );
}

/** Groups on the road now to which this person shows where they are. */
export const watchingOf = <G extends Pick<Group, "state" | "mine">>(groups: readonly G[]): G[] =>
  groups.filter(({ state, mine }) => state === "running" && mine?.sharing === "on");

/** Groups this person leads or helps to lead. */
export const isLed = ({ mine }: Pick<Group, "mine">) => mine?.role === "leader" || mine?.role === "helper";

/** Where a join code is scanned or clicked: whoever opens it signs in or up, and is in. */
export const joinAddress = (publicUrl: string, code: string) => `${publicUrl}/join/${code.replace(/[^A-Z0-9]/gi, "")}`;
