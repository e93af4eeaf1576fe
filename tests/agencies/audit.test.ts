import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBranch, updateBranch } from "@/lib/agencies/commands/branches";
import { updateAgency } from "@/lib/agencies/commands/settings";
import { exportAudit, listAudit, listPlatformAudit } from "@/lib/audit/queries";
import { addMs, DAY } from "@/lib/kernel/clock";
import { advanceDepartures } from "@/lib/packages/commands/update-departure";
import { systemCall } from "../inventory/support";
import { as, NOON, newWorld, type Somebody, type World } from "../support/world";
import { addSuperAdmin, asPlatform } from "./support";

let world: World;
let mira: Somebody;
let branchId: string;
beforeAll(async () => {
  world = await newWorld();
  mira = await addSuperAdmin(world.house);
  const place = { name: "Bandung", city: "Bandung", timeZone: "Asia/Jakarta" };
  branchId = (await openBranch(as(world.owner), place)).id;
  await updateBranch(as(world.admin, {}, addMs(NOON, DAY)), { id: branchId, city: "Cimahi" });
  await updateAgency(as(world.owner, {}, addMs(NOON, 2 * DAY)), { currency: "SAR" });
  await openBranch(as(world.rivalOwner), place);
});
afterAll(() => world.close());

const commandsOf = async (input: object) =>
  (await listAudit(as(world.owner), input)).data.map(({ command }) => command);

describe("[R87] the log of an agency", () => {
  it("says who changed what from what to what, the newest first, to owners and admins of that agency", async () => {
    const { data } = await listAudit(as(world.admin), {});
    expect(data.map(({ command, actorName }) => [command, actorName])).toEqual([
      ["agencies.update", "Rahma Owner"],
      ["agencies.update_branch", "Agus Admin"],
      ["agencies.open_branch", "Rahma Owner"],
    ]);
    expect(data[1]).toMatchObject({
      actor: `user:${world.admin.userId}`,
      changes: [{ table: "branches", id: branchId, before: { city: "Bandung" }, after: { city: "Cimahi" } }],
      via: "http",
      agency: null,
    });
    for (const who of [world.manager, world.viewer, world.leader, world.pilgrim]) {
      await expect(listAudit(as(who), {})).rejects.toMatchObject({ kind: "forbidden" });
    }
  });

  it("is found by command, name, id, area, person and day", async () => {
    expect(await commandsOf({ q: "branch" })).toHaveLength(2);
    expect(await commandsOf({ q: "agus" })).toEqual(["agencies.update_branch"]);
    expect(await commandsOf({ q: branchId })).toHaveLength(2);
    expect(await commandsOf({ q: "100%" })).toEqual([]);
    expect(await commandsOf({ area: "agencies" })).toHaveLength(3);
    expect(await commandsOf({ area: "agenc" })).toEqual([]);
    expect(await commandsOf({ actorId: world.admin.userId })).toHaveLength(1);
    const day = { from: addMs(NOON, DAY).toISOString(), to: addMs(NOON, 2 * DAY).toISOString() };
    expect(await commandsOf(day)).toEqual(["agencies.update_branch"]);
  });

  it("a task that found nothing to do stands in nobody's way, and is found by its name", async () => {
    await advanceDepartures(systemCall(world), {});
    expect(await commandsOf({})).toHaveLength(3);
    expect(await commandsOf({ q: "advance" })).toEqual(["packages.advance_departures"]);
  });

  it("pages without skipping or repeating, and is a file", async () => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listAudit(as(world.owner), { limit: 1, cursor });
      ids.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(ids).toEqual((await exportAudit(as(world.owner), {})).data.map(({ id }) => id));
    expect(ids).toHaveLength(3);
  });

  it("is read across agencies by the platform alone, which learns whose it is and no name of theirs", async () => {
    const { data } = await listPlatformAudit(asPlatform(mira), {});
    expect(new Set(data.map(({ agency }) => agency?.name))).toEqual(new Set(["Nurani Wisata", "Aq Jol Travel"]));
    expect(JSON.stringify(data)).not.toContain("Rahma");
    const rivals = await listPlatformAudit(asPlatform(mira), { agencyId: world.rival.id });
    expect(rivals.data.map(({ command }) => command)).toEqual(["agencies.open_branch"]);
    await expect(listPlatformAudit(as(world.owner), {})).rejects.toMatchObject({ kind: "forbidden" });
  });
});
