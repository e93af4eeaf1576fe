import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkBooks } from "@/lib/ledger/queries";
import { DEPOSIT, sellSeats } from "../bookings/support";
import { crowd } from "../groups/support";
import { asOwner } from "../inventory/support";
import { writing } from "../ledger/support";
import { killHard } from "../start/machine";
import { actorOf, as, newWorld, type World } from "../support/world";
import { disagreements, savers } from "./support";

const LANES = 8;
/** So many bookings are made before it is killed: each lane is then somewhere in the middle of another. */
const ENOUGH = 25;

let world: World;
beforeAll(async () => {
  world = await newWorld(20);
});
afterAll(() => world.close());

/** Waits until PostgreSQL has seen that whoever wrote is gone. */
async function settled(database: string) {
  const busy = await asOwner(world, async (sql) => {
    const [row] = await sql`select count(*)::int as n from pg_stat_activity
      where datname = ${database} and state <> 'idle' and pid <> pg_backend_pid()`;
    return row?.n;
  });
  expect(busy).toBe(0);
}

it("[R4] [R24] kill -9 among bookings, conversions and cancellations loses no seat and leaves no half of a journal", async () => {
  const people = await crowd(world, LANES);
  const plans = await savers(world, people, DEPOSIT * 12);
  const departure = await sellSeats(world, 60);
  const told = {
    url: world.house.database.loginUrl,
    agencyId: world.agency.id,
    departureId: departure.id,
    savers: people.map((who, i) => ({ person: actorOf(who), planId: plans[i] })),
  };
  const child = spawn(process.execPath, ["--import", "tsx", "tests/money/kill-child.ts", JSON.stringify(told)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let made = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === "made") made += 1;
    if (made >= ENOUGH) break;
  }
  await killHard(child);
  await expect
    .poll(() =>
      settled(new URL(world.house.database.loginUrl).pathname.slice(1)).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
  expect(made).toBe(ENOUGH);
  expect(await disagreements(as(world.owner))).toEqual([]);
  expect((await writing(world, checkBooks)).problems).toEqual([]);
});
