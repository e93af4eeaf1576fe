import { ROLES, type Role } from "@/lib/kernel/actor";
import { DAY } from "@/lib/kernel/span";
import type { Invitation } from "./contract";

export const INVITATION_MS = 14 * DAY;
/** What stands in place of a name that was erased. */
export const ERASED_NAME = "—";

type Life = { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date };
export function stateOf({ acceptedAt, revokedAt, expiresAt }: Life, now: Date): Invitation["state"] {
  if (acceptedAt) return "accepted";
  if (revokedAt) return "revoked";
  return expiresAt <= now ? "expired" : "open";
}

/** Roles as a table writes them; null when one is none of ours. */
export function readRoles(typed: string): Role[] | null {
  const words = typed
    .toLowerCase()
    .split(/[;|/]/)
    .map((word) => word.trim())
    .filter(Boolean);
  const roles = words.flatMap((word) => ROLES.filter((role) => role === word));
  return roles.length === words.length && roles.length > 0 ? [...new Set(roles)] : null;
}

const NAMES = {
  name: "name",
  email: "email",
  "e-mail": "email",
  phone: "phone",
  role: "role",
  roles: "role",
  branch: "branch",
};
/** The column a header means, in any case; null for columns of no use to us. */
export const columnOf = (header: string): string | null =>
  NAMES[header.trim().toLowerCase() as keyof typeof NAMES] ?? null;
