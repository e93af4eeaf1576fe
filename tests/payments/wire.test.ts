import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { importStatement } from "@/lib/payments/commands/bank";
import { apiServer } from "@/server/http/api";
import { DEPOSIT, idr, QUAD, sellSeats } from "../bookings/support";
import { signIn } from "../house/visitors";
import { as, NOON, newWorld, type World } from "../support/world";
import { send, toPay } from "./support";

let world: World;
let departure: string;
let ask: (path: string, method?: string, body?: object) => Promise<{ status: number; said: Record<string, unknown> }>;
beforeAll(async () => {
  world = await newWorld(8);
  departure = (await sellSeats(world, 9)).id;
  const [app, token] = [apiServer(), await signIn(world.house, world.owner)];
  ask = async (path, method = "GET", body) => {
    const headers = { host: "localhost", authorization: `Bearer ${token}`, "content-type": "application/json" };
    const sent = new Request(`http://localhost/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) });
    const answer = await app.fetch(sent);
    return { status: answer.status, said: (await answer.json()) as Record<string, unknown> };
  };
});
afterAll(() => world.close());

const usd = (amount: number) => ({ amount, currency: "USD" });
const other = { status: 422, said: { details: { fields: { amount: ["other_currency"] } } } };

it("what the desk reads of a proof, a line of the bank and what waits are sums with their currency", async () => {
  const { invoice } = await toPay(world, departure);
  const { id } = await send(world.pilgrim, invoice.id, DEPOSIT + 100);
  const { said } = await ask(`/proofs/${id}`);
  expect(said).toMatchObject({ amount: idr(DEPOSIT + 100), invoice: { total: idr(QUAD), paid: idr(0) } });
  expect(said.invoice).not.toHaveProperty("currency");
  expect(said.checks).toContainEqual(expect.objectContaining({ name: "amount", amount: idr(DEPOSIT + 100) }));
  const csv = `date,text,amount\n${NOON.toISOString().slice(0, 10)},SRI,777`;
  await importStatement(as(world.admin), { name: "m.csv", csv, currency: "IDR" });
  const lines = await ask("/bank-lines");
  expect(lines.said).toMatchObject({ data: [{ amount: idr(77_700) }] });
  expect((lines.said.data as object[])[0]).not.toHaveProperty("currency");
});

it("money that is counted, booked or asked back is of its invoice's currency, and so is what an account lacks", async () => {
  const { invoice } = await toPay(world, departure);
  const at = `/invoices/${invoice.id}`;
  expect(await ask(`${at}/cash`, "POST", { cashId: newId(), amount: usd(100) })).toMatchObject(other);
  const { id } = await send(world.pilgrim, invoice.id, DEPOSIT);
  const yes = { decision: "approve", amount: usd(DEPOSIT - 100) };
  expect(await ask(`/proofs/${id}/verify`, "PATCH", yes)).toMatchObject(other);
  const really = { ...yes, amount: idr(DEPOSIT - 100) };
  expect(await ask(`/proofs/${id}/verify`, "PATCH", really)).toMatchObject({ said: { amount: idr(DEPOSIT - 100) } });
  const [back, why] = [`${at}/refunds`, "Batal"];
  expect(await ask(back, "POST", { amount: usd(100), why })).toMatchObject(other);
  expect(await ask(back, "POST", { amount: idr(DEPOSIT), why })).toMatchObject({
    status: 409,
    said: { error: "insufficient_funds", details: { asked: idr(DEPOSIT), left: idr(DEPOSIT - 100) } },
  });
  const asked = await ask(back, "POST", { amount: idr(100), why });
  expect(asked).toMatchObject({ status: 201, said: { amount: idr(100) } });
  expect(asked.said).not.toHaveProperty("currency");
});
