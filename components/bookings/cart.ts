import type { Allowance, RanOut } from "@/lib/bookings/contract/booking";
import { moneyIn } from "@/lib/kernel/amounts";
import type { Money } from "@/lib/kernel/money";
import type { PassengerType, Price, RoomType } from "@/lib/packages/contract/package";

export type Cart = { roomType: RoomType; counts: Record<PassengerType, number>; travels: boolean };
export const startCart = (prices: readonly Price[]): Cart => ({
  roomType: prices.find(({ passengerType }) => passengerType === "adult")?.roomType ?? "quad",
  counts: { adult: 1, child: 0, infant: 0 },
  travels: true,
});

/** As it was when its time ran out; another room where that one is sold no more. */
export function cartAgain(pilgrims: RanOut["pilgrims"], prices: readonly Price[]): Cart {
  const blank = startCart(prices);
  const room = pilgrims.find(({ passengerType }) => passengerType === "adult")?.roomType;
  const isSold = prices.some(({ roomType, passengerType }) => roomType === room && passengerType === "adult");
  const of = (type: PassengerType) => pilgrims.filter(({ passengerType }) => passengerType === type).length;
  return {
    roomType: room && isSold ? room : blank.roomType,
    counts: { adult: of("adult"), child: of("child"), infant: of("infant") },
    travels: pilgrims.some(({ isPayer }) => isPayer),
  };
}

export const TYPES: readonly PassengerType[] = ["adult", "child", "infant"];
/** Of each kind, in one cart. */
const MOST = 20;

/** Seats one may take now; null where nothing binds. */
export const roomIn = (allowance: Allowance | null) => allowance && Math.max(0, allowance.most - allowance.held);
/** Infants sit on a lap. */
export const seatsIn = ({ counts }: Cart) => counts.adult + counts.child;
/** One more or one fewer of these; `room`: seats that may be taken in all, null where nothing binds. */
export function count(cart: Cart, type: PassengerType, change: 1 | -1, room: number | null): Cart {
  const after = {
    ...cart,
    counts: { ...cart.counts, [type]: Math.min(MOST, Math.max(0, cart.counts[type] + change)) },
  };
  return change > 0 && room !== null && type !== "infant" && seatsIn(after) > room ? cart : after;
}
export const priceOf = (prices: readonly Price[], { roomType }: Cart, type: PassengerType) =>
  prices.find((one) => one.roomType === roomType && one.passengerType === type)?.amount ?? null;

/** Null when something in the cart has no price. */
export function totalOf(prices: readonly Price[], cart: Cart): Money | null {
  const amounts = TYPES.filter((type) => cart.counts[type] > 0).map((type) => {
    const price = priceOf(prices, cart, type);
    return price && price.amount * cart.counts[type];
  });
  const [first] = prices;
  if (!first || amounts.includes(null)) return null;
  return moneyIn(first.amount.currency)(amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0));
}

/** The people of a cart as the command takes them. */
export const pilgrimsOf = ({ roomType, counts, travels }: Cart) =>
  TYPES.flatMap((passengerType) =>
    Array.from({ length: counts[passengerType] }, (_, i) => ({
      passengerType,
      roomType,
      isPayer: travels && passengerType === "adult" && i === 0,
    })),
  );
