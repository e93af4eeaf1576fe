import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PUT as logoRoute } from "@/app/api/v1/agency/logo/route";
import { GET as publicLogo } from "@/app/api/v1/public/agencies/[slug]/logo/route";
import { auditLog } from "@/db/schema/kernel";
import { closeBranch, openBranch, updateBranch } from "@/lib/agencies/commands/branches";
import { approvePermission, askPermission, denyPermission, takeBackPermission } from "@/lib/agencies/commands/requests";
import { addBankAccount, removeBankAccount, updateAgency } from "@/lib/agencies/commands/settings";
import { mayAsk } from "@/lib/agencies/policy";
import { listBankAccounts, readAgency } from "@/lib/agencies/queries/agency";
import { readBranch } from "@/lib/agencies/queries/branches";
import { findMemberships } from "@/lib/agencies/queries/members";
import { listPermissionRequests } from "@/lib/agencies/queries/requests";
import { mayExportRoster } from "@/lib/groups/policy";
import type { Role } from "@/lib/kernel/actor";
import { removeUser, updateUser } from "@/lib/users/commands/change";
import { retireUser } from "@/lib/users/commands/retire";
import { listUsers } from "@/lib/users/queries";
import { signIn } from "../house/visitors";
import { inWork, systemCall } from "../inventory/support";
import { actorOf, addPerson, as, newWorld, type Somebody, type World } from "../support/world";

let world: World;
let operator: Somebody;
beforeAll(async () => {
  world = await newWorld(8);
  operator = await addPerson(world.house, world.agency, "Opik Operator", ["operator"], true);
});
afterAll(() => world.close());

const refused = (code: string) => ({ code });
const fields = (field: string, problem: string) => ({ details: { fields: { [field]: [problem] } } });

describe("branches", () => {
  const bandung = { name: "Bandung", city: "Bandung", timeZone: "Asia/Jakarta" };
  const day = { from: "08:00", to: "16:30" };

  it("have an address, a place, hours and a manager from the staff, whom only staff are told", async () => {
    const hours = [day, day, day, day, day, null, null];
    const place = { lat: -6.914, lng: 107.609 };
    const given = { ...bandung, address: "Jl. Asia Afrika 8\nLantai 2", place, hours, managerId: world.manager.userId };
    const branch = await openBranch(as(world.owner), given);
    expect(branch).toMatchObject({ ...given, managerName: "Maya Manager" });
    const moved = await updateBranch(as(world.admin), { id: branch.id, place: null, managerId: null });
    expect(moved).toMatchObject({ place: null, managerId: null, hours, name: "Bandung" });
    for (const managerId of [world.pilgrim.userId, world.rivalOwner.userId]) {
      await expect(updateBranch(as(world.owner), { id: branch.id, managerId })).rejects.toMatchObject(
        fields("managerId", "invalid_value"),
      );
    }
    const backwards = openBranch(as(world.owner), {
      ...bandung,
      hours: [{ from: "17:00", to: "08:00" }, ...hours.slice(1)],
    });
    await expect(backwards).rejects.toMatchObject({ code: "validation" });
    await closeBranch(as(world.owner), { id: branch.id });
    await expect(updateBranch(as(world.owner), { id: branch.id })).rejects.toMatchObject(refused("branch_not_found"));
  });

  it("are changed by their own manager, who closes none; nobody closes one that people belong to", async () => {
    const own = { id: world.agency.branchId };
    const address = "Jl. Baru 1";
    expect(await updateBranch(as(world.manager), { ...own, address })).toMatchObject({ address });
    const other = await openBranch(as(world.owner), { ...bandung, name: "Timur" });
    await expect(updateBranch(as(world.manager), { id: other.id, name: "Saya" })).rejects.toMatchObject(
      refused("forbidden"),
    );
    await expect(closeBranch(as(world.manager), own)).rejects.toMatchObject(refused("forbidden"));
    await expect(closeBranch(as(world.owner), own)).rejects.toMatchObject(refused("branch_in_use"));
    await expect(closeBranch(as(world.rivalOwner), own)).rejects.toMatchObject(refused("branch_not_found"));
  });
});

