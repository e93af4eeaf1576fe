import { NOON } from "../support/world";
import type { Entry } from "./entry";
import { CAST, PIXEL, type Role, type Stage } from "./stage";

const except = (all: readonly Role[], without: readonly Role[]) => all.filter((role) => !without.includes(role));
/** Who belongs to the agency, and whoever is signed in and may become a pilgrim there by booking. */
const INSIDE = except(CAST, ["superAdmin", "stranger", "rivalOwner", "guest", "key", "nobody", "house"]);
const COMERS: readonly Role[] = [...INSIDE, "superAdmin", "stranger"];
const ANYONE = CAST;
const nothing = () => ({});
const house = (input: Entry["input"]): Entry => ({ input, may: ["house"] });

/** PRODUCT 3: who works for the agency sees drafts; branches are apart; everybody sees what is published. */
const SELLERS: readonly Role[] = ["owner", "admin", "manager"];
/** Whoever the agency knows. What is on sale stands at the public door, so its existence is no secret of anybody's. */
const VISITORS = except(CAST, ["rivalOwner", "house"]);
const atDoor = ({ world }: Stage) => ({ slug: world.agency.slug });
const departureOf = ({ trade }: Stage) => ({ id: trade.departureId });
const packageOf = ({ trade }: Stage) => ({ id: trade.packageId });
const bookingOf = ({ trade }: Stage) => ({ id: trade.bookingId });
const pilgrimOf = ({ trade }: Stage) => ({ id: trade.bookingId, pilgrimId: trade.personId });
const onSale = (input: Entry["input"], may = SELLERS): Entry => ({
  input,
  may,
  names: ["id"],
  knows: except(VISITORS, may),
});
/** The payer, who sells, and who only looks. */
const onBooking = (input: Entry["input"], may: readonly Role[] = [...SELLERS, "pilgrim"]): Entry => ({
  input,
  may,
  names: ["id"],
  knows: except([...SELLERS, "operator", "viewer", "pilgrim"], may),
});
/** It is nobody's who has a login. */
const onWalkIn = (input: Entry["input"]): Entry => ({ ...onBooking(input, SELLERS), knows: ["operator", "viewer"] });
/** The specimen of ICAO 9303, good until the end of 2035. */
const MRZ = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F3512311<<<<<<<<<<<<<<06";
const day = (n: number) => new Date(NOON.getTime() + n * 86_400_000).toISOString();
const anybodysOf = (input: Entry["input"]): Entry => ({ input, may: VISITORS, names: ["id"] });

