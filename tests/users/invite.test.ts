import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as acceptRoute } from "@/app/api/v1/auth/invitations/accept/route";
import { invitations } from "@/db/schema/users";
import { fenced } from "@/db/tx";
import { catalogue } from "@/lib/i18n/catalogue.gen";
import { locales } from "@/lib/i18n/locales";
import type { Role } from "@/lib/kernel/actor";
import { removeUser, updateUser } from "@/lib/users/commands/change";
import { importInvitations } from "@/lib/users/commands/import";
import { inviteUser, revokeInvitation } from "@/lib/users/commands/invite";
import { listInvitations, listUsers, readInvitation } from "@/lib/users/queries";
import { withoutLimits } from "../house/visitors";
import { ask, type Doorway, logIn, newDoorway, PASSWORD, signedIn } from "../identity/doorway";
import { openPost, type Post } from "../identity/sent";
import { codeOf, rowsOf } from "../kernel/support";
import { addPerson, as } from "../support/world";

let door: Doorway;
let post: Post;
beforeAll(async () => {
  door = await newDoorway(50);
  withoutLimits(door.house);
  post = await openPost(door.house);
});
afterAll(() => door.close());

const tokenOf = ({ link }: { link: string }) => link.split("#")[1] ?? "";
const now = () => new Date();
const by = (who: "owner" | "admin" | "manager" | "viewer" | "pilgrim") => as(door[who], {}, now());
const accept = (token: string, more: object = {}, access?: string) =>
  ask(acceptRoute, { body: { token, ...more }, token: access });
const rolesOf = async (userId: string) =>
  (
    await rowsOf<{ roles: Role[] }>(
      door.house,
      "memberships",
      `user_id = '${userId}' and agency_id = '${door.agency.id}'`,
    )
  )[0]?.roles;

