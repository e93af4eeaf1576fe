import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { muteChat } from "@/lib/chat/commands/reading";
import { messageSent } from "@/lib/chat/facts";
import { joinGroup } from "@/lib/groups/commands/join-group";
import { approveRequest } from "@/lib/groups/commands/requests";
import { groupDecided, groupRequested } from "@/lib/groups/facts";
import type { Call } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import { markNotificationsRead, notify } from "@/lib/notices/commands/notify";
import { listMyNotifications } from "@/lib/notices/queries";
import { mentions } from "@/lib/notices/rules";
import { deliver } from "@/lib/notices/tasks/deliver";
import { tasks as groupTasks } from "@/lib/notices/tasks/groups";
import { tasks as peopleTasks } from "@/lib/notices/tasks/people";
import { userErased } from "@/lib/users/facts";
import { openGroup, put, within } from "../groups/support";
import { systemCall } from "../inventory/support";
import { rowsOf } from "../kernel/support";
import { as, newWorld, type Somebody, type World } from "../support/world";

const tasks = [...groupTasks, ...peopleTasks];
let world: World;
let system: Call;
beforeAll(async () => {
  world = await newWorld(50);
  system = systemCall(world);
});
afterAll(() => world.close());

/** Runs what reacts to this fact, twice: a task may be repeated. */
async function react(fact: { name: string }, payload: object, requestId: string) {
  const call = { ...system, requestId };
  for (const task of [...tasks, ...tasks]) {
    if (task.kind === "on" && task.fact === fact.name) await task.run(call, payload, world.house.ports);
  }
}
const told = (who: Somebody, locale = "en") => listMyNotifications({ ...as(who), locale }, {});

describe("a join request", () => {
  it("is told to the group's leader and to staff who may answer it, in each reader's language, and to nobody else", async () => {
    const group = await openGroup(world, { branchId: world.agency.branchId, needsApproval: true, name: "Umrah Rajab" });
    await put(world, group.id, world.leader, "leader");
    await put(world, group.id, world.pilgrim);
    await joinGroup(as(world.otherPilgrim), { code: group.joinCode ?? "" });
    const ids = { agencyId: world.agency.id, groupId: group.id, userId: world.otherPilgrim.userId };
    await react(groupRequested, ids, "asked");

    for (const who of [world.leader, world.owner, world.admin, world.manager]) {
      expect(await told(who)).toMatchObject({ unread: 1, data: [{ kind: "group_requested", readAt: null }] });
    }
    for (const who of [world.viewer, world.otherLeader, world.pilgrim, world.otherPilgrim]) {
      expect(await told(who)).toEqual({ data: [], nextCursor: null, unread: 0 });
    }
    const office = `/a/${world.agency.slug}/office/groups/${group.id}`;
    expect((await told(world.owner)).data).toMatchObject([
      { text: "Hendra Pilgrim asks to join Umrah Rajab", href: office },
    ]);
    expect((await told(world.leader, "id")).data).toMatchObject([
      { text: "Hendra Pilgrim meminta bergabung dengan Umrah Rajab", href: expect.stringMatching(/lead.*roster$/) },
    ]);

    await approveRequest(as(world.owner), { groupId: group.id, userId: world.otherPilgrim.userId });
    await react(groupDecided, { ...ids, decision: "approved" }, "decided");
    expect(await told(world.otherPilgrim, "ru")).toMatchObject({
      unread: 1,
      data: [{ text: "Вы в группе Umrah Rajab", href: `/a/${world.agency.slug}/my` }],
    });
    // What was asked is answered: nobody has it before them any more.
    for (const who of [world.leader, world.owner]) expect((await told(who)).unread).toBe(0);
  });
});

