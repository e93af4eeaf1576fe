import { z } from "zod";
import { ROLES } from "@/lib/kernel/actor";

/** Gives a user roles in the agency of the call. */
export const Enrol = z.strictObject({
  userId: z.uuid(),
  roles: z.array(z.enum(ROLES)).min(1),
  branchId: z.uuid().nullable().default(null),
});

/** Name and phone of a login, for an agency that does not know them yet. */
export type Card = { personName: string; phone: string | null };

/** A member of the agency with the contacts that they showed to be theirs; what was only typed is not among them. */
export type Shown = { userId: string; personName: string; phone: string | null; email: string | null };
