import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as registerRoute } from "@/app/api/v1/agencies/route";
import { GET as readRoute } from "@/app/api/v1/agency/route";
import { registerAgency } from "@/lib/agencies/commands/register";
import { listApplications } from "@/lib/agencies/queries/agency";
import { newId } from "@/lib/kernel/ids";
import { openCall } from "@/server/doors/call";
import { ask, type Doorway, logIn, newDoorway, PASSWORD, signedIn } from "../identity/doorway";
import { actorOf, NOON } from "../support/world";
import { addStanding } from "./support";

let door: Doorway;
beforeAll(async () => {
  door = await newDoorway(50);
});
afterAll(() => door.close());

const slug = () => `safar-${newId().slice(-10)}`;
const wish = (more: object = {}) => ({
  name: "Barakah Safar",
  slug: slug(),
  country: "ID",
  licenceNumber: "U-688/2023",
  ...more,
});
const owner = () => ({ name: "Iwan Firdaus", email: `${newId()}@barakah.example`, password: PASSWORD });
const nobody = () => openCall({ actor: { kind: "nobody" }, agencyId: null, via: "http", now: NOON });

describe("an agency that wants to come in", () => {
  it("brings its owner, waits, and its owner looks around meanwhile without changing anything", async () => {
    const person = owner();
    const made = await ask(registerRoute, { body: wish({ owner: person }) });
    expect(made).toMatchObject({ status: 201, body: { status: "pending", name: "Barakah Safar" } });
    const { accessToken, user } = signedIn(await logIn(person.email));
    expect(user.memberships).toMatchObject([{ agency: { id: made.body.id }, roles: ["owner"] }]);
    expect(await ask(readRoute, { method: "GET", token: accessToken })).toMatchObject({
      status: 200,
      body: { status: "pending", currency: "IDR", timeZone: "Asia/Jakarta", own: { licenceNumber: "U-688/2023" } },
    });
  });

  it("reads the phone of its owner as its own country writes them", async () => {
    const person = { ...owner(), phone: "8 701 123 45 67" };
    await ask(registerRoute, { body: wish({ country: "KZ", owner: person }) });
    expect(signedIn(await logIn("+77011234567")).user).toMatchObject({ email: person.email });
    const wrong = await ask(registerRoute, { body: wish({ country: "KZ", owner: { ...owner(), phone: "12345" } }) });
    expect(wrong).toMatchObject({ status: 422, body: { details: { fields: { phone: ["invalid_format"] } } } });
  });

  it("is owned by who is signed in, who says nothing else about themselves", async () => {
    const { accessToken: token, userId } = await door.person(`founder-${newId().slice(-6)}`);
    const made = await ask(registerRoute, { token, body: wish({ country: "KZ" }) });
    expect(made.status).toBe(201);
    const mine = openCall({ actor: actorOf({ ...door.owner, userId }), agencyId: null, via: "http" });
    expect(await listApplications(mine, {})).toMatchObject([{ id: made.body.id, status: "pending" }]);
    const twice = await ask(registerRoute, { token, body: wish({ owner: owner() }) });
    expect(twice).toMatchObject({ status: 422, body: { details: { fields: { owner: ["unknown_field"] } } } });
    const none = await ask(registerRoute, { body: wish() });
    expect(none).toMatchObject({ status: 422, body: { details: { fields: { owner: ["required"] } } } });
  });

  it("[R81] of fifty sign-ups for one name at the same moment one wins, and only its owner is somebody", async () => {
    const name = slug();
    const people = Array.from({ length: 50 }, owner);
    const answers = await Promise.all(
      people.map((one) =>
        registerAgency(nobody(), wish({ slug: name, owner: one }) as never).then(
          () => "won",
          ({ code }: { code: string }) => code,
        ),
      ),
    );
    expect(answers.filter((answer) => answer === "won")).toHaveLength(1);
    expect(answers.filter((answer) => answer === "slug_taken")).toHaveLength(49);
    const loser = people[answers.indexOf("slug_taken")]!;
    expect((await logIn(loser.email)).body.error).toBe("credentials_wrong");
  });

  it.each(["office", "xn--nurni-wqa", "Safar", "a--b"])("[R81] is never called '%s'", async (reserved) => {
    const refused = await ask(registerRoute, { body: wish({ slug: reserved, owner: owner() }) });
    expect(refused).toMatchObject({ status: 422, body: { details: { fields: { slug: expect.anything() } } } });
  });

  it("takes no role and no status from the body", async () => {
    const refused = await ask(registerRoute, { body: wish({ owner: owner(), status: "active", roles: ["owner"] }) });
    expect(refused).toMatchObject({
      status: 422,
      body: { details: { fields: { status: ["unknown_field"] } } },
    });
  });

  it("may apply again under its name after a rejection; nobody else gets that name", async () => {
    const { userId } = door.owner;
    const before = await addStanding(door.house, "rejected", userId, { decisionReason: "The licence has expired." });
    const stranger = registerAgency(nobody(), wish({ slug: before.slug, owner: owner() }) as never);
    await expect(stranger).rejects.toMatchObject({ code: "slug_taken" });
    const call = openCall({ actor: actorOf(door.owner), agencyId: null, via: "http", now: NOON });
    const again = await registerAgency(call, wish({ slug: before.slug, licenceNumber: "U-900/2026" }) as never);
    expect(again).toMatchObject({ id: before.id, status: "pending" });
    const mine = await listApplications(call, {});
    expect(mine.find(({ id }) => id === before.id)).toMatchObject({
      licenceNumber: "U-900/2026",
      decisionReason: null,
    });
  });
});
