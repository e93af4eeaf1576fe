import { describe, expect, it } from "vitest";
import { type Actor, type Person, ROLES, type Role } from "@/lib/kernel/actor";
import { may, reach, rolesOf, type Subject, type Verb } from "@/lib/kernel/permission";
import type { Resource } from "@/lib/kernel/permission-table";

const person = (roles: Role[], more: Partial<Person> = {}): Person => ({
  kind: "person",
  userId: "me",
  sessionId: "s",
  roles,
  branchId: null,
  grants: [],
  leads: [],
  groups: [],
  superAdmin: false,
  ...more,
});

/** PRODUCT 3, row by row: verbs per role, in the order of ROLES; the scope follows from the role's column. */
const PRODUCT: Record<
  Resource,
  readonly [
    owner: string,
    admin: string,
    manager: string,
    operator: string,
    leader: string,
    provider: string,
    viewer: string,
    pilgrim: string,
  ]
> = {
  // Addresses and letters of everybody in the agency.
  outbox: ["SCX", "SCX", "", "", "", "", "", ""],
  agency: ["SCX", "S", "", "", "", "", "", ""],
  audit: ["S", "S", "", "", "", "", "", ""],
  staff: ["SCX", "SC", "SC", "", "", "", "S", ""],
  groups: ["SCX", "SCX", "SC", "S", "SC", "", "S", "S"],
  // Export: a leader gives a pilgrim's track as GPX, the office answers what the law asks (issue 2).
  positions: ["SX", "SX", "S", "S", "SCX", "", "", "SC"],
  // Approve: a leader moderates.
  chat: ["S", "S", "", "", "SCA", "", "", "SC"],
  packages: ["SCX", "SCX", "SC", "S", "S", "", "S", ""],
  bookings: ["SCX", "SCX", "SCX", "S", "S", "", "S", "SC"],
  // Passports, health, papers.
  papers: ["SCX", "SCX", "SCX", "SC", "", "", "", "SC"],
  // The payer uploads what shows that they paid; that is no right to change an invoice.
  invoices: ["SAX", "SCAX", "S", "", "", "", "", "S"],
  travel: ["SCX", "SCX", "SCX", "SC", "S", "", "S", ""],
  products: ["SCX", "SCX", "SC", "S", "", "", "S", ""],
  // Approve: whoever hands the goods over.
  orders: ["SCAX", "SCAX", "SCA", "SA", "", "", "S", "SC"],
  reports: ["SX", "SX", "SX", "", "", "", "S", ""],
  savings: ["SAX", "SCAX", "S", "", "", "", "", "SC"],
  savings_totals: ["S", "S", "", "", "", "", "S", ""],
};
const VERBS: [Verb, string][] = [
  ["see", "S"],
  ["change", "C"],
  ["approve", "A"],
  ["export", "X"],
];

/** Something squarely inside the scope that PRODUCT gives each role, and the same just outside of it. */
const INSIDE: Subject = { groupId: "g1", branchId: "b1", userId: "me", runs: true };
const at = { branchId: "b1", leads: ["g1"], groups: ["g1"] };
const placeOf = (role: Role): Partial<Person> =>
  role === "manager" || role === "operator"
    ? { branchId: "b1" }
    : role === "leader"
      ? { leads: ["g1"] }
      : role === "pilgrim"
        ? { groups: ["g1"] }
        : {};

const rows = Object.entries(PRODUCT).flatMap(([resource, verbs]) =>
  ROLES.map((role, i) => [resource as Resource, role, verbs[i] ?? ""] as const),
);

