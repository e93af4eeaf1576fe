import { and, desc, eq, isNull } from "drizzle-orm";
import { limitOf } from "@/db/rows";
import { type MoveRow, type Spot, travelMoves } from "@/db/schema/travel";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import type { Leg } from "../contract/place";

export type { MoveRow, Spot };
export type MoveRecord = typeof travelMoves.$inferSelect;
type NewMove = Pick<MoveRecord, "departureId" | "leg" | "kind" | "moveReason" | "moves">;

export function addMove(work: Work, move: NewMove) {
  const madeBy = isPerson(work.actor) ? work.actor.userId : null;
  const own = { id: newId(), agencyId: agencyOf(work), madeBy, madeAt: work.now };
  work.tx.send(work.tx.insert(travelMoves).values({ ...move, ...own }));
}

/** The last one of a leg that still stands. */
export async function findLastMove(work: Work, departureId: string, leg: Leg): Promise<MoveRecord | null> {
  const [row] = await work.tx
    .select()
    .from(travelMoves)
    .where(
      and(
        ...[eq(travelMoves.agencyId, agencyOf(work)), eq(travelMoves.departureId, departureId)],
        ...[eq(travelMoves.leg, leg), isNull(travelMoves.undoneAt)],
      ),
    )
    .orderBy(desc(travelMoves.id))
    .limit(limitOf(1));
  return row ?? null;
}

export async function setUndone(work: Work, { id }: MoveRecord) {
  await work.tx
    .update(travelMoves)
    .set({ undoneAt: work.now })
    .where(and(eq(travelMoves.agencyId, agencyOf(work)), eq(travelMoves.id, id)));
}
