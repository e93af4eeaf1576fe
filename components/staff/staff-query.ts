import { type RawQuery, readListQuery } from "@/components/shell/list-query";

const ROLES = ["owner", "admin", "manager", "operator", "leader", "provider", "viewer"] as const;
const STATUSES = ["active", "disabled", "removed"] as const;
const SORTS = ["name", "newest"] as const;

/** What the address of the staff list says. */
export const readStaffQuery = (raw: RawQuery) =>
  readListQuery(raw, { q: "text", role: ROLES, branchId: "id", status: STATUSES, sort: SORTS });
/** And that of the pilgrims, who have one role. */
export const readPilgrimsQuery = (raw: RawQuery) =>
  readListQuery(raw, { q: "text", branchId: "id", status: STATUSES, sort: SORTS });
export type StaffQuery = ReturnType<typeof readStaffQuery>;
export const STAFF_ROLES = ROLES;
