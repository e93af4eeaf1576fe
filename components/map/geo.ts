/** Smallest turn from one bearing to another, -180 < x <= 180. */
export function turnDeg(from: number, to: number): number {
  const turn = (((to - from) % 360) + 360) % 360;
  return turn > 180 ? turn - 360 : turn;
}

const METRES_PER_MINUTE = 60;

/** Minutes on foot at an elder's pace (1 m/s); never 0, so nobody reads "0 minutes" while still walking. */
export const walkMinutes = (metres: number): number => Math.max(1, Math.round(metres / METRES_PER_MINUTE));

const SECTORS = ["n", "ne", "e", "se", "s", "sw", "w", "nw"] as const;
export type Sector = (typeof SECTORS)[number];

/** The eighth of the compass a bearing falls in, for people who hear the arrow instead of seeing it. */
export const sector = (bearing: number): Sector => SECTORS[Math.round((((bearing % 360) + 360) % 360) / 45) % 8] ?? "n";