describe("an invitation", () => {
  it("goes to its contact in their language, makes a login with the inviter's roles, and works once", async () => {
    const invited = await inviteUser(by("owner"), {
      name: "Budi Santoso",
      email: "Budi@Example.com",
      roles: ["operator"],
      branchId: door.agency.branchId,
      locale: "id",
    });
    const letter = await post.last("budi@example.com");
    expect(letter).toMatchObject({ via: "mail", locale: "id" });
    expect(letter?.text).toContain(invited.link);
    expect(JSON.stringify([post.told, await rowsOf(door.house, "invitations")])).not.toContain(tokenOf(invited));
    const escalating = await accept(tokenOf(invited), { password: PASSWORD, roles: ["owner"] });
    expect([escalating.status, escalating.body.error]).toEqual([422, "validation"]);
    const made = await accept(tokenOf(invited), { password: PASSWORD });
    expect(made.body).toMatchObject({
      roles: ["operator"],
      identifier: "budi@example.com",
      agency: { id: door.agency.id },
    });
    const { user } = signedIn(await logIn("budi@example.com"));
    expect(user).toMatchObject({
      name: "Budi Santoso",
      memberships: [{ roles: ["operator"], branchId: door.agency.branchId }],
    });
    const again = await accept(tokenOf(invited), { password: PASSWORD, name: "Somebody else" });
    expect([again.status, again.body.error]).toEqual([404, "invitation_not_open"]);
    expect(await codeOf(inviteUser(by("owner"), { email: "budi@example.com", roles: ["viewer"] }))).toBe(
      "already_inside",
    );
  });

  it("is written in the agency's language where nobody names another, not in that of the screen it was made on", async () => {
    const inviter = { ...by("owner"), locale: "ar" as const };
    await inviteUser(inviter, { email: "wati@example.com", roles: ["viewer"] });
    const table = "email,role\njoko@example.com,viewer\n";
    await importInvitations(inviter, { csv: table });
    await inviteUser(inviter, { email: "ivan@example.com", roles: ["viewer"], locale: "ru" });
    const languages = [];
    for (const who of ["wati", "joko", "ivan"]) languages.push((await post.last(`${who}@example.com`))?.locale);
    expect(languages).toEqual(["id", "id", "ru"]);
  });

  it("[R83] raced by fifty who hold its link, brings one in", async () => {
    const token = tokenOf(await inviteUser(by("owner"), { roles: ["admin"] }));
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, i) => {
        const { userId } = await addPerson(door.house, door.rival, `Racer ${i}`, ["pilgrim"]);
        return { userId, answer: await accept(token, {}, await door.signIn(userId)) };
      }),
    );
    expect(answers.filter(({ answer }) => answer.status === 200)).toHaveLength(1);
    const inside = await Promise.all(answers.map(({ userId }) => rolesOf(userId)));
    expect(inside.filter(Boolean)).toEqual([["admin"]]);
  });

  it("adds to the roles of who is inside, and brings who left back with its own alone", async () => {
    const lina = await door.person("lina", { agencyId: door.agency.id, roles: ["pilgrim", "viewer"] });
    const first = await inviteUser(by("owner"), { roles: ["leader"] });
    expect((await accept(tokenOf(first), {}, lina.accessToken)).body.roles).toEqual(["pilgrim", "viewer", "leader"]);
    const early = await inviteUser(by("owner"), { phone: "+6281255512345", roles: ["admin"] });
    await updateUser(by("owner"), { id: lina.userId, disabled: true });
    const off = await accept(tokenOf(early), {}, lina.accessToken);
    expect([off.status, off.body.error]).toEqual([403, "membership_disabled"]);
    await removeUser(by("owner"), { id: lina.userId });
    const back = await inviteUser(by("owner"), { roles: ["leader"] });
    expect((await accept(tokenOf(back), {}, lina.accessToken)).body.roles).toEqual(["leader"]);
  });

  it("opens nothing when it was taken back, is too old, sealed by nobody, or its inviter has gone", async () => {
    const admin = await addPerson(door.house, door.agency, "Agus Leaving", ["admin"]);
    const [taken, old] = [
      await inviteUser(by("owner"), { roles: ["viewer"] }),
      await inviteUser(by("owner"), { roles: ["viewer"] }),
    ];
    const orphan = await inviteUser(as(admin, {}, now()), { roles: ["viewer"] });
    await revokeInvitation(by("owner"), { id: taken.id });
    await fenced(door.house.database, "qafila_tenant", door.agency.id, false, (tx) =>
      tx.execute(`update invitations set expires_at = now() where id = '${old.id}'`),
    );
    await removeUser(by("owner"), { id: admin.userId });
    const forged = `${tokenOf(taken).slice(0, 40)}${"A".repeat(35)}`;
    for (const token of [tokenOf(taken), tokenOf(old), tokenOf(orphan), forged]) {
      expect((await accept(token, { name: "X Y", password: PASSWORD, email: "x@example.com" })).body.error).toBe(
        "invitation_not_open",
      );
      expect(await codeOf(readInvitation(as(door.pilgrim, {}, now()), { token }))).toBe("invitation_not_open");
    }
    expect(await rowsOf(door.house, "users", "email = 'x@example.com'")).toEqual([]);
  });

  it("for a contact that has a login asks its owner to sign in instead", async () => {
    await door.person("known");
    const { userId } = await door.person("known2");
    await fenced(door.house.database, "qafila_platform", null, false, (tx) =>
      tx.execute(`update users set email = 'known@example.com' where id = '${userId}'`),
    );
    const invited = await inviteUser(by("owner"), { email: "known@example.com", roles: ["provider"] });
    expect(await readInvitation({ ...by("owner"), agencyId: null }, { token: tokenOf(invited) })).toMatchObject({
      hasLogin: true,
    });
    const answer = await accept(tokenOf(invited), { name: "Thief", password: PASSWORD });
    expect([answer.status, answer.body.error]).toEqual([409, "identifier_taken"]);
  });
});

