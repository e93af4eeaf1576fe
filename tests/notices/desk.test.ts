import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memberships } from "@/db/schema/agencies";
import { fenced } from "@/db/tx";
import { openBranch } from "@/lib/agencies/commands/branches";
import { approvePermission, askPermission } from "@/lib/agencies/commands/requests";
import type { Call } from "@/lib/kernel/call";
import type { Told } from "@/lib/kernel/fact";
import { listMyNotifications } from "@/lib/notices/queries";
import { tasks as agencyTasks } from "@/lib/notices/tasks/agencies";
import { tasks as paymentTasks } from "@/lib/notices/tasks/payments";
import { tasks as savingsTasks } from "@/lib/notices/tasks/savings";
import { verifyProof } from "@/lib/payments/commands/decide";
import { uploadProof } from "@/lib/payments/commands/proofs";
import { approveRefund, requestRefund } from "@/lib/payments/commands/refunds";
import { refuseWithdrawal, takeBackWithdrawal, withdraw } from "@/lib/savings/commands/withdraw";
import { DEPOSIT, sellSeats } from "../bookings/support";
import { systemCall } from "../inventory/support";
import { payBooking } from "../invoices/support";
import { savers } from "../money/support";
import { slip, toPay } from "../payments/support";
import { addPerson, as, newWorld, type Somebody, type World } from "../support/world";

const tasks = [...agencyTasks, ...paymentTasks, ...savingsTasks];
let world: World;
beforeAll(async () => {
  world = await newWorld(8);
});
afterAll(() => world.close());

/** Does something, and then twice all that reacts to what it told. */
async function told<T>(act: (heard: (call: Call) => Call) => Promise<T>): Promise<T> {
  const facts: Told[] = [];
  const done = await act((call) => ({ ...call, announce: (news) => void facts.push(...news) }));
  for (const fact of [...facts, ...facts])
    for (const task of tasks)
      if (task.kind === "on" && task.fact === fact.name)
        await task.run({ ...systemCall(world), requestId: fact.id }, fact.payload, world.house.ports);
  return done;
}
const ASKS = /^(proof_submitted|refund_requested|withdrawal_requested|permission_asked)$/;
/** What waits for them under the bell. */
const callsOf = async (who: Somebody) =>
  (await listMyNotifications(as(who), { limit: 50 })).data.flatMap(({ kind, readAt }) =>
    readAt || !ASKS.test(kind) ? [] : [kind],
  );
const callsOfAll = (people: Somebody[]) => Promise.all(people.map(callsOf));

/** The membership of somebody as it is from now on. */
async function change({ userId, agencyId }: Somebody, now: { grants?: string[]; branchId?: string }) {
  const theirs = and(eq(memberships.agencyId, agencyId), eq(memberships.userId, userId));
  await fenced(world.house.database, "qafila_tenant", agencyId, false, (tx) =>
    tx.update(memberships).set(now).where(theirs),
  );
}

describe("what waits for an answer calls whoever may give it, until one of them has", () => {
  it("a proof: the desk, and the manager of its branch from when they were given to look at them", async () => {
    const { id: departureId } = await sellSeats(world, 3, {}, as(world.manager));
    const { invoice } = await toPay(world, departureId);
    const hand = () =>
      told(async (heard) =>
        uploadProof(heard(as(world.pilgrim)), { id: invoice.id, file: await slip(), amount: DEPOSIT }),
      );
    const desk = [world.owner, world.admin, world.manager];
    const first = await hand();
    expect(await callsOfAll(desk)).toEqual([["proof_submitted"], ["proof_submitted"], []]);
    await told((heard) => verifyProof(heard(as(world.owner)), { id: first.id, decision: "reject", reason: "Buram" }));
    expect(await callsOfAll(desk)).toEqual([[], [], []]);

    await change(world.manager, { grants: ["verify_payments"] });
    const second = await hand();
    expect(await callsOf(world.manager)).toEqual(["proof_submitted"]);
    const trusted = as(world.manager, { grants: ["verify_payments"] });
    await told((heard) => verifyProof(heard(trusted), { id: second.id, decision: "approve" }));
    expect(await callsOfAll(desk)).toEqual([[], [], []]);
  });

  it("a refund: everybody of the desk but who asked for it", async () => {
    const { id: departureId } = await sellSeats(world, 3);
    const { bookingId, invoice } = await toPay(world, departureId);
    await payBooking(world, bookingId, DEPOSIT);
    const back = { id: invoice.id, amount: { amount: 1_000, currency: "IDR" }, why: "Dua kali" };
    const { id } = await told((heard) => requestRefund(heard(as(world.owner)), back));
    expect(await callsOfAll([world.owner, world.admin])).toEqual([[], ["refund_requested"]]);
    await told((heard) => approveRefund(heard(as(world.admin)), { id }));
    expect(await callsOf(world.admin)).toEqual([]);
  });

  it("saved money asked back: the desk, and not who saves and works there", async () => {
    const [planId = ""] = await savers(world, [world.admin], 500);
    const back = { id: planId, amount: { amount: 100, currency: "IDR" } };
    const { id } = await told((heard) => withdraw(heard(as(world.admin)), back));
    expect(await callsOfAll([world.owner, world.admin])).toEqual([["withdrawal_requested"], []]);
    await told((heard) => refuseWithdrawal(heard(as(world.owner)), { id, note: "Nanti" }));
    expect(await callsOf(world.owner)).toEqual([]);
    const { id: again } = await told((heard) => withdraw(heard(as(world.admin)), back));
    expect(await callsOf(world.owner)).toEqual(["withdrawal_requested"]);
    await told((heard) => takeBackWithdrawal(heard(as(world.admin)), { id: again }));
    expect(await callsOf(world.owner)).toEqual([]);
  });

  it("a wish for a permission: whoever runs the place, the manager of the branch too", async () => {
    const operator = await addPerson(world.house, world.agency, "Opik Operator", ["operator"], true);
    const stranger = await addPerson(world.house, world.agency, "Malik Manager", ["manager"], false);
    const { id: branchId } = await openBranch(as(world.owner), {
      name: "Timur",
      city: "Bandung",
      timeZone: "Asia/Jakarta",
    });
    await change(stranger, { branchId });
    const wish = { permission: "export_data" as const, reason: "Untuk maskapai." };
    const { id } = await told((heard) => askPermission(heard(as(operator)), wish));
    const asked = ["permission_asked"];
    expect(await callsOfAll([world.owner, world.admin, world.manager])).toEqual([asked, asked, asked]);
    expect(await callsOfAll([operator, world.viewer, stranger])).toEqual([[], [], []]);
    await told((heard) => approvePermission(heard(as(world.manager)), { id }));
    expect(await callsOfAll([world.owner, world.admin, world.manager])).toEqual([[], [], []]);
    expect((await listMyNotifications(as(operator), {})).data).toMatchObject([{ kind: "permission_approved" }]);
  });
});
