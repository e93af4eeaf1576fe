import type { Entry } from "./entry";

/** What PRODUCT 3 says of reports. */
export const REPORTS: Record<string, Entry> = {
  "reports.roll_up": { input: () => ({}), may: ["house"] },
  "reports.read": {
    input: () => ({ name: "sales" }),
    may: ["owner", "admin", "manager", "otherManager", "viewer", "house"],
  },
  "reports.coming": {
    input: () => ({ days: 14 }),
    may: ["owner", "admin", "manager", "otherManager", "viewer", "house"],
  },
};
