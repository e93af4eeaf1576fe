import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Call } from "@/lib/kernel/call";
import { HOUR } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/ids";
import { sendPositions } from "@/lib/tracking/commands/send-positions";
import { openCall } from "@/server/doors/call";
import { questionsOf } from "../kernel/support";
import { actorOf, type House, openHouse, populate, type Somebody, type World } from "../support/world";
import { by, crowd, fill, fixAt, later, openTrip, overhear, send, shown, stored } from "./trip";

let house: House;
let world: World;
let groupId: string;
let ours: Somebody[];
let theirs: Somebody[];
beforeAll(async () => {
  house = await openHouse(20);
});
beforeEach(async () => {
  world = await populate(house);
  [ours, theirs] = (await Promise.all([world.agency, world.rival].map(({ id }) => crowd(house, id, 25)))) as [
    Somebody[],
    Somebody[],
  ];
  groupId = await openTrip(house, { owner: world.owner, members: [{ who: world.leader, role: "leader" }] });
  await fill(house, world.agency.id, groupId, ours);
  const rivalGroup = await openTrip(house, { owner: world.rivalOwner, members: [] });
  await fill(house, world.rival.id, rivalGroup, theirs);
});
afterAll(() => house.close());

const NOW = later(HOUR / 1_000);

/** The same call, counting the transactions it opens. */
function counted(call: Call, count: { commits: number }): Call {
  return {
    ...call,
    transact: (...args) => {
      count.commits += 1;
      return call.transact(...args);
    },
  };
}

describe("fifty senders of two agencies at once", () => {
  it("share a commit, and each fix is stored under its own agency and nowhere else", async () => {
    const people = ours.flatMap((one, i) => [one, theirs[i] as Somebody]);
    const calls = await Promise.all(people.map((who) => by(house, who, NOW)));
    const fixes = people.map((_, i) => fixAt(i, i, { battery: i / 100 }));
    const count = { commits: 0 };
    const receipts = await Promise.all(
      calls.map((call, i) => sendPositions(counted(call, count), { positions: [fixes[i] as never] })),
    );

    expect(count.commits).toBe(1);
    expect(receipts.map(({ accepted }) => accepted)).toEqual(fixes.map(({ id }) => [id]));
    for (const [i, who] of people.entries()) {
      expect(await stored(house, who)).toMatchObject([
        { id: fixes[i]?.id, agencyId: who.agencyId, lat: fixes[i]?.lat },
      ]);
      const stranger = who.agencyId === world.agency.id ? world.rival.id : world.agency.id;
      expect(await stored(house, { ...who, agencyId: stranger })).toEqual([]);
    }
  });

  it("answer each sender for their own fixes, refusals included", async () => {
    const people = [...ours.slice(0, 10), ...theirs.slice(0, 10)];
    const calls = await Promise.all(people.map((who) => by(house, who, NOW)));
    const receipts = await Promise.all(
      calls.map((call, i) => {
        const fix = i % 3 === 0 ? { ...fixAt(i), lat: 0, lng: 0 } : fixAt(i);
        return sendPositions(call, { positions: [fix as never] });
      }),
    );
    receipts.forEach(({ accepted, rejected }, i) => {
      expect([accepted.length, rejected[0]?.reason]).toEqual(i % 3 === 0 ? [0, "zero_zero"] : [1, undefined]);
    });
  });

  it("ask PostgreSQL as much as one sender of each would", async () => {
    const send = (call: Call) => sendPositions(call, { positions: [fixAt(9) as never] });
    const pairs = ours.map((one, i) => [one, theirs[i] as Somebody]);
    const [first = [], ...rest] = await Promise.all(
      pairs.map((pair) => Promise.all(pair.map((who) => by(house, who, NOW)))),
    );
    const one = await questionsOf(first, send);
    expect(await questionsOf(rest.flat(), send)).toEqual(one);
    expect(one).toHaveLength(1);
  });

  it("let nobody without an agency spoil the commit of the others", async () => {
    const outsider = openCall({ actor: actorOf(world.pilgrim), agencyId: null, via: "socket", now: NOW });
    const calls = await Promise.all(ours.slice(0, 5).map((who) => by(house, who, NOW)));
    const count = { commits: 0 };
    const answers = await Promise.allSettled(
      [outsider, ...calls].map((call, i) => sendPositions(counted(call, count), { positions: [fixAt(i) as never] })),
    );
    expect(answers.map(({ status }) => status)).toEqual(["rejected", ...calls.map(() => "fulfilled")]);
    expect(count.commits).toBe(2);
  });
});

describe("[R62] a write that fails", () => {
  const POISON = 21.5;
  const owner = async (statement: string) => {
    const sql = postgres(house.database.ownerUrl, { max: 1, onnotice: () => undefined });
    await sql.unsafe(statement).finally(() => sql.end());
  };
  const refusePoison = () => owner(`alter table positions add constraint poison check (lat <> ${POISON}) not valid`);
  const heal = () => owner("alter table positions drop constraint if exists poison");

  it("is acknowledged to nobody whose fix is not there, and harms nobody else", async () => {
    await refusePoison();
    const people = ours.slice(0, 6);
    const calls = await Promise.all(people.map((who) => by(house, who, NOW)));
    const answers = await Promise.allSettled(
      calls.map((call, i) =>
        sendPositions(call, { positions: [{ ...fixAt(i), ...(i === 2 && { lat: POISON }) } as never] }),
      ),
    ).finally(heal);
    expect(answers.map(({ status }) => status)).toEqual(people.map((_, i) => (i === 2 ? "rejected" : "fulfilled")));
    for (const [i, who] of people.entries()) expect(await stored(house, who)).toHaveLength(i === 2 ? 0 : 1);
  });

  it("only at its commit is judged anew, as new: whoever watches hears of it", async () => {
    const call = await by(house, ours[0] as Somebody, NOW);
    const count = { commits: 0 };
    const transact: Call["transact"] = (fence, readOnly, work) =>
      counted(call, count).transact(fence, readOnly, async (tx) => {
        const done = await work(tx);
        if (count.commits === 1) throw new Error("the connection was lost");
        return done;
      });
    const heard = await overhear(house);
    const fix = fixAt(30);
    expect((await sendPositions({ ...call, transact }, { positions: [fix as never] })).accepted).toEqual([fix.id]);
    expect(count.commits).toBe(2);
    expect(heard.map(({ name }) => name)).toEqual(["position"]);
  });

  it("is tried again as if it had never been: stored, shown and signalled", async () => {
    const [who] = ours as [Somebody];
    const fix = { ...fixAt(60), id: newId(), lat: POISON, lng: 39.8 };
    await refusePoison();
    await expect(send(house, who, [fix])).rejects.toThrow();
    await heal();
    const heard = await overhear(house);
    expect((await send(house, who, [fix])).accepted).toEqual([fix.id]);
    expect(heard).toHaveLength(1);
    expect((await shown(house, world.leader, groupId, who.userId))?.position?.lat).toBe(POISON);
  });
});
