const DAY_MS = 86_400_000;
const dayOf = (at: Date, days: number) => new Date(at.getTime() + days * DAY_MS).toISOString().slice(0, 10);

/** How far back a fix is taken, how far ahead days are made, how long fixes are promised to be kept (PRODUCT 5). */
const BACK = 8;
const AHEAD = 14;
const KEPT = 90;

/** The days `keep_position_days` must have, and the oldest it keeps. */
export const positionDays = (now: Date) => ({
  first: dayOf(now, -BACK),
  last: dayOf(now, AHEAD),
  keepFrom: dayOf(now, -KEPT),
});
