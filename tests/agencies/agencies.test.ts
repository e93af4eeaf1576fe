import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openBranch } from "@/lib/agencies/commands/branches";
import { addToDirectory, issueCode, removeFromDirectory } from "@/lib/agencies/commands/directory";
import { foundAgency } from "@/lib/agencies/commands/found";
import { enrol } from "@/lib/agencies/commands/members";
import { Agency } from "@/lib/agencies/contract/agency";
import { listAgencyIds, listMyAgencies, readAgency } from "@/lib/agencies/queries/agency";
import { listBranches } from "@/lib/agencies/queries/branches";
import { lookUp } from "@/lib/agencies/queries/directory";
import { newId } from "@/lib/kernel/ids";
import { openCall } from "@/server/doors/call";
import { inWork, systemCall } from "../inventory/support";
import { actorOf, as, NOON, newWorld, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await newWorld(8);
});
afterAll(() => world.close());

const house = (agencyId: string | null = null) =>
  openCall({ actor: { kind: "system", task: "test" }, agencyId, via: "task", now: NOON });
const nobody = (now = NOON) => openCall({ actor: { kind: "nobody" }, agencyId: null, via: "http", now });
const branch = { name: "Bandung", city: "Bandung", timeZone: "Asia/Jakarta" };

describe("one's own agency", () => {
  it("everybody inside reads it, strangers do not", async () => {
    const agency = await readAgency(as(world.pilgrim), {});
    expect(z.encode(Agency, agency)).toMatchObject({ id: world.agency.id, name: "Nurani Wisata", status: "active" });
    await expect(
      readAgency(as({ ...world.rivalOwner, roles: [], agencyId: world.agency.id }), {}),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("whoever belongs to two sees both, each with their roles there", async () => {
    await enrol(house(world.rival.id), { userId: world.owner.userId, roles: ["viewer"] });
    const mine = await listMyAgencies(openCall({ actor: actorOf(world.owner), agencyId: null, via: "http" }), {});
    expect(mine.data.map(({ agency, roles }) => [agency.id, roles])).toEqual([
      [world.rival.id, ["viewer"]],
      [world.agency.id, ["owner"]],
    ]);
  });

  it("owners and admins open branches; bound managers, leaders and pilgrims do not", async () => {
    expect(await openBranch(as(world.admin), branch)).toMatchObject(branch);
    expect((await listBranches(as(world.leader), {})).data.map(({ name }) => name)).toEqual(["Bandung", "Pusat"]);
    for (const who of [world.manager, world.leader, world.pilgrim, world.viewer]) {
      await expect(openBranch(as(who), branch)).rejects.toMatchObject({ kind: "forbidden" });
    }
    expect((await listBranches(as(world.rivalOwner), {})).data).toHaveLength(1);
  });
});

describe("opening an agency", () => {
  it("only the house does, with its first owner; a slug is given once", async () => {
    const agency = {
      slug: `safa-${newId().slice(-6)}`,
      name: "Safa",
      country: "KZ",
      currency: "KZT",
      timeZone: "Asia/Almaty",
      locale: "kk" as const,
      ownerId: world.owner.userId,
    };
    const { id } = await foundAgency(house(), agency);
    expect(await listAgencyIds(house(), {})).toContain(id);
    await expect(foundAgency(house(), agency)).rejects.toMatchObject({ code: "slug_taken" });
    await expect(foundAgency(as(world.owner), { ...agency, slug: "mine" })).rejects.toMatchObject({
      kind: "forbidden",
    });
  });

  it("[R81] of twenty that want one name at the same moment one gets it", async () => {
    const wish = { slug: `race-${newId().slice(-8)}`, name: "Balap", country: "ID", currency: "IDR" };
    const place = { timeZone: "Asia/Jakarta", locale: "id" as const, ownerId: world.owner.userId };
    const found = () => foundAgency(house(), { ...wish, ...place }).catch(({ code }: { code: string }) => code);
    const answers = await Promise.all(Array.from({ length: 20 }, found));
    expect(answers.filter((answer) => answer === "slug_taken")).toHaveLength(19);
    const [won] = answers.filter((answer) => typeof answer === "object");
    expect(await listAgencyIds(house(), {})).toContain(won?.id);
  });

  it.each(["admin", "api", "office", "my", "www", "xn--nurni-wqa", "-safa", "safa-", "Safa", "a", "sa fa", "safa.id"])(
    "[R81] nobody is ever called '%s'",
    async (slug) => {
      const rest = { name: "Safa", country: "KZ", currency: "KZT", timeZone: "Asia/Almaty", locale: "kk" as const };
      const attempt = foundAgency(house(), { ...rest, slug, ownerId: world.owner.userId });
      await expect(attempt).rejects.toMatchObject({
        code: "validation",
        details: { fields: { slug: expect.anything() } },
      });
    },
  );

  it("[R83] nobody gives roles to anybody but the house, and twice given is once", async () => {
    await expect(enrol(as(world.owner), { userId: world.pilgrim.userId, roles: ["owner"] })).rejects.toMatchObject({
      kind: "forbidden",
    });
    expect(await enrol(house(world.agency.id), { userId: world.pilgrim.userId, roles: ["owner"] })).toEqual({
      added: false,
    });
    await expect(enrol(house(world.agency.id), { userId: newId(), roles: ["viewer"] })).rejects.toMatchObject({
      code: "user_not_found",
    });
  });
});

describe("the directory", () => {
  it("finds the agency of a code or token until it is closed or runs out", async () => {
    const [subjectId, token] = [newId(), newId()];
    const code = await inWork(systemCall(world), (work) => issueCode(work, subjectId));
    const expiresAt = new Date(NOON.getTime() + 1000);
    await inWork(systemCall(world), (work) =>
      addToDirectory(work, { kind: "tracker", key: token, subjectId, expiresAt }),
    );
    const found = { agencyId: world.agency.id, subjectId };
    expect(await lookUp(nobody(), { kind: "join_code", key: code })).toEqual(found);
    expect(await lookUp(nobody(), { kind: "tracker", key: token })).toEqual(found);
    expect(await lookUp(nobody(expiresAt), { kind: "tracker", key: token })).toBeNull();
    expect(await lookUp(nobody(), { kind: "tracker", key: code })).toBeNull();
    await inWork(systemCall(world), (work) => removeFromDirectory(work, "join_code", subjectId));
    expect(await lookUp(nobody(), { kind: "join_code", key: code })).toBeNull();
  });

  it("another agency can't close what is not its own", async () => {
    const subjectId = newId();
    const code = await inWork(systemCall(world), (work) => issueCode(work, subjectId));
    await inWork(systemCall(world, world.rival.id), (work) => removeFromDirectory(work, "join_code", subjectId));
    expect(await lookUp(nobody(), { kind: "join_code", key: code })).toMatchObject({ subjectId });
  });

  it("keeps a token only by its hash", async () => {
    const token = newId();
    await inWork(systemCall(world), (work) =>
      addToDirectory(work, { kind: "tracker", key: token, subjectId: newId(), expiresAt: null }),
    );
    const rows = await house().transact("platform", true, (tx) =>
      tx.execute(`select key from directory where key = '${token}'`),
    );
    expect(rows).toHaveLength(0);
  });
});