describe("[R83] nobody gives more than they have", () => {
  it.each<["owner" | "admin" | "manager" | "viewer" | "pilgrim", Role, boolean, string]>([
    ["owner", "owner", false, "ok"],
    ["admin", "owner", false, "forbidden"],
    ["admin", "admin", false, "ok"],
    ["manager", "admin", true, "forbidden"],
    ["manager", "manager", true, "forbidden"],
    ["manager", "operator", true, "ok"],
    ["manager", "operator", false, "forbidden"],
    ["viewer", "pilgrim", false, "forbidden"],
    ["pilgrim", "pilgrim", false, "forbidden"],
  ])("%s inviting a new %s (own branch: %s): %s", async (who, role, branch, ends) => {
    const branchId = branch ? door.agency.branchId : null;
    const ended = await codeOf(inviteUser(by(who), { roles: [role], branchId }).then(() => "ok"));
    expect(typeof ended === "object" ? (ended as { got: string }).got : ended).toBe(ends);
  });
});

describe("a table of people", () => {
  const HEAD = "\uFEFFName;E-mail;Phone;Role;Branch\n";
  it("invites its good rows and says of each other what is wrong where", async () => {
    const csv = `${HEAD}Ani;ani@example.com;;operator;pusat
Bad mail;not an address;;viewer;
;;0812;leader;
Nobody;;;viewer;
Boss;boss@example.com;;chief;
Too much;much@example.com;;owner;
Lost;lost@example.com;;viewer;Mars
Twice;ani@example.com;;viewer;

"Quoted; name";quoted@example.com;;leader|viewer;
`;
    const call = by("admin");
    const checked = await importInvitations(call, { csv, check: true });
    expect(await rowsOf(door.house, "invitations", "email = 'ani@example.com'")).toEqual([]);
    const done = await importInvitations(by("admin"), { csv });
    expect(done).toEqual(checked);
    expect(done).toMatchObject({ rows: 9, invited: 2 });
    expect(done.problems.map(({ row, field, problem }) => [row, field, problem])).toEqual([
      [3, "email", "invalid_format"],
      [4, "phone", "invalid_format"],
      [5, "email", "contact_missing"],
      [6, "role", "role_unknown"],
      [7, "role", "role_not_yours"],
      [8, "branch", "branch_unknown"],
      [9, "email", "there_already"],
    ]);
    const [ani] = await rowsOf<{ branch_id: string }>(door.house, "invitations", "email = 'ani@example.com'");
    expect(ani?.branch_id).toBe(door.agency.branchId);
    expect((await post.last("ani@example.com"))?.text).toContain("/invitation#");
  });

  it.each([
    ["en", "Name,E-mail,Phone,Role,Branch"],
    ["id", "Nama lengkap;Surel;No. HP;Peran;Cabang"],
    ["ms", "Nama penuh,Emel,No. Telefon,Peranan,Cawangan"],
    ["ar", "الاسم,البريد الإلكتروني,الهاتف,الدور,الفرع"],
    ["ru", "ФИО;Эл. почта;Телефон;Роль;Филиал"],
    ["kk", "Аты-жөні;Пошта;Телефон;Рөлі;Филиалы"],
  ])("is understood by its headings in %s", async (language, headings) => {
    const sign = headings.includes(";") ? ";" : ",";
    const row = ["Sari", `sari.${language}@example.com`, "+6281299900011", "operator", "Nowhere"].join(sign);
    const { problems } = await importInvitations(by("owner"), { csv: `${headings}\n${row}\n`, check: true });
    expect(problems.map(({ field, problem }) => [field, problem])).toEqual([["branch", "branch_unknown"]]);
    const bad = ["Sari", "no address", "12", "boss", ""].join(sign);
    const told = await importInvitations(by("owner"), { csv: `${headings}\n${bad}\n`, check: true });
    expect(told.problems.map(({ field }) => field)).toEqual(["email", "phone", "role"]);
  });

  it.each(locales)("takes the roles by the words that the screens in %s have for them", async (language) => {
    const words = catalogue[language].entry.role;
    const given = ["admin", "leader", "operator", "pilgrim", "provider", "viewer"] as const;
    const rows = given.map((role) => `${role}@${language}.example.com,${words[role].toUpperCase()}`);
    const both = `both@${language}.example.com,"${words.manager}، ${words.viewer}"`;
    const csv = `email,role\n${rows.join("\n")}\n${both}\n`;
    expect((await importInvitations(by("owner"), { csv })).problems).toEqual([]);
    const invited = await rowsOf<{ email: string; roles: Role[] }>(
      door.house,
      "invitations",
      `email like '%@${language}.example.com'`,
    );
    const got = Object.fromEntries(invited.map(({ email, roles }) => [email.split("@")[0], roles]));
    expect(got).toEqual({
      ...Object.fromEntries(given.map((role) => [role, [role]])),
      both: ["manager", "viewer"],
    });
  });

  it("of five thousand rows is one call, and a longer one or another kind of file is refused", async () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => `Person ${i},p${i}@example.com`).join("\n");
    const done = await importInvitations(by("owner"), { csv: `name,email\n${rows}\n`, roles: ["pilgrim"] });
    expect(done).toMatchObject({ rows: 5_000, invited: 5_000, problems: [] });
    const longer = importInvitations(by("owner"), {
      csv: `name,email\n${rows}\nx,y@example.com\n`,
      roles: ["pilgrim"],
    });
    await expect(longer).rejects.toMatchObject({ details: { fields: { csv: ["too_many_rows"] } } });
    const other = importInvitations(by("owner"), { csv: "%PDF-1.7 nothing", roles: ["pilgrim"] });
    await expect(other).rejects.toMatchObject({ details: { fields: { csv: ["columns_missing"] } } });
    await fenced(door.house.database, "qafila_platform", null, false, (tx) => tx.delete(invitations));
  });
});

