import type { Pilgrim } from "@/lib/bookings/contract/pilgrim";

type Known = Pick<Pilgrim, "id" | "state" | "passportName">;
export type Lacking = { pilgrimId: string; missing: string[] };

/** Who lacks what, each with a name or the number the list of travellers gives who has none. */
export function lacksOf(party: readonly Known[], lacking: readonly Lacking[]) {
  const active = party.filter(({ state }) => state === "active");
  return lacking.map(({ pilgrimId, missing }) => {
    const at = active.findIndex(({ id }) => id === pilgrimId);
    return { id: pilgrimId, number: at + 1, name: active[at]?.passportName ?? null, missing };
  });
}
