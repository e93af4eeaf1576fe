/** Where our agencies sell and their pilgrims travel; whatever else a group already has is kept. */
const ZONES = [
  "Asia/Riyadh",
  "Asia/Jakarta",
  "Asia/Makassar",
  "Asia/Jayapura",
  "Asia/Kuala_Lumpur",
  "Asia/Singapore",
  "Asia/Almaty",
  "Asia/Tashkent",
  "Asia/Bishkek",
  "Europe/Moscow",
  "Asia/Yekaterinburg",
  "Europe/Istanbul",
  "Asia/Dubai",
  "Africa/Cairo",
];

/** "Kuala Lumpur" for "Asia/Kuala_Lumpur". */
export const cityOf = (zone: string) => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

export const zonesWith = (...own: (string | undefined)[]): string[] => [
  ...new Set([...own.filter((zone) => zone !== undefined), ...ZONES]),
];
