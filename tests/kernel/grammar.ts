import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { branches } from "@/db/schema/agencies";
import { pools } from "@/db/schema/inventory";
import { deliveries } from "@/db/schema/notices";
import { type Actor, isPerson } from "@/lib/kernel/actor";
import { audience } from "@/lib/kernel/audience";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { anyone, command, nothing } from "@/lib/kernel/command";
import { fact } from "@/lib/kernel/fact";
import { conflict, Fault, notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";

/** A few sentences in the grammar on existing tables, so that the grammar is tested without any feature. */
export const branchNamed = fact({
  name: "test.branch_named",
  wire: "test:named",
  payload: z.object({ branchId: z.uuid(), name: z.string() }),
  audience: () => [audience.staff("somebody")],
  moves: ({ branchId }) => [branchId],
});

const isOwner = (actor: Actor) => isPerson(actor) && actor.roles.includes("owner");

async function findBranch(work: Work, id: string) {
  const [row] = await work.tx.select().from(branches).where(eq(branches.id, id));
  if (!row) throw notFound("branch");
  return row;
}

const OpenBranch = z.strictObject({
  name: z.string().min(1).max(100),
  /** How it ends after everything was written. */
  end: z.enum(["well", "conflict", "forbidden", "crash"]).default("well"),
});
const ENDS = {
  well: () => undefined,
  conflict: () => {
    throw conflict("sold_out", { left: 0 });
  },
  forbidden: () => {
    throw new Fault("forbidden", "forbidden");
  },
  crash: () => {
    throw new Error("a bug");
  },
};

/** Counts executions across transactions, rolled back or not. */
export const executions = new Map<string, number>();

export const openBranch = command({
  name: "test.open_branch",
  input: OpenBranch,
  load: nothing,
  allow: anyone,
  run: async (work, { name, end }) => {
    executions.set(name, (executions.get(name) ?? 0) + 1);
    const id = newId();
    const agencyId = agencyOf(work);
    const row = { id, agencyId, name, city: "Almaty", timeZone: "Asia/Almaty", createdAt: work.now };
    await work.tx.insert(branches).values(row);
    work.changed("branches", id, null, { ...row, personName: "Siti Pilgrim", phone: "+628123456789", size: 12n });
    work.tell(branchNamed, { branchId: id, name });
    work.later({ task: "test.remind", key: name, runAt: work.now, payload: { branchId: id } });
    ENDS[end]();
    return { id, name };
  },
});

export const renameBranch = command({
  name: "test.rename_branch",
  input: z.strictObject({ id: z.uuid(), name: z.string().min(1) }),
  load: (work, { id }) => findBranch(work, id),
  allow: isOwner,
  run: async (work, { id, name }, before) => {
    await work.tx.update(branches).set({ name }).where(eq(branches.id, id));
    work.changed("branches", id, before, { ...before, name });
    return { name };
  },
});

/** Two commands in one transaction; the second one may fail. */
export const openTwo = command({
  name: "test.open_two",
  input: z.strictObject({ first: z.string(), second: z.string(), end: OpenBranch.shape.end }),
  load: nothing,
  allow: anyone,
  run: async (work, { first, second, end }) => {
    const a = await openBranch(work, { name: first });
    const b = await openBranch(work, { name: second, end });
    const [row] = await work.tx.execute<{ xid: string }>(sql`select txid_current()::text as xid`);
    return { ids: [a.id, b.id], xid: row?.xid };
  },
});

export const readBranch = query({
  name: "test.read_branch",
  input: z.strictObject({ id: z.uuid() }),
  load: (work, { id }) => findBranch(work, id),
  allow: isOwner,
  run: async (_work, _input, branch) => branch,
});

/** A query that tries to write. */
export const sneak = query({
  name: "test.sneak",
  input: z.strictObject({ name: z.string() }),
  load: nothing,
  allow: anyone,
  run: (work, { name }) => openBranch(work, { name }),
});

async function lockPool(work: Work, id: string) {
  const [row] = await work.tx.select().from(pools).where(eq(pools.id, id)).for("update");
  if (!row) throw notFound("pool");
  return row;
}

const Take = z.strictObject({ poolId: z.uuid(), note: z.string() });
type Take = z.output<typeof Take>;
export type Taken = { place: number; xid: string };

/** Grants one place after the other, all of a batch in one statement; "poison" makes the whole batch throw. */
async function takeMany(works: Work[], inputs: Take[]): Promise<(Taken | Error)[]> {
  const [first] = works as [Work];
  if (inputs.some(({ note }) => note === "poison")) throw new Error("a poisoned batch");
  const { id, sold, capacity } = await lockPool(first, inputs[0]?.poolId ?? "");
  const [row] = await first.tx.execute<{ xid: string }>(sql`select txid_current()::text as xid`);
  const granted = Math.min(inputs.length, capacity - sold);
  await first.tx
    .update(pools)
    .set({ sold: sold + granted })
    .where(eq(pools.id, id));
  return inputs.map(({ note }, i) => {
    if (i >= granted) return conflict("sold_out");
    works[i]?.changed("pools", id, { sold: sold + i }, { sold: sold + i + 1, note });
    works[i]?.tell(branchNamed, { branchId: id, name: note });
    return { place: sold + i + 1, xid: row?.xid ?? "" };
  });
}

const mayTake = (actor: Actor) => isPerson(actor) && !actor.roles.includes("viewer");

export const takePlace = command({
  name: "test.take_place",
  input: Take,
  load: nothing,
  allow: mayTake,
  run: async (work, input) => {
    const [answer] = await takeMany([work], [input]);
    if (answer instanceof Error) throw answer;
    return answer as Taken;
  },
  together: {
    key: ({ poolId }) => poolId,
    max: 200,
    allow: mayTake,
    loadMany: async (works) => works.map(() => null),
    runMany: takeMany,
  },
});

const note = (work: Work, text: string) => ({
  id: newId(),
  agencyId: work.agencyId,
  channel: "test",
  recipient: "nobody",
  subject: text,
  body: "",
  locale: "en",
  status: "sent" as const,
  dedupeKey: `${work.requestId}:${text}`,
});

/** One lane for every agency, like the positions'; each part must stand behind its own agency's fence. */
export const noteAcross = command({
  name: "test.note_across",
  input: z.strictObject({ text: z.string() }),
  load: nothing,
  allow: anyone,
  run: async (work, { text }) => {
    await work.tx.insert(deliveries).values(note(work, text));
    return { seen: 1, xid: "" };
  },
  together: {
    key: () => "notes",
    across: true,
    max: 500,
    allow: anyone,
    loadMany: async (works) => works.map(() => null),
    runMany: async (works, inputs) => {
      const [{ tx }] = works as [Work];
      await tx.insert(deliveries).values(works.map((work, i) => note(work, inputs[i]?.text ?? "")));
      const [row] = await tx.execute<{ xid: string; seen: number }>(
        sql`select txid_current()::text as xid, count(distinct agency_id)::int as seen from deliveries`,
      );
      return inputs.map(() => row ?? { seen: 0, xid: "" });
    },
  },
});
