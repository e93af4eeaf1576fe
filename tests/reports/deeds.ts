import fc from "fast-check";
import { updateAgency } from "@/lib/agencies/commands/settings";
import { cancelBooking, cancelPilgrim } from "@/lib/bookings/commands/cancel";
import { expireBooking, followDates } from "@/lib/bookings/commands/settle";
import { updateBooking } from "@/lib/bookings/commands/update";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { listInvoices } from "@/lib/invoices/queries/invoices";
import { conflict, isFault } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { updateDeparture } from "@/lib/packages/commands/update-departure";
import { enterCash, verifyProof } from "@/lib/payments/commands/decide";
import { approveRefund, refuseRefund, requestRefund } from "@/lib/payments/commands/refunds";
import { undoDecision } from "@/lib/payments/commands/undo";
import { convertSavings } from "@/lib/savings/commands/convert";
import { takeBackDeposit, verifyDeposit } from "@/lib/savings/commands/decide";
import { createMethod } from "@/lib/savings/commands/desk";
import { undoWithdrawal } from "@/lib/savings/commands/undo";
import { approveWithdrawal, withdraw } from "@/lib/savings/commands/withdraw";
import { cancelOrder, expireOrder, fulfilOrder } from "@/lib/shop/commands/life";
import { placeOrder } from "@/lib/shop/commands/place";
import { createProduct } from "@/lib/shop/commands/products";
import { adults, book, idr, sellPackage, sellSeats } from "../bookings/support";
import { systemCall } from "../inventory/support";
import { begin, submit } from "../savings/support";
import { as, type World } from "../support/world";
import { bookLine, collect, type Gate, hearGate, openGate, uncollect, undoLine } from "./deeds-of-banks";

export const VERBS = [
  ...[
    "book",
    "book",
    "cancel",
    "cancelOne",
    "expire",
    "reseat",
    "move",
    "order",
    "order",
    "drop",
    "runOut",
    "handOver",
  ],
  ...["pay", "pay", "pay", "pay", "undo", "refund", "approveRefund", "refuseRefund"],
  ...["bank", "bank", "undoBank", "gateway", "gateway", "collect", "uncollect"],
  ...["save", "save", "takeBack", "withdraw", "approveOut", "undoOut", "convert", "currency"],
] as const;
/** One thing somebody does, so many hours after what was done before it. */
export type Deed = { verb: (typeof VERBS)[number]; which: number; share: number; hours: number };
export const deeds = fc.array(
  fc.record<Deed>({
    verb: fc.constantFrom(...VERBS),
    which: fc.nat({ max: 20 }),
    share: fc.constantFrom(7, 33, 50, 100),
    hours: fc.constantFrom(1, 5, 7, 19, 31, 90, 400),
  }),
  { minLength: 20, maxLength: 45 },
);

const did = (verb: Deed["verb"], which = 0, share = 100): Deed => ({ verb, which, share, hours: 7 });
const later = (deed: Deed): Deed => ({ ...deed, hours: 400 });
/** A way on which everything is done over five months, so that no run is about refusals alone. */
export const EVERYTHING: Deed[] = [
  ...[did("currency"), did("order"), did("pay"), did("handOver"), did("order", 1), did("drop", 1), did("order", 2)],
  ...[did("order", 3), did("undo", 3, 50), did("book"), did("pay", 1, 50), did("refund", 1, 33), did("approveRefund")],
  ...[did("book", 2), did("refund", 4, 33), did("refuseRefund", 1), later(did("save")), did("save", 1), did("save", 2)],
  ...[
    later(did("move", 0, 50)),
    later(did("cancelOne", 1)),
    later(did("expire", 1)),
    later(did("reseat", 1)),
    did("withdraw", 0, 7),
  ],
  ...[did("undoOut"), did("approveOut"), did("takeBack", 2), ...Array.from({ length: 8 }, () => did("save", 4))],
  // Half of an order, and days later the rest with the code of its transfer.
  ...[did("order"), did("pay", 9, 50), later(did("bank", 9))],
  ...[did("bank", 1), did("gateway", 4, 7), did("undoBank", 2, 7), did("collect", 1), did("uncollect", 3)],
  ...[later(did("convert")), did("book", 1), did("cancel", 3), did("runOut", 2)],
];

