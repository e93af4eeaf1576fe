import { afterAll, beforeAll, expect, it } from "vitest";
import { readInvoice } from "@/lib/invoices/queries/invoices";
import { newId } from "@/lib/kernel/ids";
import { checkBooks } from "@/lib/ledger/queries";
import { uploadProof } from "@/lib/savings/commands/proofs";
import { listDeposits } from "@/lib/savings/queries/desk";
import { DEPOSIT, sellSeats } from "../bookings/support";
import { crowd } from "../groups/support";
import { writing } from "../ledger/support";
import { send, toPay } from "../payments/support";
import { begin, idr, method, picture, stands, submit, today } from "../savings/support";
import { openTwoNodes } from "../support/two-nodes";
import { as } from "../support/world";
import { disagreements } from "./support";

const EACH = 5;
/** So many answers come before the node is killed: the rest is somewhere in the middle. */
const ENOUGH = 5;
const SAVED = 750_000;
const BROUGHT = { amount: DEPOSIT, currency: "IDR" };

let nodes: Awaited<ReturnType<typeof openTwoNodes>>;
beforeAll(async () => {
  nodes = await openTwoNodes();
});
afterAll(() => nodes.close());

type Wish = { by: "owner" | "admin"; method: "POST" | "PATCH"; path: string; body: object; key: string };
type Answer = { status: number; body: { id: string; state: string; error?: string } };

/** What the desk has before it: proofs and deposits to approve, cash on the table, deposits to write down. */
async function desk() {
  const { world } = nodes;
  const now = new Date();
  const { id: departureId } = await sellSeats(world, EACH * 2, {}, as(world.owner, {}, now));
  const { id: methodId } = await method(world);
  const many = Array.from({ length: EACH });
  const post = (path: string, body: object): Wish => ({ by: "owner", method: "POST", path, body, key: newId() });
  const invoices: string[] = [];
  const wishes: Wish[] = [];
  for (const _ of many) {
    const { invoice } = await toPay(world, departureId, now);
    const { id } = await send(world.pilgrim, invoice.id, DEPOSIT, undefined, now);
    wishes.push({ ...post(`/proofs/${id}/verify`, { decision: "approve" }), method: "PATCH" });
    invoices.push(invoice.id);
  }
  for (const _ of many) {
    const { invoice } = await toPay(world, departureId, now);
    wishes.push(
      post(`/invoices/${invoice.id}/cash`, { cashId: newId(), amount: { amount: DEPOSIT, currency: "IDR" } }),
    );
    invoices.push(invoice.id);
  }
  const plans: string[] = [];
  for (const who of await crowd(world, EACH)) {
    const { id: planId } = await begin(as(world.admin), who);
    wishes.push(post(`/savings/deposits/${(await submit(world, planId, methodId, SAVED)).id}/verify`, {}));
    const { id: proofId } = await uploadProof(as(world.admin), { file: await picture() });
    const wish = post("/savings/deposits", { planId, amount: idr(SAVED + 1), methodId, paidOn: today, proofId });
    wishes.push({ ...wish, by: "admin" });
    plans.push(planId);
  }
  return { wishes: wishes.toSorted(() => Math.random() - 0.5), invoices, plans };
}

const ask = async (url: string, token: string, { method, path, body, key }: Wish): Promise<Answer> => {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Answer["body"] };
};

/** As a client does: again while the first try is still being undone. */
async function insist(url: string, token: string, wish: Wish): Promise<Answer> {
  const answer = await ask(url, token, wish);
  const isBusy = answer.status === 503 || answer.body.error === "in_progress";
  return isBusy ? insist(url, token, wish) : answer;
}

it("[R4] [R10] [R13] a node killed while proofs are approved and money is written down: what it answered stands, the rest is done by the other with the same keys, everything once, and no journal is half", async () => {
  const { world, here, thereUrl, kill } = nodes;
  const { wishes, invoices, plans } = await desk();
  const tokens = { owner: await here.signIn(world.owner), admin: await here.signIn(world.admin) };
  const answers = new Map<Wish, Answer>();
  await Promise.allSettled(
    wishes.map(async (wish) => {
      answers.set(wish, await ask(thereUrl, tokens[wish.by], wish));
      if (answers.size >= ENOUGH) kill();
    }),
  );
  expect([...answers.values()].filter(({ body }) => body.error)).toEqual([]);
  expect(answers.size).toBeLessThan(wishes.length);

  for (const wish of wishes) {
    const again = await insist(here.url, tokens[wish.by], wish);
    const first = answers.get(wish);
    expect([wish.path, again.body.error]).toEqual([wish.path, undefined]);
    if (first) expect([again.body.id, again.body.state]).toEqual([first.body.id, first.body.state]);
  }
  const owner = as(world.owner);
  expect(await disagreements(owner)).toEqual([]);
  expect((await writing(world, checkBooks)).problems).toEqual([]);
  for (const id of invoices) {
    expect(await readInvoice(owner, { id })).toMatchObject({ paid: BROUGHT, payments: [{ amount: BROUGHT }] });
  }
  for (const planId of plans) {
    expect(await stands(world, planId)).toEqual([SAVED, 0]);
    const { data } = await listDeposits(owner, { planId });
    expect(data.map(({ state }) => state).sort()).toEqual(["submitted", "verified"]);
  }
});