describe("what somebody was told", () => {
  const news = (dedupeKey: string, who: Somebody) => ({
    agencyId: who.agencyId,
    userIds: [who.userId],
    dedupeKey,
    kind: "agency_approved" as const,
  });

  it("stands there once, however many tell it at once, and each hears of it once", async () => {
    const heard: unknown[] = [];
    const call = { ...system, announce: (facts: unknown[]) => void heard.push(...facts) };
    await Promise.all(Array.from({ length: 50 }, () => notify(call, news("race", world.viewer))));
    expect((await told(world.viewer)).data).toHaveLength(1);
    expect(heard).toMatchObject([
      { wire: "notification:new", audiences: [expect.stringContaining(world.viewer.userId)] },
    ]);
  });

  it("is read in pages, marked read by its reader alone, and belongs to one agency", async () => {
    for (let i = 0; i < 5; i++) await notify(system, news(`page ${i}`, world.otherLeader));
    const call = as(world.otherLeader);
    const first = await listMyNotifications(call, { limit: 3 });
    const rest = await listMyNotifications(call, { limit: 3, cursor: first.nextCursor ?? "" });
    const ids = [...first.data, ...rest.data].map(({ id }) => id);
    expect([ids.length, new Set(ids).size, rest.nextCursor]).toEqual([5, 5, null]);
    await markNotificationsRead(as(world.owner), { ids });
    expect(await markNotificationsRead(call, { ids: ids.slice(0, 2) })).toEqual({ unread: 3 });
    expect(await markNotificationsRead({ ...call, readOnly: true }, {})).toEqual({ unread: 0 });
    const elsewhere = as({ ...world.otherLeader, agencyId: world.rival.id });
    expect(await listMyNotifications(elsewhere, {})).toEqual({ data: [], nextCursor: null, unread: 0 });
    expect(
      await rowsOf(world.house, "notifications", `user_id = '${world.otherLeader.userId}' and read_at is null`),
    ).toEqual([]);
  });
});

describe("a message in the chat", () => {
  it("is told to whoever it calls by @ and their name, and to nobody who is called something longer", () => {
    for (const text of ["@Siti Aminah!", "halo @siti, ayo", "@SITI", "(@siti)"])
      expect(mentions(text, "Siti Aminah")).toBe(true);
    for (const text of ["Siti", "@Sitinur", "mail@sitinur.id", "@ siti"])
      expect(mentions(text, "Siti Aminah")).toBe(false);
    expect(mentions("تعال يا @محمد", "محمد علي")).toBe(true);
    expect(mentions("@a", "A")).toBe(false);
  });

  it("is told once to members of the group, not to its sender, and not to others of that name", async () => {
    const group = await openGroup(world);
    for (const who of [world.pilgrim, world.otherPilgrim]) await put(world, group.id, who);
    const message = { id: newId(), text: "@Siti dan @Hendra dan @Omar", senderId: world.otherPilgrim.userId };
    const before = (await told(world.pilgrim)).unread;
    await react(messageSent, { agencyId: world.agency.id, groupId: group.id, message }, "said");
    expect(await told(world.pilgrim)).toMatchObject({
      unread: before + 1,
      data: [
        {
          text: "Hendra Pilgrim mentioned you in Umrah Akhir Musim",
          href: `/a/${world.agency.slug}/my/messages/${group.id}`,
        },
      ],
    });
    for (const who of [world.otherPilgrim, world.otherLeader]) {
      expect((await told(who)).data.filter(({ kind }) => kind === "chat_mentioned")).toEqual([]);
    }
  });

  it("is not told to who silenced the chat, and is again once they hear it", async () => {
    const group = await openGroup(world);
    for (const who of [world.pilgrim, world.otherPilgrim]) await put(world, group.id, who);
    const mine = within(world.pilgrim, group.id, "pilgrim");
    const ids = { agencyId: world.agency.id, groupId: group.id };
    const before = (await told(world.pilgrim)).unread;
    for (const [muted, count] of [
      [true, before],
      [false, before + 1],
    ] as const) {
      await muteChat(mine, { groupId: group.id, muted });
      const message = { id: newId(), text: "@Siti di mana?", senderId: world.otherPilgrim.userId };
      await react(messageSent, { ...ids, message }, `muted ${muted}`);
      expect((await told(world.pilgrim)).unread).toBe(count);
    }
  });
});

describe("somebody an agency forgot", () => {
  it("has no letters and no bell in it any more; another agency keeps its own", async () => {
    const who = world.viewer;
    await deliver(system, world.house.ports, {
      channel: "mail",
      to: "vina@example.com",
      body: "…",
      locale: "id",
      dedupeKey: "vina",
      userId: who.userId,
    });
    await react(userErased, { agencyId: world.rival.id, userId: who.userId }, "elsewhere");
    expect(await rowsOf(world.house, "deliveries", `user_id = '${who.userId}'`)).toHaveLength(1);
    await react(userErased, { agencyId: world.agency.id, userId: who.userId }, "erased");
    for (const table of ["deliveries", "notifications"]) {
      expect(await rowsOf(world.house, table, `user_id = '${who.userId}'`)).toEqual([]);
    }
  });
});
