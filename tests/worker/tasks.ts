import { sql } from "drizzle-orm";
import { z } from "zod";
import { deliveries } from "@/db/schema/notices";
import type { Work } from "@/lib/kernel/call";
import { anyone, command, nothing } from "@/lib/kernel/command";
import { newId } from "@/lib/kernel/ids";
import { on, type Task } from "@/lib/kernel/task";
import { branchNamed } from "../kernel/grammar";

const row = (work: Work, channel: string, dedupeKey: string) => ({
  id: newId(),
  agencyId: work.agencyId,
  channel,
  recipient: "nobody",
  subject: "",
  body: "",
  locale: "en",
  status: "sent" as const,
  dedupeKey,
});

/** Says something once, however often it is said. */
const deliver = command({
  name: "test.deliver",
  input: z.strictObject({ key: z.string() }),
  audit: "itself",
  load: nothing,
  allow: anyone,
  run: (work, { key }) =>
    work.tx
      .insert(deliveries)
      .values(row(work, "message", key))
      .onConflictDoNothing(),
});

/** Counts how often something was tried. */
const attempt = command({
  name: "test.attempt",
  input: z.strictObject({ key: z.string() }),
  audit: "itself",
  load: nothing,
  allow: anyone,
  run: async (work, { key }) => {
    await work.tx.insert(deliveries).values(row(work, "attempt", `${key}:${newId()}`));
    const [seen] = await work.tx.execute<{ n: number }>(
      sql`select count(*)::int as n from deliveries where channel = 'attempt' and dedupe_key like ${`${key}:%`}`,
    );
    return seen?.n ?? 0;
  },
});

export type Hold = "never" | "before" | "after";
const forever = () => new Promise<never>((_, fail) => setTimeout(fail, 600_000, new Error("nobody killed me")));

/** A mail after a branch was named, stopping for ever before or after it is sent: for who is to be killed. */
export const welcome = (hold: Hold): Task =>
  on(branchNamed, "test.welcome", async (call, { branchId }) => {
    await attempt(call, { key: branchId });
    if (hold === "before") await forever();
    await deliver(call, { key: branchId });
    if (hold === "after") await forever();
  });
