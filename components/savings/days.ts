/** Noon of a calendar day, to be shown in UTC. */
export const dayDate = (day: string) => new Date(`${day}T12:00:00Z`);
/** The first day of a month given as YYYY-MM. */
export const monthDate = (month: string) => dayDate(`${month}-01`);
