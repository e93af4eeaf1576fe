import { claimLocked, lockPools } from "@/lib/inventory/commands";
import type { Work } from "@/lib/kernel/call";
import { type Fault, isFault } from "@/lib/kernel/fault";
import { type Bookable, findOffer } from "@/lib/packages/queries/departures";
import type { BookingRow, PlaceBooking } from "../contract/booking";
import { hasWaiting } from "../store/waitlist";
import { type Cart, judgeCart, type Wish, writeBookings } from "./cart";
import type { Standing } from "./standing";
import { offerSeats } from "./waitlist";

/** Families that somebody else books for: each with its payer, everything filled in, and how long their seats wait. */
export type Family = Required<Pick<PlaceBooking, "payer" | "pilgrims">> &
  Pick<Wish, "guardians"> & { holdEndsAt: Date };

const FOR_OTHERS: Standing = {
  userId: null,
  shutOut: false,
  payer: { name: "", phone: null, email: null },
  newcomer: null,
};
const judge = (work: Work, offer: Bookable | null, { holdEndsAt, ...family }: Family, departureId: string) =>
  judgeCart(
    work,
    { ...family, departureId, entry: null, hold: { status: "pending_payment", endsAt: holdEndsAt } },
    { offer, standing: FOR_OTHERS, forOthers: true },
  );

/** Plain verb: what no seat can mend about this family, or null. */
export function judgeFamily(work: Work, offer: Bookable, family: Family): Fault | null {
  const judged = judge(work, offer, family, offer.id);
  return isFault(judged) ? judged : null;
}

/** Plain verb: many families of one departure in this transaction, in their order, each with all of its seats or refused;
 * who waits for seats comes first. Whoever calls it has the policy. */
export async function placeMany(
  work: Work,
  departureId: string,
  families: readonly Family[],
): Promise<(BookingRow | Fault)[]> {
  if (await hasWaiting(work, departureId)) await offerSeats(work, departureId);
  const seen = await findOffer(work, departureId);
  const pools = await lockPools(work, seen ? [seen.poolId] : []);
  // Behind the pool's lock nobody closes the departure or changes its prices any more.
  const offer = await findOffer(work, departureId);
  const carts = families.map((family) => judge(work, offer, family, departureId));
  const open = carts.filter((cart): cart is Cart => !isFault(cart));
  const grants = await claimLocked(
    work,
    pools,
    open.map(({ lines }) => lines),
    "held",
  );
  const granted = open.flatMap((cart, i) => {
    const grant = grants[i]!;
    return isFault(grant) ? [] : [{ cart, claimIds: grant.map(({ claimId }) => claimId) }];
  });
  const rows = await writeBookings(granted);
  const refusals = new Map(open.map((cart, i) => [cart, grants[i]!] as const));
  return carts.map((cart) => (isFault(cart) ? cart : (rows.get(cart) ?? (refusals.get(cart) as Fault))));
}