/** What PRODUCT 3 says of packages, departures, bookings and waitlists. */
export const TRADE: Record<string, Entry> = {
  "agencies.list_public_branches": { input: atDoor, may: ANYONE },
  "agencies.read_public": { input: atDoor, may: ANYONE },
  "bookings.cancel": onBooking(bookingOf),
  "bookings.cancel_by_agency": house(bookingOf),
  "bookings.cancel_pilgrim": onBooking((s) => ({ ...bookingOf(s), pilgrimId: s.trade.leavingId })),
  "bookings.close_queue": house((s) => ({ departureId: departureOf(s).id })),
  "bookings.complete": house(departureOf),
  "bookings.follow_dates": house(departureOf),
  "bookings.follow_group": house(departureOf),
  "bookings.count": { input: nothing, may: ["owner", "admin", "manager", "otherManager", "operator", "viewer"] },
  "bookings.sum": { input: nothing, may: ["owner", "admin", "manager", "otherManager", "viewer"] },
  "bookings.expire": house(bookingOf),
  "bookings.join_travellers": house(bookingOf),
  "bookings.join_waitlist": {
    input: ({ trade }) => ({ id: trade.fullId, seats: 1 }),
    may: COMERS,
    names: ["id"],
    knows: VISITORS,
  },
  "bookings.lapse_offer": house(({ trade }) => ({ departureId: trade.fullId, entryId: trade.entryId })),
  "bookings.leave_travellers": house((s) => ({ ...bookingOf(s), pilgrimIds: [] })),
  "bookings.leave_waitlist": {
    input: ({ trade }) => ({ id: trade.fullId, entryId: trade.entryId }),
    may: [...SELLERS, "pilgrim"],
    names: ["entryId"],
  },
  "bookings.export": { input: nothing, may: ["owner", "admin", "manager", "otherManager"] },
  "bookings.export_waits": { input: nothing, may: ["owner", "admin", "manager", "otherManager"] },
  "bookings.give": onWalkIn(({ trade }) => ({ id: trade.walkInId, userId: trade.registeredId })),
  "bookings.list_known_payers": onWalkIn(({ trade }) => ({ id: trade.walkInId })),
  "bookings.list": { input: nothing, may: INSIDE },
  "bookings.list_ending_holds": house(nothing),
  "bookings.list_live": house(departureOf),
  "bookings.list_paid_of": house(({ world }) => ({ userId: world.pilgrim.userId })),
  "bookings.read_allowance": onSale(departureOf, COMERS),
  "bookings.read_ran_out": onSale(departureOf, COMERS),
  "bookings.list_my_waits": { input: nothing, may: INSIDE },
  "bookings.list_waits": {
    input: nothing,
    may: ["owner", "admin", "manager", "otherManager", "operator", "viewer", "house"],
  },
  "bookings.list_waitlist": onSale(departureOf, [...SELLERS, "operator", "viewer"]),
  "bookings.place": {
    input: ({ trade }) => ({
      departureId: trade.departureId,
      pilgrims: [{ passengerType: "adult", roomType: "quad" }],
    }),
    may: [...COMERS, "house"],
    names: ["departureId"],
    knows: VISITORS,
  },
  "bookings.quote_cancel": onBooking(bookingOf),
  "bookings.read": onBooking(bookingOf, [...SELLERS, "operator", "viewer", "pilgrim"]),
  "bookings.read_mrz": onBooking((s) => ({ ...pilgrimOf(s), mrz: MRZ }), [...SELLERS, "operator", "pilgrim"]),
  "bookings.read_papers": onBooking(pilgrimOf, [...SELLERS, "operator", "pilgrim"]),
  "bookings.remind": onBooking(({ trade }) => ({ id: trade.owingId }), SELLERS),
  "bookings.set_document": onBooking(
    (s) => ({ ...pilgrimOf(s), kind: "visa", status: "accepted", expiresOn: null, note: null }),
    [...SELLERS, "operator"],
  ),
  "bookings.set_papers": onBooking(
    (s) => ({
      ...bookingOf(s),
      pilgrimIds: [pilgrimOf(s).pilgrimId],
      kind: "visa",
      status: "accepted",
      expiresOn: null,
      note: null,
    }),
    [...SELLERS, "operator"],
  ),
  "bookings.settle": house((s) => ({ ...bookingOf(s), paid: 1 })),
  "bookings.substitute_pilgrim": onBooking(({ trade }) => ({
    id: trade.bookingId,
    pilgrimId: trade.replacedId,
    details: { passportName: "RINA WIJAYA" },
  })),
  "bookings.update": onBooking((s) => ({ ...bookingOf(s), payer: { name: "Siti" } })),
  "bookings.update_pilgrim": onBooking(
    (s) => ({ ...pilgrimOf(s), passportName: "SITI" }),
    [...SELLERS, "operator", "pilgrim"],
  ),
  "bookings.wake_waitlist": house(({ trade }) => ({ departureId: trade.fullId })),
  "packages.add_photo": onSale((s) => ({ ...packageOf(s), file: PIXEL })),
  "packages.advance_departures": house(nothing),
  "packages.archive": onSale(({ trade }) => ({ id: trade.spare })),
  "packages.create": {
    input: ({ world }) => ({ category: "umrah_plus", name: "Umrah Plus", days: 12, branchId: world.agency.branchId }),
    may: SELLERS,
  },
  "packages.create_departure": onSale((s) => ({
    ...packageOf(s),
    city: "Jakarta",
    startsAt: day(50),
    endsAt: day(60),
    timeZone: "Asia/Jakarta",
    capacity: 45,
  })),
  "packages.duplicate_departure": onSale((s) => ({ ...departureOf(s), startsAt: day(70) })),
  "packages.export_prices": onSale(departureOf, ["owner", "admin"]),
  "packages.import_prices": onSale((s) => ({ ...departureOf(s), csv: "room,passenger,amount" })),
  "packages.export": { input: nothing, may: ["owner", "admin"] },
  "packages.export_departures": { input: nothing, may: ["owner", "admin"] },
  "packages.list": { input: nothing, may: INSIDE },
  "packages.list_departures": { input: nothing, may: INSIDE },
  "packages.list_departures_of": { input: packageOf, may: INSIDE, names: ["id"] },
  "packages.list_for_sale": { input: atDoor, may: ANYONE },
  "packages.list_public": { input: atDoor, may: ANYONE },
  "packages.read": anybodysOf(packageOf),
  "packages.read_departure": anybodysOf(departureOf),
  "packages.read_photo": anybodysOf((s) => ({ ...atDoor(s), id: s.trade.packageId, photoId: s.trade.photoId })),
  "packages.read_public": anybodysOf(packageOf),
  "packages.read_terms": { input: nothing, may: [...SELLERS, "otherManager"] },
  "packages.remove_photo": onSale(({ trade }) => ({ id: trade.packageId, photoId: trade.photoId })),
  "packages.update": onSale((s) => ({ ...packageOf(s), name: "Umrah Musim Baru" })),
  "packages.update_departure": onSale((s) => ({ ...departureOf(s), city: "Surabaya" })),
};
