import postgres, { type Sql } from "postgres";
import { pools } from "@/db/schema/inventory";
import { fenced } from "@/db/tx";
import type { Call, Once } from "@/lib/kernel/call";
import type { Told } from "@/lib/kernel/fact";
import { isFault } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import type { FactsMessage } from "@/server/runtime";
import type { House, TestAgency } from "../support/world";

/** The code somebody was refused with, or what they got instead. */
export const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    (value) => ({ got: value }),
    (error: unknown) => (isFault(error) ? error.code : error),
  );

/** A call under an Idempotency-Key, its answers kept as they are. */
export const underKey = (call: Call, key: string, bodyHash = "body"): Call => {
  const once: Once = { key, bodyHash, encode: (result) => result };
  return { ...call, once };
};

/** A connection of the tables' owner, who migrates and relays: no superuser, so the fences bind it too. */
export const openOwner = (house: House): Sql =>
  postgres(house.database.ownerUrl, { max: 2, onnotice: () => undefined });

type Asking = { session: { client: { unsafe: (...said: unknown[]) => unknown } } };
/** The same call, which tells how many questions each transaction in its agency asked. */
const asking = (call: Call, counts: number[]): Call => ({
  ...call,
  transact: (fence, readOnly, work) =>
    call.transact(fence, readOnly, (tx) => {
      const { client } = (tx as unknown as Asking).session;
      const place = fence === "agency" ? counts.push(0) - 1 : null;
      const { unsafe } = client;
      client.unsafe = (...said) => {
        if (place !== null) counts[place]! += 1;
        return unsafe(...said);
      };
      return work(tx);
    }),
});

/** What these calls asked of PostgreSQL, made at once: a number for each transaction they shared. */
export async function questionsOf(calls: readonly Call[], use: (call: Call, i: number) => Promise<unknown>) {
  const counts: number[] = [];
  await Promise.all(calls.map((call, i) => use(asking(call, counts), i)));
  return counts;
}

/** Rows of one table as the platform role sees them. */
export const rowsOf = <T extends object>(house: House, table: string, where = "true") =>
  fenced(house.database, "qafila_platform", null, true, async (tx) => [
    ...(await tx.execute<T & Record<string, unknown>>(`select * from ${table} where ${where}`)),
  ]) as Promise<T[]>;

export async function addPool(house: House, agency: TestAgency, capacity: number): Promise<string> {
  const id = newId();
  await fenced(house.database, "qafila_tenant", agency.id, false, (tx) =>
    tx.insert(pools).values({ id, agencyId: agency.id, kind: "test", capacity }),
  );
  return id;
}

/** Everything the bus says about facts, in order. */
export async function listen(house: House): Promise<Told[]> {
  const heard: Told[] = [];
  await house.ports.bus.subscribe("facts", (message) => void heard.push(...(message as FactsMessage).facts));
  return heard;
}
