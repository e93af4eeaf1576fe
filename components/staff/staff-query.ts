import { type RawQuery, readListQuery } from "@/components/shell/list-query";

const ROLES = ["owner", "admin", "manager", "operator", "leader", "provider", "viewer"] as const;

const SORTS = ["name", "newest"] as const;

/** What the address of the staff list says. */
export const readStaffQuery = (raw: RawQuery) =>
  readListQuery(raw, { q: "text", role: ROLES, branchId: "id", status: ["active", "disabled"] as const, sort: SORTS });
export type StaffQuery = ReturnType<typeof readStaffQuery>;
export const STAFF_ROLES = ROLES;
