import { sql } from "drizzle-orm";
import postgres from "postgres";
import { claims } from "@/db/schema/inventory";
import type { Call, Work } from "@/lib/kernel/call";
import { openWork } from "@/lib/kernel/work";
import { openCall } from "@/server/doors/call";
import { NOON, type World } from "../support/world";

/** A call by the house itself, for one agency. */
export const systemCall = (world: World, agencyId = world.agency.id, now = NOON): Call =>
  openCall({ actor: { kind: "system", task: "test" }, agencyId, via: "task", now });

/** One transaction of its own around some plain verbs. */
export const inWork = <T>(call: Call, work: (work: Work) => Promise<T>): Promise<T> =>
  call.transact("agency", false, (tx) => work(openWork(call, tx, "test.verb")));

/** What the claims themselves say is taken: the truth that the pools' counts must equal. */
export async function takenByClaims(call: Call, poolId: string) {
  const rows = await call.transact("agency", true, (tx) =>
    tx
      .select({ state: claims.state, n: sql<number>`sum(${claims.quantity})::int` })
      .from(claims)
      .where(sql`${claims.poolId} = ${poolId}`)
      .groupBy(claims.state),
  );
  const of = (state: string) => rows.find((row) => row.state === state)?.n ?? 0;
  return { held: of("held"), sold: of("sold") };
}

/** A connection that the fence does not bind, to take guards away. */
export const asOwner = async <T>(
  { house }: Pick<World, "house">,
  use: (sql: postgres.Sql) => Promise<T>,
): Promise<T> => {
  const owner = postgres(house.database.ownerUrl, { max: 1, onnotice: () => undefined });
  return use(owner).finally(() => owner.end());
};