describe("what an agency decides for itself", () => {
  it("is changed by its owner alone, part by part, and stays otherwise", async () => {
    const tiers = [{ daysBefore: 30, keptPercent: 50 }];
    await updateAgency(as(world.owner), { policies: { cancellationTiers: tiers } });
    const after = await updateAgency(as(world.owner), {
      name: "Nurani Wisata Utama",
      hotline: "0811 1234 567",
      brandColour: "#0B5C6B",
      policies: { lateMinutes: 15, quietHours: { from: "21:00", to: "06:00" }, languages: ["id", "ar"] },
    });
    expect(after).toMatchObject({
      name: "Nurani Wisata Utama",
      hotline: "+628111234567",
      brandColour: "#0b5c6b",
      currency: "IDR",
      own: { policies: { lateMinutes: 15, cancellationTiers: tiers, singleSession: true, languages: ["id", "ar"] } },
    });
    await expect(updateAgency(as(world.admin), { name: "Punya saya" })).rejects.toMatchObject(refused("forbidden"));
    expect((await readAgency(as(world.pilgrim), {})).own).toBeNull();
  });

  it("says above what sum two people say yes as money, in its own currency alone, also where that changes with it", async () => {
    const limit = (amount: number, currency: string) => ({ policies: { secondPersonAbove: { amount, currency } } });
    expect(await updateAgency(as(world.owner), limit(500, "IDR"))).toMatchObject({ own: limit(500, "IDR") });
    const other = fields("policies.secondPersonAbove", "other_currency");
    await expect(updateAgency(as(world.owner), limit(7, "KZT"))).rejects.toMatchObject(other);
    expect(await updateAgency(as(world.owner), { currency: "KZT" })).toMatchObject({ own: limit(0, "KZT") });
    const [back, own] = [{ currency: "IDR", ...limit(9, "IDR") }, limit(9, "IDR")];
    expect(await updateAgency(as(world.owner), back)).toMatchObject({ own });
  });

  it("keeps one line for one day of cancelling: two would leave open which of them counts", async () => {
    const twice = [
      { daysBefore: 30, keptPercent: 50 },
      { daysBefore: 30, keptPercent: 80 },
    ];
    const given = updateAgency(as(world.owner), { policies: { cancellationTiers: twice } });
    await expect(given).rejects.toMatchObject(fields("policies.cancellationTiers", "tier_twice"));
  });

  it("refuses a colour on which white can't be read, and a currency nobody has", async () => {
    const pale = updateAgency(as(world.owner), { brandColour: "#ffd23f" });
    await expect(pale).rejects.toMatchObject(fields("brandColour", "colour_too_pale"));
    const money = updateAgency(as(world.owner), { currency: "ABC" });
    await expect(money).rejects.toMatchObject(fields("currency", "currency_unknown"));
  });

  it("keeps bank accounts, each once, whose numbers the log does not repeat", async () => {
    const bca = { bankName: "BCA", accountHolder: "PT Nurani", accountNumber: "8001234567", currency: "IDR" };
    const { id } = await addBankAccount(as(world.owner), bca);
    await expect(addBankAccount(as(world.owner), bca)).rejects.toMatchObject(refused("bank_account_taken"));
    expect((await listBankAccounts(as(world.admin), {})).data).toMatchObject([bca]);
    await expect(listBankAccounts(as(world.manager), {})).rejects.toMatchObject(refused("forbidden"));
    await expect(removeBankAccount(as(world.rivalOwner), { id })).rejects.toMatchObject(
      refused("bank_account_not_found"),
    );
    await removeBankAccount(as(world.owner), { id });
    const rows = await as(world.owner).transact("agency", true, (tx) => tx.select().from(auditLog));
    expect(JSON.stringify(rows)).not.toContain("8001234567");
  });

  it("has a picture that is drawn anew, whatever it was called, and that everybody may see", async () => {
    const token = await signIn(world.house, world.owner);
    const put = async (bytes: Uint8Array) => {
      const form = new FormData();
      form.append("file", new Blob([bytes as BlobPart]), "logo.png");
      const request = new Request("http://localhost:3000/api/v1/agency/logo", {
        method: "PUT",
        headers: { authorization: `Bearer ${token}`, host: "localhost:3000" },
        body: form,
      });
      return logoRoute(request, { params: Promise.resolve({}) });
    };
    const script = await put(new TextEncoder().encode("<svg onload='alert(1)'/>"));
    expect([script.status, (await script.json()).error]).toEqual([422, "photo_invalid"]);
    const png = await sharp({ create: { width: 900, height: 300, channels: 3, background: "#0b5c6b" } })
      .png()
      .toBuffer();
    const { logo } = await (await put(png)).json();
    expect(logo).toMatch(/^\/api\/v1\/public\/agencies\/.+\/logo\?v=/);
    const shown = await publicLogo(
      new Request(`http://localhost:3000${logo}`, { headers: { host: "localhost:3000" } }),
      {
        params: Promise.resolve({ slug: world.agency.slug }),
      },
    );
    const { format, width } = await sharp(Buffer.from(await shown.arrayBuffer())).metadata();
    expect([shown.status, format, width]).toEqual([200, "webp", 512]);
  });
});

