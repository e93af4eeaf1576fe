import { afterAll, beforeAll, expect, it } from "vitest";
import { approveAgency } from "@/lib/agencies/commands/decide";
import { registerAgency } from "@/lib/agencies/commands/register";
import type { WaitingList } from "@/lib/agencies/contract/platform";
import { listWaiting } from "@/lib/agencies/queries/platform";
import { addMs, MINUTE } from "@/lib/kernel/clock";
import type { Files, Ports } from "@/lib/kernel/ports";
import { tasks } from "@/lib/notices/tasks/probes";
import { openCall } from "@/server/doors/call";
import { addStanding, addSuperAdmin, asPlatform } from "../agencies/support";
import { openOwner, rowsOf } from "../kernel/support";
import { type Live, openLive } from "../support/live";
import { as, NOON, newWorld, type Somebody, type World } from "../support/world";

let world: World;
let live: Live;
let root: Somebody;
beforeAll(async () => {
  world = await newWorld();
  live = await openLive(world.house);
  root = await addSuperAdmin(world.house);
  const owner = openOwner(world.house);
  await owner`update users set email = 'mira@qafila.test', locale = 'id' where id = ${root.userId}`;
  await owner.end();
});
afterAll(async () => {
  await live.close();
  await world.close();
});

const waiting = async (now = NOON) => (await listWaiting(asPlatform(root, null, now), {})).data;
const only = (list: WaitingList["data"], kind: string) => list.find((one) => one.kind === kind);

it("the platform's bell counts who waits to be let in, and rings for super admins alone", async () => {
  const [bell, outsider] = await Promise.all(
    [root, world.owner].map(async (who) => live.open({ token: await live.signIn(who) })),
  );
  expect(only(await waiting(), "agencies")).toBeUndefined();
  const wish = { name: "Barakah Safar", slug: "barakah", country: "ID", licenceNumber: "U-1/2026" };
  const asked = await registerAgency(as(world.otherPilgrim), wish);
  await expect.poll(() => bell?.events).toEqual(["notification:new"]);
  expect(only(await waiting(), "agencies")).toEqual({ kind: "agencies", count: 1, at: NOON });
  await addStanding(world.house, "trial", undefined, { trialEndsAt: addMs(NOON, 3 * 24 * 60 * MINUTE) });
  expect(only(await waiting(), "trials")).toMatchObject({ count: 1 });

  await approveAgency(asPlatform(root, asked.id), { id: asked.id });
  await expect.poll(() => bell?.events).toEqual(["notification:new", "notification:new"]);
  expect(only(await waiting(), "agencies")).toBeUndefined();
  await outsider?.settle();
  expect(outsider?.events).toEqual([]);
});

it("a part that fails three times in a row is told to the super admins, once and in their language", async () => {
  const [task] = tasks;
  let isBroken = true;
  const refuse = async () => {
    throw new Error("disk full");
  };
  const files = new Proxy(world.house.ports.files, {
    get: (whole: Files, name: keyof Files) => (isBroken && name === "put" ? refuse : whole[name].bind(whole)),
  });
  const ports: Ports = { ...world.house.ports, files };
  const minute = (n: number) =>
    task?.run(
      openCall({ actor: { kind: "system", task: "probe" }, agencyId: null, via: "task", now: addMs(NOON, n * MINUTE) }),
      undefined as never,
      ports,
    );
  const letters = () => rowsOf<Record<string, string>>(world.house, "deliveries", "dedupe_key like 'probe:%'");
  for (const n of [0, 1]) await minute(n);
  expect([await letters(), only(await waiting(), "probes")]).toEqual([[], undefined]);
  for (const n of [2, 3]) await minute(n);
  expect(only(await waiting(), "probes")).toEqual({ kind: "probes", count: 1, at: NOON });
  expect(await letters()).toMatchObject([
    { recipient: "mira@qafila.test", locale: "id", subject: "Penyimpanan berkas tidak menjawab" },
  ]);
  isBroken = false;
  await minute(4);
  expect(only(await waiting(), "probes")).toBeUndefined();
});