const MONEY = ["IDR", "USD", "KZT"];
/** What was made by the way, by kind; and the trips that are sold. */
type Kind = "bookings" | "orders" | "proofs" | "refunds" | "plans" | "deposits" | "outs";
export type Made = Record<Kind | "trips" | "wares", string[]> & { methodId: string; gate: Gate };

/** Trips and wares of an agency that counts in this currency, and keeps its days in this zone. */
export async function openTrade(world: World, timeZone: string, now: Date): Promise<Made> {
  const owner = as(world.owner, {}, now);
  await updateAgency(owner, { timeZone });
  const sold = { bookings: [], orders: [], proofs: [], refunds: [], trips: [], wares: [] };
  const gate = await openGate(world, now);
  const made: Made = Object.assign(sold, { plans: [], deposits: [], outs: [], methodId: "", gate });
  for (const currency of MONEY) {
    await updateAgency(owner, { currency });
    const at = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString();
    const { id } = await sellPackage(world, owner, currency);
    made.trips.push((await sellSeats(world, 40, { id, startsAt: at(150), endsAt: at(160), timeZone }, owner)).id);
    const kit = {
      name: `Kit ${currency}`,
      published: true,
      variants: [{ name: "S", price: { amount: 25_000, currency }, stock: 500 }],
    };
    made.wares.push((await createProduct(owner, kit)).variants[0]!.id);
  }
  made.methodId = (
    await createMethod(as(world.admin, {}, now), { name: `BSI ${newId()}`, type: "bank", accountNumber: "7120440000" })
  ).id;
  await updateAgency(owner, { currency: "IDR" });
  return made;
}

const pick = <T>(list: readonly T[], i: number): T | undefined => list[i % Math.max(1, list.length)];
const part = (amount: number, percent: number) => Math.max(100, Math.trunc((amount * percent) / 10_000) * 100);

