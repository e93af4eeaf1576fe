import { type RawQuery, readListQuery } from "@/components/shell/list-query";

const ROLES = ["owner", "admin", "manager", "operator", "leader", "provider", "viewer"] as const;

/** What the address of the staff list says. */
export const readStaffQuery = (raw: RawQuery) =>
  readListQuery(raw, { q: "text", role: ROLES, branchId: "id", status: ["active", "disabled"] as const });
export type StaffQuery = ReturnType<typeof readStaffQuery>;
export const STAFF_ROLES = ROLES;
