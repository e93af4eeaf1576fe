// Apart from clock.ts, which needs zod: rules that run in the browser must not bring it to the first paint.
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