function verbsOf(world: World, made: Made, { which: i, share }: Deed, now: Date) {
  const [owner, admin] = [as(world.owner, {}, now), as(world.admin, {}, now)];
  const own = as(i % 2 ? world.pilgrim : world.otherPilgrim, {}, now);
  const system = systemCall(world, world.agency.id, now);
  const id = (kind: Kind) => pick(made[kind], i) ?? newId();
  const trip = pick(made.trips, i)!;
  const invoice = async () => {
    const { data } = await listInvoices(owner, { subjectId: id(i % 3 ? "bookings" : "orders") });
    return data[0];
  };
  const keep = async (kind: Kind, thing: Promise<{ id: string }>) => made[kind].push((await thing).id);
  const day = (back: number) => new Date(now.getTime() - back * 86_400_000).toISOString().slice(0, 10);
  const pay = async () => {
    const due = await invoice();
    if (!due || due.paid.amount >= due.total.amount) return;
    const amount = Math.min(due.total.amount - due.paid.amount, part(due.total.amount, share));
    const { id: proofId, state } = await enterCash(owner, { id: due.id, cashId: newId(), amount: idr(amount) });
    made.proofs.push(proofId);
    if (state !== "approved") await verifyProof(admin, { id: proofId, decision: "approve" });
  };
  /** Something that is owed, and how much of it is paid now; nobody pays what is not owed. */
  const owing = async (
    act: (due: NonNullable<Awaited<ReturnType<typeof invoice>>>, amount: number) => Promise<unknown>,
  ) => {
    const due = await invoice();
    if (!due || due.paid.amount >= due.total.amount) throw conflict("nothing_owed");
    return act(due, Math.min(due.total.amount - due.paid.amount, part(due.total.amount, share)));
  };
  const collected = () => ({
    plans: made.plans.slice(0, 2 + (i % 3)),
    methodId: made.methodId,
    amount: share * 1_000_000,
    back: i,
  });
  return {
    bank: () => owing((due, amount) => bookLine(world, due, amount, { now, back: i % 4 })),
    undoBank: () => owing((due, amount) => undoLine(world, due, amount, now)),
    gateway: () => owing((due, amount) => hearGate(made.gate, due, amount, { now, hours: i % 30 })),
    collect: async () => made.deposits.push(await collect(world, collected(), now)),
    uncollect: () => uncollect(world, collected(), now),
    book: () => keep("bookings", book(own, trip, adults(1 + (i % 3)))),
    cancel: () => cancelBooking(owner, { id: id("bookings") }),
    cancelOne: async () => {
      const { party } = await readBooking(owner, { id: id("bookings") });
      return cancelPilgrim(owner, { id: id("bookings"), pilgrimId: pick(party, i)!.id });
    },
    expire: () => expireBooking(system, { id: id("bookings") }),
    reseat: () => updateBooking(owner, { id: id("bookings"), reseat: true }),
    move: async () => {
      const startsAt = new Date(now.getTime() + (60 + share) * 86_400_000);
      const endsAt = new Date(startsAt.getTime() + 9 * 86_400_000);
      await updateDeparture(owner, { id: trip, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() });
      return followDates(system, { id: trip });
    },
    order: () => {
      const buyer = i % 2 ? own : as(world.manager, {}, now);
      const lines = [{ variantId: pick(made.wares, i)!, quantity: 1 + (i % 4) }];
      return keep("orders", placeOrder(buyer, { lines }));
    },
    drop: () => cancelOrder(owner, { id: id("orders") }),
    runOut: () => expireOrder(system, { id: id("orders") }),
    handOver: () => fulfilOrder(owner, { id: id("orders") }),
    pay,
    undo: async () => {
      await pay();
      return undoDecision(owner, { id: made.proofs.at(-1)! });
    },
    refund: async () => {
      const due = await invoice();
      const amount = part(due?.paid.amount ?? 0, share);
      if (due) await keep("refunds", requestRefund(admin, { id: due.id, amount: idr(amount), why: "Batal" }));
    },
    approveRefund: () => approveRefund(owner, { id: id("refunds") }),
    refuseRefund: () => refuseRefund(owner, { id: id("refunds"), note: "Belum" }),
    save: async () => {
      if (made.plans.length < 4) {
        const saver = made.plans.length % 2 ? world.pilgrim : world.otherPilgrim;
        await keep("plans", begin(admin, saver, { startsOn: day(200) }));
      }
      const more = { paidOn: day(i), whenLate: "next" };
      const { id: depositId } = await submit(world, id("plans"), made.methodId, share * 1_000_000, more, now);
      made.deposits.push((await verifyDeposit(owner, { id: depositId })).id);
    },
    takeBack: () => takeBackDeposit(owner, { id: id("deposits"), reason: "Salah" }),
    withdraw: () => {
      const amount = { amount: share * 10_000_000, currency: "IDR" };
      return keep("outs", withdraw(admin, { id: id("plans"), amount, why: "Perlu" }));
    },
    approveOut: () => approveWithdrawal(owner, { id: id("outs") }),
    undoOut: async () => {
      await approveWithdrawal(owner, { id: id("outs") });
      return undoWithdrawal(owner, { id: id("outs") });
    },
    convert: async () => {
      const departureId = made.trips[0]!;
      const who = made.plans.indexOf(id("plans")) % 2 ? world.pilgrim : world.otherPilgrim;
      const { booking } = await convertSavings(as(who, {}, now), { id: id("plans"), departureId, pilgrims: adults(1) });
      return made.bookings.push(booking.id);
    },
    currency: () => updateAgency(owner, { currency: pick(MONEY, i)! }),
  } satisfies Record<Deed["verb"], () => unknown>;
}

/** Does it. Refusals are part of the game, anything else is not. Returns whether it was done. */
export async function act(world: World, made: Made, deed: Deed, now: Date): Promise<boolean> {
  try {
    await verbsOf(world, made, deed, now)[deed.verb]();
    return true;
  } catch (error) {
    if (isFault(error) && error.code !== "forbidden") return false;
    throw error;
  }
}