describe("the permission table (PRODUCT 3)", () => {
  it.each(rows)("%s for a %s: %s", (resource, role, verbs) => {
    const actor = person([role], placeOf(role));
    const allowed = VERBS.filter(([verb]) => may(actor, verb, resource, INSIDE)).map(([, letter]) => letter);
    expect(allowed.join("")).toBe(
      VERBS.map(([, letter]) => letter)
        .filter((letter) => verbs.includes(letter))
        .join(""),
    );
  });

  it.each(rows)("%s for a %s ends at the scope", (resource, role, verbs) => {
    const outside: Subject = { groupId: "g2", branchId: "b2", userId: "somebody" };
    const wide = role === "owner" || role === "admin" || role === "viewer";
    for (const [verb, letter] of VERBS) {
      expect(may(person([role], placeOf(role)), verb, resource, outside)).toBe(wide && verbs.includes(letter));
    }
  });

  it("gives nothing to nobody, a guest, a key or somebody without a role, wherever they stand", () => {
    const strangers: Actor[] = [
      { kind: "nobody" },
      { kind: "guest", phone: "+628123456789" },
      { kind: "key", keyId: "k", scopes: ["everything"] },
      person([], { superAdmin: true, branchId: "b1", groups: ["g1"] }),
    ];
    for (const actor of strangers) {
      for (const resource of Object.keys(PRODUCT) as Resource[]) {
        expect(VERBS.some(([verb]) => may(actor, verb, resource, INSIDE))).toBe(false);
        expect(reach(actor, resource)).toEqual({ scope: "none" });
      }
    }
  });

  it("adds up what several roles may, each in its own scope", () => {
    const both = person(["operator", "leader"], { branchId: "b1", leads: ["g9"] });
    expect(may(both, "change", "groups", { groupId: "g9", branchId: "b2" })).toBe(true);
    expect(may(both, "see", "groups", { groupId: "g1", branchId: "b1" })).toBe(true);
    expect(may(both, "change", "groups", { groupId: "g1", branchId: "b1" })).toBe(false);
  });

  it("lets an operator see positions only while the trip runs", () => {
    const operator = person(["operator"], { branchId: "b1" });
    expect(may(operator, "see", "positions", INSIDE)).toBe(true);
    expect(may(operator, "see", "positions", { ...INSIDE, runs: false })).toBe(false);
  });

  it("lets a helper do in the group they help what its leader may, and only there", () => {
    const helper = person(["pilgrim"], { leads: ["g1"], groups: ["g1", "g2"] });
    expect(may(helper, "change", "groups", { groupId: "g1" })).toBe(true);
    expect(may(helper, "see", "positions", { groupId: "g1" })).toBe(true);
    expect(may(helper, "change", "groups", { groupId: "g2" })).toBe(false);
    expect(may(helper, "see", "positions", { groupId: "g2" })).toBe(false);
    expect(may(helper, "see", "staff", at)).toBe(false);
  });

  it("lets whoever of the agency travels in a group do there what a pilgrim may, whatever else they are", () => {
    const guest = person(["leader"], { leads: ["g2"], groups: ["g1", "g2"] });
    expect(rolesOf(guest)).toEqual(["leader", "pilgrim"]);
    expect(may(guest, "change", "chat", { groupId: "g1" })).toBe(true);
    expect(may(guest, "change", "positions", { userId: "me" })).toBe(true);
    expect(may(guest, "see", "positions", { groupId: "g1", userId: "somebody" })).toBe(false);
    expect(may(guest, "change", "groups", { groupId: "g1" })).toBe(false);
    const bursar = person(["provider"], { groups: ["g1"] });
    expect(reach(bursar, "groups")).toEqual({ scope: "groups", groups: ["g1"] });
    expect(rolesOf(person(["leader"], { leads: ["g2"], groups: ["g2"] })), "leading is not travelling").toEqual([
      "leader",
    ]);
  });
});

describe("reach", () => {
  const groups = (role: Role[], more: Partial<Person> = {}) => reach(person(role, more), "groups");

  it("is as wide as the widest role", () => {
    expect(groups(["pilgrim", "viewer"])).toEqual({ scope: "agency" });
    expect(groups(["pilgrim", "manager"], { branchId: "b1", groups: ["g1"] })).toEqual({
      scope: "branch",
      branchId: "b1",
      groups: ["g1"],
    });
    expect(groups(["pilgrim"], { groups: ["g1", "g2"] })).toEqual({ scope: "groups", groups: ["g1", "g2"] });
    expect(groups(["leader", "pilgrim"], { leads: ["g1"], groups: ["g1", "g2"] })).toEqual({
      scope: "groups",
      groups: ["g1", "g2"],
    });
    expect(reach(person(["pilgrim"]), "positions")).toEqual({ scope: "self", userId: "me" });
    expect(groups(["provider"])).toEqual({ scope: "none" });
  });

  it("of a manager or operator without a branch is the agency", () => {
    expect(groups(["manager"])).toEqual({ scope: "agency" });
    expect(groups(["operator"], { branchId: "b1" })).toEqual({ scope: "branch", branchId: "b1", groups: [] });
  });

  it("of the house itself is the agency it works for", () => {
    expect(reach({ kind: "system", task: "t" }, "positions")).toEqual({ scope: "agency" });
  });
});
