/** Noon of a calendar day, to be shown in UTC. */
export const dayDate = (day: string) => new Date(`${day}T12:00:00Z`);
