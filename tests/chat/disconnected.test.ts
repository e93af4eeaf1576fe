import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editMessage, withdrawMessage } from "@/lib/chat/commands/change-message";
import type { Message } from "@/lib/chat/contract";
import type { Call } from "@/lib/kernel/call";
import { newWorld, type World } from "../support/world";
import { Phone } from "./network";
import { elsewhere, of, openTalk, overheard, say, whole } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld(8);
});
afterAll(() => world.close());

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant("theySay" as const), n: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant("iWrite" as const) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom("edit" as const, "withdraw" as const), n: fc.nat(50) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant("deliver" as const),
      n: fc.integer({ min: 1, max: 9 }),
      how: fc.constantFrom("once" as const, "twice" as const, "backwards" as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("lose" as const), n: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("loseAnswers" as const), n: fc.integer({ min: 1, max: 3 }) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constantFrom(
        ...(["goOffline", "comeBack", "serverRestarts", "crash", "save", "scrollUp", "look"] as const),
      ),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** All of a chat was known, and less of it was kept than there was. */
const KEPT_IN_PART: Step[] = [{ does: "theySay", n: 6 }, { does: "comeBack" }, { does: "save" }, { does: "crash" }];

/** One group, one phone on a bad line, another member, and a server that may be another process at any time. */
async function openScene() {
  const groupId = await openTalk(world);
  const scene = { restarted: false, mine: [] as string[], said: [] as Message[] };
  const hear = (call: Call): Call => {
    const { call: heard, told } = overheard(call);
    const announce: Call["announce"] = (facts, signals) => {
      heard.announce(facts, signals);
      for (const { payload } of told.splice(0)) phone.hears((payload as { message: Message }).message);
    };
    return { ...heard, announce };
  };
  const at = (who: World["pilgrim"]) => hear(scene.restarted ? elsewhere(world.house, who, groupId) : of(who, groupId));
  const phone: Phone = new Phone(groupId, () => at(world.pilgrim));
  const pick = (n: number) => scene.said[n % Math.max(1, scene.said.length)];
  const run = async (one: Step): Promise<unknown> => {
    switch (one.does) {
      case "theySay":
        for (let i = 0; i < one.n; i += 1) scene.said.push(await say(at(world.otherPilgrim), groupId, `they ${i}`));
        return;
      case "iWrite":
        scene.mine.push(`mine ${scene.mine.length}`);
        return phone.write(scene.mine.at(-1)!);
      case "edit":
      case "withdraw": {
        const message = pick(one.n);
        if (!message) return;
        if (one.does === "withdraw") return withdrawMessage(at(world.otherPilgrim), { id: message.id });
        return editMessage(at(world.otherPilgrim), { id: message.id, text: `better ${one.n}` }).catch(() => undefined);
      }
      case "deliver":
        return phone.deliver(one.n, one.how);
      case "lose":
        return phone.lose(one.n);
      case "loseAnswers":
        phone.lostAnswers += one.n;
        return;
      case "goOffline":
        phone.online = false;
        return;
      case "comeBack":
        return phone.comeBack();
      case "serverRestarts":
        scene.restarted = !scene.restarted;
        phone.lose(100);
        return;
      case "crash":
        return phone.crash();
      case "save":
        return phone.save();
      case "scrollUp":
        return void phone.sync.loadOlder();
      case "look":
        return void phone.sync.catchUp();
    }
  };
  return { ...scene, groupId, phone, run, mine: scene.mine, server: () => whole(of(world.leader, groupId), groupId) };
}

describe("[R65] after whatever happened on the way", () => {
  it("a phone's list is the server's, and what was written on it stands there exactly once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const { phone, run, mine, server } = await openScene();
        for (const one of steps) await run(one);
        await phone.comeBack();
        const list = await server();
        expect(await phone.everything()).toEqual(list);
        const texts = list.map(({ text }) => text);
        expect(mine.filter((text) => texts.filter((one) => one === text).length !== 1)).toEqual([]);
        expect(phone.outbox.read()).toEqual([]);
      }),
      // Making a failure smaller must end before the test does, or nobody is told what it was.
      { numRuns: 25, interruptAfterTimeLimit: 40_000, examples: [[KEPT_IN_PART]] },
    );
  });

  it("and so it is after ten minutes without a network in which hundreds of messages came and changed", async () => {
    const { phone, run, server, groupId } = await openScene();
    await run({ does: "theySay", n: 3 });
    await phone.comeBack();
    phone.online = false;
    await phone.write("Saya di Pintu 79");
    const call = of(world.otherPilgrim, groupId);
    const said = await Promise.all(Array.from({ length: 450 }, (_, i) => say(call, groupId, `${i}`)));
    await withdrawMessage(call, { id: said[0]!.id });
    await phone.crash();
    await phone.comeBack();
    expect(await phone.everything()).toEqual(await server());
    expect(phone.outbox.read()).toEqual([]);
  });
});