describe("a permission request", () => {
  it("is nobody's who only looks in from the platform, and is theirs who work here besides", () => {
    const asks = (roles: Role[]) => mayAsk(actorOf({ ...operator, roles }, { superAdmin: true }));
    expect([asks(["viewer"]), asks(["manager"]), mayAsk(actorOf({ ...operator, roles: ["viewer"] }))]).toEqual([
      false,
      true,
      true,
    ]);
  });

  const ask = (who = operator) => askPermission(as(who), { permission: "export_data", reason: "Untuk maskapai." });

  it("is decided by whoever runs the place, never by the one who asks, and once; then it works", async () => {
    const group = { groupId: "any", branchId: world.agency.branchId };
    expect(mayExportRoster(actorOf(operator), group)).toBe(false);
    const asked = await ask();
    await expect(ask()).rejects.toMatchObject(refused("permission_asked"));
    await expect(approvePermission(as(operator), { id: asked.id })).rejects.toMatchObject(refused("forbidden"));
    const unseen = refused("permission_request_not_found");
    await expect(approvePermission(as(world.viewer), { id: asked.id })).rejects.toMatchObject(unseen);
    expect((await listPermissionRequests(as(world.manager), {})).data).toMatchObject([
      { id: asked.id, personName: "Opik Operator", grantsBefore: [], grantsAfter: ["export_data"], mayDecide: true },
    ]);
    expect((await listPermissionRequests(as(world.viewer), {})).data).toEqual([]);
    const given = await approvePermission(as(world.manager), { id: asked.id, note: "Sampai akhir musim." });
    expect(given).toMatchObject({ status: "approved", note: "Sampai akhir musim.", mayDecide: false });
    await expect(denyPermission(as(world.owner), { id: asked.id })).rejects.toMatchObject(
      refused("permission_decided"),
    );
    const [member] = await inWork(systemCall(world), (work) => findMemberships(work, [operator.userId]));
    expect(mayExportRoster(actorOf(operator, { grants: member?.grants }), group)).toBe(true);
    expect(mayExportRoster(actorOf(operator, { grants: member?.grants }), { ...group, branchId: null })).toBe(false);
    await expect(ask()).rejects.toMatchObject(refused("permission_held"));
  });

  it("that was granted is taken back at once by whoever may grant it, beside what is given at the same moment", async () => {
    const clerk = await addPerson(world.house, world.agency, "Citra Clerk", ["operator"], true);
    const held = async () =>
      (await listPermissionRequests(as(clerk), {})).data.map((one) => [one.permission, one.status]);
    const give = async (permission: "export_data" | "edit_services") => {
      const { id } = await askPermission(as(clerk), { permission, reason: "Untuk rombongan." });
      return approvePermission(as(world.manager), { id });
    };
    await give("export_data");
    const theirs = { id: clerk.userId, permission: "export_data" as const };
    await expect(takeBackPermission(as(clerk), theirs)).rejects.toMatchObject(refused("forbidden"));
    await expect(takeBackPermission(as(world.viewer), theirs)).rejects.toMatchObject(refused("forbidden"));
    for (const who of [world.leader, world.rivalOwner])
      await expect(takeBackPermission(as(who), theirs)).rejects.toMatchObject(refused("user_not_found"));
    const [taken] = await Promise.all([
      takeBackPermission(as(world.manager), { ...theirs, note: "Musim selesai." }),
      give("edit_services"),
    ]);
    expect(taken.grants).not.toContain("export_data");
    const [member] = await inWork(systemCall(world), (work) => findMemberships(work, [clerk.userId]));
    expect(member?.grants).toEqual(["edit_services"]);
    expect(new Map((await held()) as [string, string][])).toEqual(
      new Map([
        ["edit_services", "approved"],
        ["export_data", "taken_back"],
      ]),
    );
    await expect(takeBackPermission(as(world.owner), theirs)).rejects.toMatchObject(refused("permission_not_held"));
    await give("export_data");
  });

  it("is shown as theirs to take back to whoever granted it, also where they may change nothing else of that person", async () => {
    const fellow = await addPerson(world.house, world.agency, "Murni Manager", ["manager"], true);
    const seenBy = async (who: Somebody) => {
      const { data } = await listUsers(as(who), { q: "Murni" });
      return data.map(({ grants, mayChange, mayTakeBack }) => ({ grants, mayChange, mayTakeBack }))[0];
    };
    expect(await seenBy(world.manager)).toEqual({ grants: [], mayChange: false, mayTakeBack: false });
    const { id } = await askPermission(as(fellow), { permission: "export_data", reason: "Untuk rombongan." });
    await approvePermission(as(world.manager), { id });
    const held = { grants: ["export_data"], mayChange: false };
    expect(await seenBy(world.manager)).toEqual({ ...held, mayTakeBack: true });
    expect(await seenBy(fellow)).toEqual({ ...held, mayTakeBack: false });
    expect(await seenBy(world.viewer)).toEqual({ ...held, mayTakeBack: false });
    await takeBackPermission(as(world.manager), { id: fellow.userId, permission: "export_data" });
    expect(await seenBy(world.manager)).toEqual({ grants: [], mayChange: false, mayTakeBack: false });
  });

  it("is over with the place on the staff, which leads no branch either; nothing is granted to who travels", async () => {
    const clerk = await addPerson(world.house, world.agency, "Rudi Clerk", ["operator"], true);
    const ids: string[] = [];
    for (const permission of ["export_data", "edit_services"] as const)
      ids.push((await askPermission(as(clerk), { permission, reason: "Untuk rombongan." })).id);
    await approvePermission(as(world.owner), { id: ids[0] ?? "" });
    const branch = await openBranch(as(world.owner), {
      name: "Depok",
      city: "Depok",
      timeZone: "Asia/Jakarta",
      managerId: clerk.userId,
    });
    const retire = () => retireUser(systemCall(world), { userId: clerk.userId });
    await retire();
    expect((await readBranch(as(world.owner), { id: branch.id })).managerId).toBe(clerk.userId);
    await updateUser(as(world.owner), { id: clerk.userId, roles: ["pilgrim"] });
    const late = approvePermission(as(world.owner), { id: ids[1] ?? "" });
    await expect(late).rejects.toMatchObject(refused("user_not_found"));
    for (let turn = 0; turn < 2; turn += 1) await retire();
    expect((await readBranch(as(world.owner), { id: branch.id })).managerId).toBeNull();
    const states = (await listPermissionRequests(as(world.owner), { limit: 100 })).data.filter(({ id }) =>
      ids.includes(id),
    );
    expect(states.map(({ status }) => status).sort()).toEqual(["denied", "taken_back"]);
  });

  it("is nothing for pilgrims, and a manager's own is decided above", async () => {
    await expect(ask(world.pilgrim)).rejects.toMatchObject(refused("forbidden"));
    const { id } = await ask(world.manager);
    await expect(denyPermission(as(world.manager), { id })).rejects.toMatchObject(refused("forbidden"));
    expect(await denyPermission(as(world.admin), { id, note: "Belum." })).toMatchObject({ status: "denied" });
    await expect(denyPermission(as(world.rivalOwner), { id })).rejects.toMatchObject(
      refused("permission_request_not_found"),
    );
  });

  it("loses nothing when two are approved at once, and nothing of it outlives one's place on the staff", async () => {
    const grantsOf = async ({ userId }: Somebody) =>
      (await inWork(systemCall(world), (work) => findMemberships(work, [userId])))[0]?.grants;
    const wanted = ["edit_schedule", "edit_services", "upload_photos", "export_data"] as const;
    for (let round = 0; round < 5; round += 1) {
      const clerk = await addPerson(world.house, world.agency, "Citra Clerk", ["operator"], true);
      const asked = await Promise.all(
        wanted.map((permission) => askPermission(as(clerk), { permission, reason: "Untuk rombongan." })),
      );
      await Promise.all(asked.map(({ id }) => approvePermission(as(world.owner), { id })));
      expect([...((await grantsOf(clerk)) ?? [])].sort()).toEqual([...wanted].sort());
      if (round % 2 === 0) await updateUser(as(world.owner), { id: clerk.userId, roles: ["pilgrim"] });
      else await removeUser(as(world.owner), { id: clerk.userId });
      expect(await grantsOf(clerk)).toEqual([]);
    }
  });
});
