import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { memberships } from "@/db/schema/agencies";
import { fenced } from "@/db/tx";
import { setAvatar } from "@/lib/identity/commands/avatar";
import { avatarKey } from "@/lib/identity/rules";
import { newId } from "@/lib/kernel/ids";
import { eraseUser } from "@/lib/users/commands/erase";
import { rowsOf } from "../kernel/support";
import { slip } from "../payments/support";
import { as, newWorld, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await newWorld(10);
});
afterAll(() => world.close());

const waiting = () =>
  as(world.owner).transact("agency", true, async (tx) => {
    const held = sql`cardinality(pg_blocking_pids(pid)) > 0`;
    return (await tx.execute(sql`select 1 from pg_stat_activity where datname = current_database() and ${held}`))
      .length;
  });
const upload = async () => setAvatar(as(world.pilgrim), { file: await slip() });
const mine = async () =>
  (await rowsOf<{ avatar: string | null }>(world.house, "users", `id = '${world.pilgrim.userId}'`))[0];
/** What was told to be removed, oldest first. */
const dropped = async () =>
  (await rowsOf<{ payload: { avatar: string } }>(world.house, "facts", "name = 'identity.avatar_dropped'")).map(
    ({ payload }) => payload.avatar,
  );

/** All of them at once: each waits for this person's login before any may go on. */
async function atOnce(count: number, start: () => Promise<unknown>[]) {
  let ends: Promise<unknown>[] = [];
  await fenced(world.house.database, "qafila_platform", null, false, async (tx) => {
    await tx.execute(sql`select id from users where id = ${world.pilgrim.userId} for update`);
    ends = start();
    await expect.poll(waiting).toBe(count);
  });
  return Promise.allSettled(ends);
}

it("of pictures sent at once one stays, and the file of every other goes, also where an erase comes between", async () => {
  const put: string[] = [];
  const { files } = world.house.ports;
  const { put: keep } = files;
  files.put = async (key, body, meta) => {
    put.push(key.split("/").at(-1)!.replace(/\..*/, ""));
    await keep(key, body, meta);
  };
  await upload();
  const ends = await atOnce(3, () => [upload(), upload(), upload()]);
  expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
  expect(put).toHaveLength(4);
  expect([...(await dropped()), (await mine())!.avatar].toSorted()).toEqual(put.toSorted());
  const last = await atOnce(2, () => [eraseUser(as(world.owner), { id: world.pilgrim.userId }), upload()]);
  expect(last[0]).toMatchObject({ status: "fulfilled" });
  expect((await mine())!.avatar).toBeNull();
  const lost = await files.exists(avatarKey(world.pilgrim.userId, put[4]!));
  expect([put.length, lost && !(await dropped()).includes(put[4]!)]).toEqual([5, false]);
  files.put = keep;
});

it("an agency that erased somebody hears nothing of the picture they choose elsewhere afterwards", async () => {
  const { otherPilgrim, agency, rival } = world;
  const row = { personName: "Hendra Pilgrim", roles: ["pilgrim"] };
  await fenced(world.house.database, "qafila_platform", null, false, (tx) =>
    tx.insert(memberships).values({ id: newId(), agencyId: rival.id, userId: otherPilgrim.userId, ...row }),
  );
  await eraseUser(as(world.owner), { id: otherPilgrim.userId });
  await setAvatar({ ...as(otherPilgrim), agencyId: rival.id as never }, { file: await slip() });
  const kept = await rowsOf<{ agency_id: string; avatar: string | null }>(
    world.house,
    "memberships",
    `user_id = '${otherPilgrim.userId}'`,
  );
  const shown = Object.fromEntries(kept.map((one) => [one.agency_id, one.avatar]));
  expect(shown).toEqual({ [agency.id]: null, [rival.id]: expect.any(String) });
});
