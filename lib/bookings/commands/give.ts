import { shownBy } from "@/lib/agencies/queries/members";
import { agencyOf } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict, notFound } from "@/lib/kernel/fault";
import { type Booking, GiveBooking } from "../contract/booking";
import { bookingGiven } from "../facts";
import { maySell } from "../policy";
import { showBooking } from "../queries/show";
import { sharedContact } from "../rules/payer";
import { lockBooking, setBooking } from "../store/bookings";
import { listParty, setPilgrim } from "../store/pilgrims";
import { billOwner } from "./billing";

/** What the office wrote down for somebody at the desk becomes theirs, once they have a login that shows the same phone or
 * address: they see and pay it from now on. Never by itself, since a mistyped number would show a stranger the passports.
 * @throws Fault `booking_not_found`, `booking_owned`, `person_not_found` for whoever has not shown its payer's contact,
 * `pilgrim_not_found` */
export const giveBooking = command({
  name: "bookings.give",
  input: GiveBooking,
  prepare: async (call, input) => ({ ...input, shown: await shownBy(call, input.userId) }),
  load: (work, { id }) => lockBooking(work, id),
  allow: maySell,
  run: async (work, { id, userId, pilgrimId, shown }, booking): Promise<Booking> => {
    if (booking.payerUserId) throw conflict("booking_owned");
    if (!shown || sharedContact(booking, shown) === null) throw notFound("person");
    const party = await listParty(work, id);
    const own = party.find((one) => one.id === pilgrimId && one.state === "active" && one.userId === null);
    if (pilgrimId && !own) throw notFound("pilgrim");
    await setBooking(work, booking, { payerUserId: userId });
    if (own) await setPilgrim(work, own, { userId });
    await billOwner(work, booking, userId);
    const { departureId } = booking;
    work.tell(bookingGiven, { agencyId: agencyOf(work), bookingId: id, departureId, payerUserId: userId });
    return showBooking(work, id);
  },
});