describe("lists", () => {
  it("page through invitations by state, and a manager sees those of the own branch", async () => {
    const { branchId } = door.agency;
    for (const branch of [branchId, null, branchId])
      await inviteUser(by("owner"), { roles: ["viewer"], branchId: branch });
    const { data, nextCursor } = await listInvitations(by("owner"), { limit: 2, state: "open" });
    const rest = await listInvitations(by("owner"), { limit: 2, state: "open", cursor: nextCursor ?? "" });
    expect(new Set([...data, ...rest.data].map(({ id }) => id)).size).toBe(3);
    expect((await listInvitations(by("manager"), {})).data).toHaveLength(2);
    const traveller = await inviteUser(by("owner"), { roles: ["pilgrim"], branchId: null });
    expect((await listInvitations(by("owner"), { staff: "no" })).data.map(({ id }) => id)).toEqual([traveller.id]);
    expect((await listInvitations(by("owner"), { staff: "yes" })).data).toHaveLength(3);
  });

  it("of people are narrowed, searched and paged stably, and never show the rival's", async () => {
    const first = await listUsers(by("owner"), { limit: 5 });
    const all = [...first.data];
    for (let cursor = first.nextCursor; cursor; ) {
      const page = await listUsers(by("owner"), { limit: 5, cursor });
      all.push(...page.data);
      cursor = page.nextCursor;
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.map(({ id }) => id)).not.toContain(door.rivalOwner.userId);
    expect((await listUsers(by("owner"), { q: "maya" })).data.map(({ name }) => name)).toEqual(["Maya Manager"]);
    const staff = await listUsers(by("owner"), { staff: "yes", limit: 100 });
    expect(staff.data.some(({ roles }) => roles.join() === "pilgrim")).toBe(false);
    expect((await listUsers(by("owner"), { role: "leader", status: "active" })).data.length).toBeGreaterThan(1);
  });
});
