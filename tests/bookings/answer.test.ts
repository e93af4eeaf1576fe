import { afterAll, beforeAll, expect, it } from "vitest";
import { cancelPilgrim } from "@/lib/bookings/commands/cancel";
import { remindPayer } from "@/lib/bookings/commands/remind";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { apiServer } from "@/server/http/api";
import { signIn } from "../house/visitors";
import { payBooking } from "../invoices/support";
import { as, newWorld, type World } from "../support/world";
import { adults, book, DEPOSIT, idr, QUAD, sellSeats, submit } from "./support";

let world: World;
let app: ReturnType<typeof apiServer>;
let authorization: string;
beforeAll(async () => {
  world = await newWorld(4);
  app = apiServer();
  authorization = `Bearer ${await signIn(world.house, world.owner)}`;
});
afterAll(() => world.close());

const ask = async (path: string) => {
  const headers = { host: "localhost:3000", authorization, "x-agency": world.agency.slug };
  const response = await app.fetch(new Request(`http://localhost:3000/api/v1${path}`, { headers }));
  return response.json() as Promise<Record<string, unknown>>;
};

it("every sum of a booking says of which currency it is, and its currency stands nowhere beside them", async () => {
  const me = as(world.pilgrim);
  const { id: departureId } = await sellSeats(world, 5);
  const placed = await book(me, departureId, adults(2));
  expect(placed).toMatchObject({ owed: idr(2 * QUAD), paid: idr(0) });
  const { id } = await submit(me, placed.id);
  const reminded = await remindPayer(as(world.owner), { id });
  expect(reminded).toMatchObject({ owed: idr(2 * QUAD), paid: idr(0) });

  await payBooking(world, id, 2 * QUAD);
  const [first, second] = (await readBooking(me, { id })).party;
  await cancelPilgrim(me, { id, pilgrimId: second!.id });
  const read = await ask(`/bookings/${id}`);
  // Forty days before ten per cent are kept.
  const [owed, paid, refund] = [idr(QUAD + QUAD / 10), idr(2 * QUAD), idr(QUAD - QUAD / 10)];
  expect(read).toMatchObject({ owed, paid, refund, deposit: idr(DEPOSIT) });
  expect(read.party).toMatchObject([
    { id: first!.id, price: idr(QUAD), cancellation: null },
    { id: second!.id, price: idr(QUAD), cancellation: { price: idr(QUAD), kept: idr(QUAD / 10) } },
  ]);
  expect(read.lines).toMatchObject([QUAD, QUAD, -QUAD, QUAD / 10].map((amount) => ({ amount: idr(amount) })));

  const { data } = (await ask(`/bookings?departureId=${departureId}`)) as { data: object[] };
  expect(data).toMatchObject([{ id, owed, paid }]);
  for (const one of [placed, reminded, read, ...data]) expect(one).not.toHaveProperty("currency");
});
