import type { Entry } from "./entry";

/** What PRODUCT 3 says of reports. */
export const REPORTS: Record<string, Entry> = {
  "reports.read": {
    input: () => ({ name: "sales" }),
    may: ["owner", "admin", "manager", "otherManager", "viewer", "house"],
  },
};
