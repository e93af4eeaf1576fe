import { and, eq } from "drizzle-orm";
import { agencies } from "@/db/schema/agencies";
import { groups } from "@/db/schema/groups";
import { users } from "@/db/schema/identity";
import { agencyOf, type Work } from "@/lib/kernel/call";

/** How to write to a user, and in which language. */
export async function findContact(work: Work, userId: string) {
  const [row] = await work.tx
    .select({ email: users.email, phone: users.phone, locale: users.locale, personName: users.personName })
    .from(users)
    .where(eq(users.id, userId));
  return row ?? null;
}

/** The words a letter about a group needs. */
export async function findGroupNames(work: Work, groupId: string) {
  const [row] = await work.tx
    .select({ group: groups.name, agency: agencies.name })
    .from(groups)
    .innerJoin(agencies, eq(agencies.id, groups.agencyId))
    .where(and(eq(groups.agencyId, agencyOf(work)), eq(groups.id, groupId)));
  return row ?? null;
}
