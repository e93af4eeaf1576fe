import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { placeBooking } from "@/lib/bookings/commands/place";
import { crowd } from "../groups/support";
import { as, newWorld, type Somebody, type World } from "../support/world";
import { adults, alone, reckon, sellSeats } from "./support";

const PEOPLE = 60;
const SEATS = 40;
const ANSWERED = 5;
let world: World;
let people: Somebody[];
const nodes: ChildProcess[] = [];
beforeAll(async () => {
  world = await newWorld(8);
  people = await crowd(world, PEOPLE);
});
afterEach(() => {
  for (const node of nodes.splice(0)) node.kill("SIGKILL");
});
afterAll(() => world.close());

type Answered = { userId: string; id: string | null; refused: string | null };

/** Another node that books for these; `heard` after each of its answers. */
function openNode(departureId: string, whom: Somebody[], heard: (answered: Answered) => void) {
  const args = ["tests/bookings/booker-child.ts", world.house.database.loginUrl, departureId, JSON.stringify(whom)];
  const node = spawn(process.execPath, ["--import", "tsx", ...args], { stdio: ["ignore", "pipe", "inherit"] });
  nodes.push(node);
  createInterface({ input: node.stdout! }).on("line", (line) => heard(JSON.parse(line) as Answered));
  return { node, ended: once(node, "exit") };
}

it.each([1, 2])(
  "[R4] [R13] a node killed while people book through two: what was answered stands, who was left without an answer asks the other and has one seat, and none is lost (run %i)",
  async () => {
    const { id: departureId } = await sellSeats(world, SEATS);
    const [answers, rest] = [new Map<string, string>(), people.slice(PEOPLE / 2)];
    const note = ({ userId, id }: Answered) => id && answers.set(userId, id);
    const killed = openNode(departureId, people.slice(0, PEOPLE / 2), (answered) => {
      note(answered);
      if (answers.size >= ANSWERED) killed.node.kill("SIGKILL");
    });
    const other = openNode(departureId, rest, note);
    await Promise.all([killed.ended, other.ended]);
    expect([killed.node.signalCode, other.node.exitCode]).toEqual(["SIGKILL", 0]);

    const again = await Promise.allSettled(
      people.map(async (who) => {
        const booking = await placeBooking(alone(as(who), departureId), { departureId, pilgrims: adults(1) });
        return { userId: who.userId, id: booking.id };
      }),
    );
    const granted = new Map(
      again.flatMap((one) => (one.status === "fulfilled" ? [[one.value.userId, one.value.id]] : [])),
    );
    const refused = again.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    for (const [userId, id] of answers) expect([userId, granted.get(userId)]).toEqual([userId, id]);
    expect([granted.size, refused]).toEqual([SEATS, Array(PEOPLE - SEATS).fill("sold_out")]);
    const { byBookings, byClaims, byPool } = await reckon(world, departureId);
    expect([byBookings, byClaims, byPool]).toEqual(Array(3).fill({ held: SEATS, sold: 0 }));
  },
);
