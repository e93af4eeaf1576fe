import type { Card } from "@/lib/agencies/contract/members";
import { introduce } from "@/lib/agencies/queries/members";
import { claimLocked, lockPools, release } from "@/lib/inventory/commands";
import type { Availability } from "@/lib/inventory/contract";
import { type Actor, isPerson } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict, Fault, forbidden, isFault, notFound } from "@/lib/kernel/fault";
import { only } from "@/lib/kernel/only";
import { type Bookable, findOffer } from "@/lib/packages/queries/departures";
import { type BookingRow, PlaceBooking } from "../contract/booking";
import { mayBook, maySellSeats, maySellTo } from "../policy";
import { takesSeat } from "../rules/party";
import { type EntryRecord, hasWaiting, isOffered, lockEntry, setEntry } from "../store/waitlist";
import { heldBy, refuseTooMany } from "./bound";
import { type Cart, judgeCart, writeBookings } from "./cart";
import { recall } from "./recall";
import { type Standing, standingsOf } from "./standing";
import { offerSeats } from "./waitlist";

/** Most carts that are granted by one commit. */
const AT_ONCE = 200;

type Wish = PlaceBooking & { card: Card | null };
type Subject = { offer: Bookable; standing: Standing; forOthers: boolean };

const mayPlace = (actor: Actor, { offer, standing, forOthers }: Subject) =>
  mayBook(actor, { forOthers, shutOut: standing.shutOut, sells: maySellSeats(actor, offer) });

/** What is on sale, for whoever sells anything, and for whom seats are offered while the offer runs: it is a promise. */
async function mayKnow(work: Work, offer: Bookable, { waitlistId }: Wish): Promise<boolean> {
  if (offer.isPublic || maySellSeats(work.actor, offer)) return true;
  return waitlistId !== undefined && isPerson(work.actor) && isOffered(work, offer.id, waitlistId, work.actor.userId);
}

/** Everybody in a lane wants seats of the same departure. */
async function loadMany(works: Work[], wishes: Wish[]): Promise<(Subject | Error)[]> {
  const [offer, standings] = await Promise.all([
    findOffer(works[0]!, wishes[0]!.departureId),
    standingsOf(works.map((work, i) => ({ work, card: wishes[i]!.card, payerUserId: wishes[i]!.payerUserId }))),
  ]);
  const known = await Promise.all(works.map((work, i) => offer && mayKnow(work, offer, wishes[i]!)));
  return works.map((work, i) => {
    if (!offer || !known[i]) return notFound("departure");
    if (!isPerson(work.actor) && work.actor.kind !== "system") return new Fault("unauthenticated", "unauthenticated");
    const { payer, payerUserId } = wishes[i]!;
    // Who may not sell learns nothing of who is a member.
    if (payerUserId !== undefined && !maySellSeats(work.actor, offer)) return forbidden();
    const standing = standings[i]!;
    if (isFault(standing)) return standing;
    return { offer, standing, forOthers: payer !== undefined || payerUserId !== undefined };
  });
}

/** Who takes up an offer comes first: their seats are there already. */
async function takeOffers(works: Work[], wishes: Wish[]): Promise<(EntryRecord | Error | null)[]> {
  const taken: (EntryRecord | Error | null)[] = [];
  for (const [i, wish] of wishes.entries())
    taken.push(wish.waitlistId ? await takeOffer(works[i]!, wish).catch(asAnswer) : null);
  return taken;
}

const asAnswer = (error: unknown): Error => {
  if (isFault(error)) return error;
  throw error;
};

async function takeOffer(work: Work, { departureId, waitlistId, pilgrims }: Wish): Promise<EntryRecord> {
  const entry = await lockEntry(work, departureId, waitlistId!);
  const isOwn = isPerson(work.actor) && work.actor.userId === entry.userId;
  const offer = isOwn ? null : await findOffer(work, departureId);
  if (!isOwn && !(offer && maySellTo(work.actor, offer, entry))) throw notFound("waitlist_entry");
  const runs = entry.status === "offered" && entry.offerEndsAt !== null && entry.offerEndsAt > work.now;
  if (!runs) throw conflict("waitlist_over");
  const seats = pilgrims.filter(({ passengerType }) => takesSeat(passengerType)).length;
  if (seats > entry.seats) throw conflict("offer_too_small", { seats: entry.seats });
  return entry;
}

/** Of a departure that is full nobody asks for the pool's lock, so that refusals keep nobody waiting who gives seats back. */
function refuseFull(works: Work[], wishes: Wish[], subjects: Subject[]): Error[] | null {
  const { poolId, seats } = subjects[0]!.offer;
  if (seats.left > 0 || wishes.some(({ waitlistId }) => waitlistId)) return null;
  return wishes.map((wish, i) => {
    const cart = judgeCart(works[i]!, { ...wish, entry: null }, subjects[i]!);
    return isFault(cart) ? cart : conflict("sold_out", { pools: [{ poolId, asked: cart.lines.length, left: 0 }] });
  });
}

