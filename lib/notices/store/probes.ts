import { and, eq, isNull, sql } from "drizzle-orm";
import { users } from "@/db/schema/identity";
import { probes } from "@/db/schema/notices";
import type { Work } from "@/lib/kernel/call";
import type { Part } from "../contract";

type Found = { part: Part; failures: number; failingSince: Date | null };

/** Counts on for each part that fails and begins anew for each that does not. Platform fence. @returns those that fail */
export async function putProbes({ tx, now }: Work, fine: readonly Part[], failing: readonly Part[]): Promise<Found[]> {
  const row = (part: Part, failures: number) => ({
    part,
    failures,
    checkedAt: now,
    failingSince: failures > 0 ? now : null,
  });
  const rows = await tx
    .insert(probes)
    .values([...fine.map((part) => row(part, 0)), ...failing.map((part) => row(part, 1))])
    .onConflictDoUpdate({
      target: probes.part,
      set: {
        failures: sql`case when excluded.failures = 0 then 0 else ${probes.failures} + 1 end`,
        failingSince: sql`case when excluded.failures = 0 then null else coalesce(${probes.failingSince}, excluded.failing_since) end`,
        checkedAt: now,
      },
    })
    .returning({ part: probes.part, failures: probes.failures, failingSince: probes.failingSince });
  return rows.filter(({ failures }) => failures > 0).map((row) => ({ ...row, part: row.part as Part }));
}

/** Whoever runs the platform and can be written to. Platform fence. */
export const listSuperAdmins = ({ tx }: Work) =>
  tx
    .select({ userId: users.id, name: users.personName, email: users.email, locale: users.locale })
    .from(users)
    .where(and(eq(users.superAdmin, true), isNull(users.disabledAt)));
