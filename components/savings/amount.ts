/** All our currencies count two decimals on the wire; people type whole units. */
const MINOR = 100;

/** What was typed, as minor units; zero when there is no figure in it. */
export const readAmount = (typed: string): number => Number(typed.replace(/\D/g, "").slice(0, 13)) * MINOR;

/** Noon of a calendar day, to be shown in UTC. */
export const dayDate = (day: string) => new Date(`${day}T12:00:00Z`);
/** The first day of a month given as YYYY-MM. */
export const monthDate = (month: string) => dayDate(`${month}-01`);