/** Seats in order of arrival, all of a cart or none; `sold_out` is returned, not thrown, and harms nobody else. */
async function grantMany(works: Work[], wishes: Wish[], subjects: Subject[]): Promise<(BookingRow | Error)[]> {
  const first = works[0]!;
  const { id, poolId } = subjects[0]!.offer;
  // Behind the pool's lock nobody closes the departure or changes its seats any more, and it comes before the queue's (R3).
  // What is asked along with it is answered behind it: whoever waits for the lock waits one way there and back less for each.
  const [pools, isAwaited, offer, held] = await Promise.all([
    lockPools(first, [poolId]),
    hasWaiting(first, id),
    findOffer(first, id),
    heldBy(first, id, works, subjects),
  ]);
  const pool = pools.get(poolId);
  if (isAwaited) await offerSeats(first, id);
  const entries = await takeOffers(works, wishes);
  const recalled = await Promise.all(
    works.map((work, i) => recall(work, wishes[i]!, subjects[i]!.offer).catch(asAnswer)),
  );
  const judged = wishes.map((wish, i) => {
    const entry = entries[i];
    if (entry instanceof Error) return entry;
    const before = recalled[i];
    if (before instanceof Error) return before;
    if (entry && isOverfull(pool)) return conflict("sold_out", { pools: [{ poolId, asked: entry.seats, left: 0 }] });
    return judgeCart(works[i]!, { ...wish, ...before, entry: entry ?? null }, { ...subjects[i]!, offer });
  });
  const carts = refuseTooMany(judged, held);
  const open = carts.filter((cart) => !isFault(cart)) as Cart[];
  if (open.length === 0) return carts as Error[];
  await freeOffered(first, open);
  const turns = [...open].sort((a, b) => Number(b.entry !== null) - Number(a.entry !== null));
  const isMoved = isAwaited || open.some(({ entry }) => entry !== null);
  const grants = await claimLocked(
    first,
    isMoved ? await lockPools(first, [poolId]) : pools,
    turns.map(({ lines }) => lines),
    "held",
  );
  const granted = turns.flatMap((cart, i) => {
    const grant = grants[i]!;
    return isFault(grant) ? [] : [{ cart, claimIds: grant.map(({ claimId }) => claimId) }];
  });
  const rows = await writeBookings(granted);
  // Somebody took fewer seats than were offered: the next in the queue gets the rest.
  if (granted.some(({ cart }) => cart.entry && cart.entry.seats > cart.lines.length)) await offerSeats(first, id);
  const refusals = new Map(turns.map((cart, i) => [cart, grants[i]!] as const));
  return carts.map((cart) => (cart instanceof Error ? cart : (rows.get(cart) ?? (refusals.get(cart) as Fault))));
}

/** The departure was made smaller than what is taken: an offer waits, it is not lost. */
const isOverfull = (pool: Availability | undefined) => pool !== undefined && pool.held + pool.sold > pool.capacity;

async function freeOffered(work: Work, carts: readonly Cart[]) {
  const entries = carts.flatMap(({ entry, work: own }) => (entry ? [{ entry, own }] : []));
  if (entries.length === 0) return;
  for (const { entry, own } of entries) await setEntry(own, entry, { status: "taken" });
  await release(
    work,
    entries.flatMap(({ entry }) => entry.claimId ?? []),
  );
}

const runMany = async (works: Work[], wishes: Wish[], subjects: Subject[]) =>
  refuseFull(works, wishes, subjects) ?? grantMany(works, wishes, subjects);

/** Holds seats for everybody in the cart for half an hour, as a draft (R1, R2). Who is new to the agency becomes a
 * pilgrim there in the same commit.
 * @throws Fault `departure_not_found`, `departure_not_open`, `sold_out` with what is left, `too_many_held`, `price_missing`,
 * `adult_missing`, `too_many_infants`, `passport_too_short`, `waitlist_over`, `booking_not_found` for one to take again */
export const placeBooking = command({
  name: "bookings.place",
  input: PlaceBooking,
  prepare: async (call, input): Promise<Wish> => ({ ...input, card: await introduce(call) }),
  load: async (work, wish) => only(await loadMany([work], [wish])),
  allow: mayPlace,
  run: async (work, wish, subject) => only(await runMany([work], [wish], [subject])),
  together: { key: ({ departureId }) => departureId, max: AT_ONCE, loadMany, allow: mayPlace, runMany },
});
