/** Birthdays that have come by a day, both as "1968-03-14". Who was born on 29 February has theirs on 1 March in a year
 * without one. */
export function yearsAt(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Under 18 on that day; nobody is called so whose birthday isn't known. */
export const isMinor = (birthDate: string | null, on: string) => birthDate !== null && yearsAt(birthDate, on) < 18;
