import { expect, it } from "vitest";
import type { Call } from "@/lib/kernel/call";
import type { Told } from "@/lib/kernel/fact";
import { listMyNotifications } from "@/lib/notices/queries";
import { tasks } from "@/lib/notices/tasks/payments";
import { verifyProof } from "@/lib/payments/commands/decide";
import { uploadProof } from "@/lib/payments/commands/proofs";
import { requestRefund } from "@/lib/payments/commands/refunds";
import { undoDecision } from "@/lib/payments/commands/undo";
import { DEPOSIT, days, idr, sellSeats } from "../bookings/support";
import { systemCall } from "../inventory/support";
import { as, NOON, newWorld, type Somebody } from "../support/world";
import { slip, toPay } from "./support";

it("the desk hears of a proof, the payer of what became of it and, before the trip, of what is due: each once", async () => {
  const world = await newWorld();
  const { id: departureId } = await sellSeats(world, 3, {
    startsAt: days(60).toISOString(),
    endsAt: days(70).toISOString(),
  });
  const { invoice } = await toPay(world, departureId);
  const kindsOf = async (who: Somebody) =>
    (await listMyNotifications({ ...as(who), locale: "en" }, { limit: 50 })).data.map(({ kind, href }) => [kind, href]);
  const told = async (act: (call: (call: Call) => Call) => Promise<unknown>) => {
    const facts: Told[] = [];
    await act((call) => ({ ...call, announce: (news) => void facts.push(...news) }));
    for (const fact of [...facts, ...facts])
      for (const task of tasks)
        if (task.kind === "on" && task.fact === fact.name)
          await task.run({ ...systemCall(world), requestId: fact.id }, fact.payload, world.house.ports);
  };
  let id = "";
  await told(async (heard) => {
    ({ id } = await uploadProof(heard(as(world.pilgrim)), { id: invoice.id, file: await slip(), amount: DEPOSIT }));
  });
  const office = `/a/${world.agency.slug}/office/proofs`;
  expect(await kindsOf(world.admin)).toEqual([["proof_submitted", office]]);
  await told((heard) => verifyProof(heard(as(world.owner)), { id, decision: "approve" }));
  const mine = `/a/${world.agency.slug}/my/invoices/${invoice.id}`;
  expect(await kindsOf(world.pilgrim)).toEqual([["proof_approved", mine]]);
  await told((heard) => undoDecision(heard(as(world.owner)), { id }));
  await told((heard) => verifyProof(heard(as(world.owner)), { id, decision: "approve" }));
  expect(await kindsOf(world.pilgrim)).toEqual([
    ["proof_approved", mine],
    ["proof_taken_back", mine],
    ["proof_approved", mine],
  ]);

  await told((heard) =>
    requestRefund(heard(as(world.owner)), { id: invoice.id, amount: idr(1_000), why: "Two times" }),
  );
  expect((await kindsOf(world.admin))[0]?.[0]).toBe("refund_requested");

  const remind = tasks.find(({ name }) => name === "notices.payments_due")!;
  const runOn = async (day: number) => {
    const call = systemCall(world, world.agency.id, new Date(NOON.getTime() + day * 86_400_000));
    if (remind.kind === "every") await remind.run(call, undefined, world.house.ports);
  };
  for (const day of [0, 1, 10, 30, 30, 46, 53, 54]) await runOn(day);
  const due = (await kindsOf(world.pilgrim)).filter(([kind]) => kind === "payment_due");
  expect(due).toHaveLength(4);
  await world.close();
});
