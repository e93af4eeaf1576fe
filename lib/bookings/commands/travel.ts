import { z } from "zod";
import { createGroup } from "@/lib/groups/commands/create-group";
import { addMember, removeMember } from "@/lib/groups/commands/members";
import { updateGroup } from "@/lib/groups/commands/update-group";
import { MOST_PLACES } from "@/lib/groups/contract";
import { readGroup } from "@/lib/groups/queries";
import { lockPools } from "@/lib/inventory/commands";
import { isSystem } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { isFault } from "@/lib/kernel/fault";
import { linkGroup } from "@/lib/packages/commands/update-departure";
import { findOffer } from "@/lib/packages/queries/departures";
import { BookingRef } from "../contract/booking";
import { isHeld } from "../rules/life";
import { type BookingRecord, lockBooking } from "../store/bookings";
import { listParty, stillTravelling } from "../store/pilgrims";

/** Leaders and infants travel along without a seat of the departure. */
const SPARE = 20;
const NUMBERS = 500;

/** The group of a departure, opened with the first booking that is paid. The pool's lock keeps two from opening two. */
async function groupFor(work: Work, { departureId, departure }: BookingRecord): Promise<string> {
  await lockPools(work, [departure.poolId]);
  const offer = await findOffer(work, departureId);
  if (offer?.groupId) return offer.groupId;
  const groupId = await openGroup(work, departure, {
    name: offer?.package.name ?? "",
    branchId: offer?.branchId ?? null,
    capacity: Math.min(MOST_PLACES, (offer?.seats.capacity ?? 0) + SPARE),
  });
  await linkGroup(work, departureId, groupId);
  return groupId;
}

async function openGroup(
  work: Work,
  { startsAt, endsAt, timeZone }: BookingRecord["departure"],
  more: { name: string; branchId: string | null; capacity: number },
): Promise<string> {
  const window = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), timeZone };
  for (let number = 1; number <= NUMBERS; number += 1) {
    const group = await createGroup(work, { ...more, ...window, number }).catch((error: unknown) => {
      if (isFault(error) && error.code === "number_taken") return null;
      throw error;
    });
    if (group) return group.id;
  }
  throw new Error("Every group number of these days is taken.");
}

/** Who has paid has a place: a group that is full, as after seats were added, is made larger. */
async function seatIn(work: Work, groupId: string, userId: string, seats: number) {
  const enter = () => addMember(work, { groupId, userId, role: "pilgrim" });
  await enter().catch(async (error: unknown) => {
    // Out of the agency one still travels, but not in its app; who comes back joins then.
    if (isFault(error) && error.code === "member_not_found") return;
    if (!isFault(error) || error.code !== "group_full") throw error;
    const { capacity } = await readGroup(work, { groupId });
    await updateGroup(work, { groupId, capacity: Math.max(capacity + 1, Math.min(MOST_PLACES, seats + SPARE)) });
    await enter();
  });
}

/** A group is under way while its departure is: moved to other days, it takes the group along. Where the office gave the
 * group more time than that, it stays as it is. Returns whether it moved. */
export const followGroup = command({
  name: "bookings.follow_group",
  input: BookingRef,
  load: (work, { id }) => findOffer(work, id),
  allow: isSystem,
  run: async (work, _input, offer) => {
    if (!offer?.groupId) return false;
    const { groupId, startsAt, endsAt } = offer;
    const group = await readGroup(work, { groupId });
    if (group.startsAt <= startsAt && group.endsAt >= endsAt) return false;
    await updateGroup(work, { groupId, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() });
    return true;
  },
});

/** Who has paid travels: the pilgrims with a login join the departure's group by themselves; or only the one who is named.
 * Safe to repeat. */
export const joinTravellers = command({
  name: "bookings.join_travellers",
  input: z.strictObject({ id: z.uuid(), userId: z.uuid().optional() }),
  load: (work, { id }) => lockBooking(work, id),
  allow: isSystem,
  run: async (work, { id, userId: only }, booking) => {
    if (booking.status !== "paid" && booking.status !== "completed") return 0;
    const party = (await listParty(work, id)).filter(({ state, userId }) => state === "active" && userId !== null);
    const people = only ? party.filter(({ userId }) => userId === only) : party;
    if (people.length === 0) return 0;
    const groupId = await groupFor(work, booking);
    const seats = (await findOffer(work, booking.departureId))?.seats.capacity ?? 0;
    for (const { userId } of people) await seatIn(work, groupId, userId!, seats);
    return people.length;
  },
});

/** Who no longer travels leaves the group, unless another booking takes them along: those who were taken off, or everybody
 * whose seats are only held again because their money was taken back. Safe to repeat. */
export const leaveTravellers = command({
  name: "bookings.leave_travellers",
  input: z.strictObject({ id: z.uuid(), pilgrimIds: z.array(z.uuid()).optional() }),
  load: (work, { id }) => lockBooking(work, id),
  allow: isSystem,
  run: async (work, { id, pilgrimIds }, { groupId, departureId, status }) => {
    const isLoose = isHeld(status) || status === "expired";
    const gone = (await listParty(work, id)).filter((one) =>
      pilgrimIds ? pilgrimIds.includes(one.id) && one.state !== "active" : isLoose,
    );
    const userIds = gone.flatMap(({ userId }) => userId ?? []);
    if (!groupId || userIds.length === 0) return 0;
    const staying = new Set(await stillTravelling(work, departureId, userIds));
    const leaving = userIds.filter((userId) => !staying.has(userId));
    for (const userId of leaving)
      await removeMember(work, { groupId, userId }).catch((error: unknown) => {
        if (!isFault(error) || error.code !== "member_not_found") throw error;
      });
    return leaving.length;
  },
});
