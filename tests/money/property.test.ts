import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cancelBooking, cancelPilgrim } from "@/lib/bookings/commands/cancel";
import { expireBooking } from "@/lib/bookings/commands/settle";
import { updateBooking } from "@/lib/bookings/commands/update";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { listInvoices } from "@/lib/invoices/queries/invoices";
import { isFault } from "@/lib/kernel/fault";
import { checkBooks } from "@/lib/ledger/queries";
import { verifyProof } from "@/lib/payments/commands/decide";
import { uploadProof } from "@/lib/payments/commands/proofs";
import { approveRefund, refuseRefund, requestRefund } from "@/lib/payments/commands/refunds";
import { undoDecision } from "@/lib/payments/commands/undo";
import { convertSavings } from "@/lib/savings/commands/convert";
import { adults, book, idr, QUAD, sellPackage, sellSeats } from "../bookings/support";
import { systemCall } from "../inventory/support";
import { writing } from "../ledger/support";
import { slip } from "../payments/support";
import { addPerson, as, NOON, newWorld, type Somebody, type World } from "../support/world";
import { disagreements, savers } from "./support";

let world: World;
let packageId: string;
let departures: string[];
let people: Somebody[];
let plans: string[];
let second: Somebody;
let slips: Uint8Array<ArrayBuffer>[];
beforeAll(async () => {
  world = await newWorld();
  packageId = (await sellPackage(world)).id;
  second = await addPerson(world.house, world.agency, "Budi Admin", ["admin"]);
  people = [world.pilgrim, world.otherPilgrim];
  plans = await savers(world, people, QUAD * 25);
  slips = await Promise.all(Array.from({ length: 40 }, () => slip()));
});
afterAll(() => world.close());

const pick = fc.nat({ max: 30 });
const which = (...verbs: readonly string[]) => fc.record({ do: fc.constantFrom(...verbs), which: pick });
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom("book", "convert"), which: pick, size: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("pay"), which: pick, share: fc.constantFrom(1, 15, 60, 100, 130) }),
  },
  { weight: 4, arbitrary: which("approve", "approve", "reject", "undo") },
  { weight: 4, arbitrary: which("cancel", "cancelOne", "expire", "reseat", "convertHeld") },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("refund"), which: pick, share: fc.constantFrom(10, 100) }) },
  { weight: 3, arbitrary: which("approveRefund", "refuseRefund") },
);
type Step = { do: string; which: number; size?: number; share?: number };
type Made = { bookings: string[]; proofs: string[]; refunds: string[] };

const at = <T>(list: readonly T[], i: number): T | undefined => list[i % Math.max(1, list.length)];
const share = (amount: number, percent = 100) => Math.trunc((amount * percent) / 100);

/** Refusals are part of the game, anything else is not. */
const mustBeFault = (error: unknown) => (isFault(error) ? false : Promise.reject(error));

/** Does one step of somebody's, so many minutes after noon. */
async function act({ do: verb, which: i, size = 1, share: percent }: Step, made: Made, minute: number) {
  const now = new Date(NOON.getTime() + minute * 60_000);
  const [who, plan] = [people[i % 2]!, plans[i % 2]!];
  const [own, owner, admin] = [as(who, {}, now), as(world.owner, {}, now), as(world.admin, {}, now)];
  const [id, proof, refund] = [at(made.bookings, i) ?? "", at(made.proofs, i) ?? "", at(made.refunds, i) ?? ""];
  const invoice = async () => (await listInvoices(owner, { subjectId: id })).data[0];
  const departureId = departures[i % departures.length]!;
  const steps: Record<string, () => Promise<unknown>> = {
    book: async () => made.bookings.push((await book(own, departureId, adults(size))).id),
    convert: async () => {
      const { booking } = await convertSavings(own, { id: plan, departureId, pilgrims: adults(size) });
      made.bookings.push(booking.id);
    },
    convertHeld: () => convertSavings(admin, { id: plan, bookingId: id }),
    pay: async () => {
      const due = await invoice();
      if (!due) return;
      const amount = Math.max(1, share(due.total.amount, percent));
      made.proofs.push((await uploadProof(admin, { id: due.id, file: at(slips, i + minute)!, amount })).id);
    },
    approve: async () => {
      const wish = { id: proof, decision: "approve" as const, again: true as const };
      await verifyProof(owner, wish);
      // Above the limit a second person says yes, too; below it there is nothing left to say.
      await verifyProof(as(second, {}, now), wish).catch(mustBeFault);
    },
    undo: async () => {
      await verifyProof(owner, { id: proof, decision: "approve", again: true });
      await undoDecision(owner, { id: proof });
    },
    reject: () => verifyProof(owner, { id: proof, decision: "reject", reason: "Buram" }),
    cancel: () => cancelBooking(owner, { id }),
    cancelOne: async () => {
      const { party } = await readBooking(owner, { id });
      await cancelPilgrim(owner, { id, pilgrimId: at(party, i)?.id ?? id });
    },
    expire: () => expireBooking(systemCall(world, world.agency.id, now), { id }),
    reseat: () => updateBooking(owner, { id, reseat: true }),
    refund: async () => {
      const due = await invoice();
      if (!due) return;
      const amount = Math.max(1, share(due.paid.amount, percent));
      made.refunds.push((await requestRefund(admin, { id: due.id, amount: idr(amount), why: "Batal" })).id);
    },
    approveRefund: () => approveRefund(owner, { id: refund }),
    refuseRefund: () => refuseRefund(owner, { id: refund, note: "Belum" }),
  };
  return steps[verb]!();
}

/** One sequence in which everything succeeds, so that no run of the test is about refusals alone. */
const EVERYTHING: Step[] = [
  { do: "book", which: 0, size: 1 },
  { do: "book", which: 1, size: 1 },
  { do: "pay", which: 1, share: 100 },
  { do: "reject", which: 0 },
  { do: "expire", which: 0 },
  { do: "convert", which: 2, size: 1 },
  { do: "book", which: 4, size: 1 },
  { do: "pay", which: 3, share: 100 },
  { do: "undo", which: 1 },
  { do: "approve", which: 1 },
  { do: "refund", which: 3, share: 10 },
  { do: "approveRefund", which: 0 },
  { do: "cancel", which: 2 },
];

it("[R8] [R15] [R22] [R24] whatever is booked, paid, cancelled, let go, approved, rejected, taken back, refunded and converted, in any order: inventory, ledger and states agree after each step", async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array<Step>(step, { minLength: 8, maxLength: 20 }), async (steps) => {
      departures = [];
      for (const seats of [2, 4, 6]) departures.push((await sellSeats(world, seats, { id: packageId })).id);
      const made: Made = { bookings: [], proofs: [], refunds: [] };
      for (const [i, one] of steps.entries()) {
        const went = await act(one, made, i * 9).then(() => true, mustBeFault);
        if (went) seen.set(one.do, (seen.get(one.do) ?? 0) + 1);
        expect(await disagreements(as(world.owner))).toEqual([]);
      }
    }),
    { numRuns: 12, endOnFailure: true, examples: [[EVERYTHING]] },
  );
  expect((await writing(world, checkBooks)).problems).toEqual([]);
  for (const verb of ["book", "convert", "pay", "approve", "reject", "undo", "cancel", "expire", "refund"])
    expect([verb, seen.get(verb) ?? 0]).not.toEqual([verb, 0]);
});
