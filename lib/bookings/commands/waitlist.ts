import { z } from "zod";
import { welcome } from "@/lib/agencies/commands/members";
import { introduce } from "@/lib/agencies/queries/members";
import { claim, lockPools, release } from "@/lib/inventory/commands";
import { type Actor, isPerson, isSystem } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { command } from "@/lib/kernel/command";
import { conflict, notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { only } from "@/lib/kernel/only";
import { type Bookable, findOffer } from "@/lib/packages/queries/departures";
import { MOST_HELD } from "../contract/booking";
import { JoinWaitlist, type WaitlistEntry, WaitlistRef } from "../contract/waitlist";
import { offerLapsed, seatsOffered } from "../facts";
import { mayBook, maySellSeats, maySellTo } from "../policy";
import { OFFER_MS } from "../rules/life";
import { addEntry, asEntry, type EntryRecord, findStanding, lockEntry, lockWaiting, setEntry } from "../store/waitlist";
import { type Standing, standingsOf } from "./standing";

export const LAPSE = "bookings.lapse";

/** Gives seats that are free to who waited longest and fits, one offer per seat, in the transaction that freed them
 * (R7). Nobody is offered anything once the departure is closed. */
export async function offerSeats(work: Work, departureId: string): Promise<void> {
  const offer = await findOffer(work, departureId);
  if (!offer || !isOpen(work, offer)) return;
  const pool = (await lockPools(work, [offer.poolId])).get(offer.poolId);
  let left = pool?.left ?? 0;
  if (left === 0 || !(await staysOpen(work, departureId))) return;
  for (const entry of await lockWaiting(work, departureId)) {
    if (entry.seats > left) continue;
    left -= entry.seats;
    await makeOffer(work, entry, offer.poolId);
  }
}

const isOpen = ({ now }: Work, { status, startsAt }: Bookable) => status === "open" && startsAt > now;
/** Asked behind the pool's lock, where nobody closes it or calls it off any more. */
async function staysOpen(work: Work, departureId: string): Promise<boolean> {
  const offer = await findOffer(work, departureId);
  return offer !== null && isOpen(work, offer);
}

async function makeOffer(work: Work, entry: EntryRecord, poolId: string) {
  const wish = { poolId, quantity: entry.seats, holder: `waitlist:${entry.id}` };
  const [grant] = await claim(work, [wish], "held");
  const offerEndsAt = addMs(work.now, OFFER_MS);
  await setEntry(work, entry, { status: "offered", claimId: grant?.claimId ?? null, offerEndsAt });
  const payload = { departureId: entry.departureId, entryId: entry.id };
  work.later({ task: LAPSE, key: entry.id, runAt: offerEndsAt, payload });
  work.tell(seatsOffered, { agencyId: agencyOf(work), ...payload, userId: entry.userId });
}

/** One place in a queue; behind the pool's lock, as everybody takes it who offers (R3). @throws Fault `waitlist_entry_not_found` */
async function lockPlace(work: Work, offer: Bookable, entryId: string): Promise<EntryRecord> {
  await lockPools(work, [offer.poolId]);
  return lockEntry(work, offer.id, entryId);
}

type Subject = { offer: Bookable; standing: Standing; forOthers: boolean };
const mayWait = (actor: Actor, { offer, standing, forOthers }: Subject) =>
  mayBook(actor, { forOthers, shutOut: standing.shutOut, sells: maySellSeats(actor, offer) });

/** Joins the queue of a departure that has no room for so many. Who stands in it already keeps that place, and may ask for
 * another number of seats there as long as none are offered.
 * @throws Fault `departure_not_found`, `departure_not_open`, `too_many_held`, `seats_left` when there is room: book instead */
export const joinWaitlist = command({
  name: "bookings.join_waitlist",
  input: JoinWaitlist,
  prepare: async (call, input) => ({ ...input, card: await introduce(call) }),
  load: async (work, { id, person, card }): Promise<Subject> => {
    const [offer, standings] = await Promise.all([findOffer(work, id), standingsOf([{ work, card }])]);
    if (!offer?.isPublic && !(offer && maySellSeats(work.actor, offer))) throw notFound("departure");
    return { offer, standing: only<Standing>(standings), forOthers: person !== undefined };
  },
  allow: mayWait,
  run: async (work, { id, seats, person }, { offer, standing }): Promise<WaitlistEntry> => {
    if (!isOpen(work, offer)) throw conflict("departure_not_open");
    if (seats > MOST_HELD && !maySellSeats(work.actor, offer))
      throw conflict("too_many_held", { most: MOST_HELD, held: 0 });
    const pool = (await lockPools(work, [offer.poolId])).get(offer.poolId);
    if (!(await staysOpen(work, id))) throw conflict("departure_not_open");
    if ((pool?.left ?? 0) >= seats) throw conflict("seats_left", { left: pool?.left });
    const userId = person ? null : standing.userId;
    const branchId = person && isPerson(work.actor) ? work.actor.branchId : null;
    const stands = userId ? await findStanding(work, id, userId) : null;
    if (stands) return asEntry(stands.status === "waiting" ? await setEntry(work, stands, { seats }) : stands);
    await welcome([{ work, ...standing }]);
    const { name: personName, phone } = person ?? standing.payer;
    return asEntry(
      await addEntry(work, {
        id: newId(),
        departureId: id,
        branchId,
        userId,
        personName,
        phone,
        seats,
        status: "waiting",
      }),
    );
  },
});

/** Leaves the queue, or lets an offer go; its seats go to the next.
 * @throws Fault `waitlist_entry_not_found`, `waitlist_over` */
export const leaveWaitlist = command({
  name: "bookings.leave_waitlist",
  input: WaitlistRef,
  load: async (work, { id, entryId }) => {
    const offer = await findOffer(work, id);
    if (!offer) throw notFound("waitlist_entry");
    const entry = await lockPlace(work, offer, entryId);
    const isOwn = isPerson(work.actor) && work.actor.userId === entry.userId;
    if (!isOwn && !maySellTo(work.actor, offer, entry)) throw notFound("waitlist_entry");
    return entry;
  },
  // Who may not is told there is no such entry.
  allow: () => true,
  run: async (work, { id }, entry): Promise<WaitlistEntry> => {
    if (entry.status !== "waiting" && entry.status !== "offered") throw conflict("waitlist_over");
    const after = await setEntry(work, entry, { status: "left" });
    if (entry.claimId) await release(work, [entry.claimId]);
    await offerSeats(work, id);
    return asEntry(after);
  },
});

/** An offer nobody took: its seats go to the next. On any other it does nothing. */
export const lapseOffer = command({
  name: "bookings.lapse_offer",
  input: z.strictObject({ departureId: z.uuid(), entryId: z.uuid() }),
  load: async (work, { departureId, entryId }) => {
    const offer = await findOffer(work, departureId);
    if (!offer) throw notFound("departure");
    return lockPlace(work, offer, entryId);
  },
  allow: isSystem,
  run: async (work, { departureId }, entry) => {
    if (entry.status !== "offered" || !entry.offerEndsAt || entry.offerEndsAt > work.now) return false;
    await setEntry(work, entry, { status: "lapsed" });
    if (entry.claimId) await release(work, [entry.claimId]);
    const { id: entryId, userId } = entry;
    work.tell(offerLapsed, { agencyId: agencyOf(work), departureId, entryId, userId });
    await offerSeats(work, departureId);
    return true;
  },
});

/** It left or was called off: nobody waits for it any more, and what was offered goes back. Returns how many waited. */
export const closeQueue = command({
  name: "bookings.close_queue",
  input: z.strictObject({ departureId: z.uuid() }),
  load: (work, { departureId }) => findOffer(work, departureId),
  allow: isSystem,
  run: async (work, { departureId }, offer) => {
    if (!offer) return 0;
    await lockPools(work, [offer.poolId]);
    const standing = await lockWaiting(work, departureId, ["waiting", "offered"]);
    for (const entry of standing) await setEntry(work, entry, { status: "lapsed" });
    await release(
      work,
      standing.flatMap(({ status, claimId }) => (status === "offered" && claimId ? [claimId] : [])),
    );
    return standing.length;
  },
});

/** Seats were added, or a closed departure is open again: who waits gets them first. */
export const wakeWaitlist = command({
  name: "bookings.wake_waitlist",
  input: z.strictObject({ departureId: z.uuid() }),
  load: (work, { departureId }) => findOffer(work, departureId),
  allow: isSystem,
  run: (work, { departureId }) => offerSeats(work, departureId),
});
