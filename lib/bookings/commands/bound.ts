import { isPerson } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { conflict } from "@/lib/kernel/fault";
import type { Bookable } from "@/lib/packages/queries/departures";
import { MOST_HELD } from "../contract/booking";
import { maySellSeats } from "../policy";
import { countHeld } from "../store/held";
import type { Cart } from "./cart";
import type { Standing } from "./standing";

type Booking = { offer: Pick<Bookable, "branchId">; standing: Standing };
/** Who books for themself; the office holds as many as it likes. */
const boundBy = ({ actor }: Work, { offer, standing }: Booking) =>
  isPerson(actor) && !maySellSeats(actor, offer) ? standing.userId : null;

/** What these payers hold unpaid on the departure; behind its pool's lock. */
export const heldBy = (work: Work, departureId: string, works: readonly Work[], bookings: readonly Booking[]) =>
  countHeld(
    work,
    departureId,
    works.flatMap((one, i) => boundBy(one, bookings[i]!) ?? []),
  );

/** Who wants more than one payer may hold gets nothing, in order of arrival. An offer's seats are there already.
 * @returns with a Fault `too_many_held` in the place of each that is refused */
export function refuseTooMany(carts: readonly (Cart | Error)[], before: ReadonlyMap<string, number>): (Cart | Error)[] {
  const held = new Map(before);
  return carts.map((cart) => {
    const payer = cart instanceof Error ? null : boundBy(cart.work, cart);
    if (cart instanceof Error || payer === null) return cart;
    const mine = held.get(payer) ?? 0;
    const sum = mine + cart.lines.length;
    if (!cart.entry && sum > MOST_HELD) return conflict("too_many_held", { most: MOST_HELD, held: mine });
    held.set(payer, sum);
    return cart;
  });
}
