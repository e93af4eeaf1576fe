import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepLetter, moveLetter } from "@/lib/notices/commands/letters";
import { retryDelivery, retryPlatformDelivery } from "@/lib/notices/commands/retry";
import { exportOutbox, listOutbox, listPlatformOutbox } from "@/lib/notices/queries";
import { deliver } from "@/lib/notices/tasks/deliver";
import { tasks } from "@/lib/notices/tasks/resend";
import { systemCall } from "../inventory/support";
import { rowsOf } from "../kernel/support";
import { as, newWorld, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await newWorld();
  const call = systemCall(world);
  for (let i = 0; i < 7; i++) {
    const channel = i % 2 ? ("sms" as const) : ("mail" as const);
    const to = i % 2 ? `+62812345678${i}` : `siti_${i}@example.com`;
    await deliver(call, world.house.ports, {
      channel,
      to,
      subject: `Halo ${i}%`,
      body: "…",
      locale: "id",
      dedupeKey: `${i}`,
    });
  }
});
afterAll(() => world.close());

describe("the outbox", () => {
  it("lists what was sent, the newest first, by words, channel and state, in pages that neither lose nor double", async () => {
    const call = as(world.admin);
    const first = await listOutbox(call, { limit: 4 });
    const rest = await listOutbox(call, { limit: 4, cursor: first.nextCursor ?? "" });
    expect([...first.data, ...rest.data].map(({ subject }) => subject)).toEqual(
      [6, 5, 4, 3, 2, 1, 0].map((i) => `Halo ${i}%`),
    );
    const oldest = await listOutbox(call, { limit: 4, sort: "oldest" });
    const newer = await listOutbox(call, { limit: 4, sort: "oldest", cursor: oldest.nextCursor ?? "" });
    expect([...oldest.data, ...newer.data]).toEqual([...first.data, ...rest.data].toReversed());
    expect((await listOutbox(call, { channel: "sms", status: "kept" })).data).toHaveLength(3);
    expect((await listOutbox(call, { q: "SITI_2" })).data).toMatchObject([
      { to: "siti_2@example.com", status: "kept" },
    ]);
    expect((await listOutbox(call, { q: "%" })).data).toHaveLength(7);
    expect((await listOutbox(call, { q: "_" })).data).toHaveLength(4);
    expect((await exportOutbox(call, { channel: "mail" })).data).toHaveLength(4);
    expect((await listOutbox(as(world.rivalOwner), {})).data).toEqual([]);
  });

  it("sends a failed message again, once, when staff ask; one that carried a code and one that did not fail stay", async () => {
    const call = systemCall(world);
    const failed = async (dedupeKey: string, carriesSecret: boolean) => {
      const { id } = await keepLetter(call, {
        channel: "mail",
        to: "a@b.c",
        body: "…",
        locale: "id",
        dedupeKey,
        carriesSecret,
      });
      await moveLetter(call, { id, status: "failed", reason: "550" });
      return id;
    };
    const id = await failed("again", false);
    const asked = await Promise.allSettled([
      retryDelivery(as(world.owner), { id }),
      retryDelivery(as(world.admin), { id }),
    ]);
    expect(asked.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [plan] = await rowsOf<{ task: string; payload: object }>(world.house, "later");
    expect(plan).toMatchObject({ task: "notices.resend", payload: { id, platform: false } });
    for (const _ of [1, 2]) await tasks[0]?.run(call, plan?.payload as never, world.house.ports);
    expect(await rowsOf(world.house, "deliveries", `id = '${id}'`)).toMatchObject([
      { status: "kept", attempts: 1, reason: null },
    ]);

    const refusal = { code: "delivery_not_repeatable" };
    await expect(retryDelivery(as(world.owner), { id })).rejects.toMatchObject(refusal);
    await expect(retryDelivery(as(world.owner), { id: await failed("code", true) })).rejects.toMatchObject(refusal);
  });

  it("keeps the platform's letters apart, for the platform alone", async () => {
    const root = as({ ...world.owner, roles: [] }, { superAdmin: true });
    await deliver({ ...systemCall(world), agencyId: null }, world.house.ports, {
      channel: "mail",
      to: "root@example.com",
      subject: "Platform",
      body: "…",
      locale: "en",
      dedupeKey: "p",
    });
    expect((await listPlatformOutbox(root, {})).data).toMatchObject([{ subject: "Platform" }]);
    const [{ id } = { id: "" }] = (await listPlatformOutbox(root, {})).data;
    await expect(retryPlatformDelivery(root, { id })).rejects.toMatchObject({ code: "delivery_not_repeatable" });
    await expect(retryPlatformDelivery(as(world.owner), { id })).rejects.toMatchObject({ code: "delivery_not_found" });
    await expect(retryDelivery(as(world.owner), { id })).rejects.toMatchObject({ code: "delivery_not_found" });
    expect((await listOutbox(as(world.owner), { q: "Platform" })).data).toEqual([]);
  });
});
