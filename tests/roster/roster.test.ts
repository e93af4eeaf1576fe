import { expect, it } from "vitest";
import { EVERYBODY, filterRoster, subGroupsOf } from "@/components/roster/filter";
import { rosterCsv } from "@/components/roster/roster-csv";
import type { Member } from "@/lib/groups/contract";

const member = (personName: string, more: Partial<Member> = {}): Member => ({
  userId: personName,
  personName,
  role: "pilgrim",
  subGroup: null,
  phone: null,
  avatar: null,
  mayLead: null,
  sharing: "on",
  joinedAt: new Date("2026-11-07T01:00:00Z"),
  ...more,
});
const lukman = member("Lukman Hakim", { role: "leader", phone: "+6281100001005" });
const jose = member("José Çelik", { subGroup: "Bus 10" });
const aisha = member("Айша", { subGroup: "Bus 2", sharing: "paused" });
const roster = [lukman, jose, aisha];
const find = (filter: Partial<typeof EVERYBODY>) => filterRoster(roster, { ...EVERYBODY, ...filter });

it("finds a person without accents, in any script, and by the end of the number", () => {
  expect(find({ q: " jose celik " })).toEqual([jose]);
  expect(find({ q: "АЙШ" })).toEqual([aisha]);
  expect(find({ q: "1005" })).toEqual([lukman]);
  expect(find({ q: "١٠٠٥" })).toEqual([lukman]);
  expect(find({ q: "zzz" })).toEqual([]);
});

it("narrows by role, bus and sharing at once", () => {
  expect(find({ role: "leader" })).toEqual([lukman]);
  expect(find({ subGroup: "Bus 2", sharing: "paused" })).toEqual([aisha]);
  expect(find({ subGroup: "Bus 2", sharing: "on" })).toEqual([]);
  expect(find({})).toEqual(roster);
});

it("orders buses by their number", () => {
  expect(subGroupsOf(roster, "en")).toEqual(["Bus 2", "Bus 10"]);
});

it("writes a table that no spreadsheet runs as a formula", () => {
  const evil = member('=HYPERLINK("x")', { subGroup: "-1+1", phone: "+6281" });
  const csv = rosterCsv([evil], { head: ["Name"], wordOf: () => ({ role: "Pilgrim", sharing: "On" }) });
  expect(csv).toBe(`\ufeff"Name"\r\n"'=HYPERLINK(""x"")","Pilgrim","'-1+1","+6281","On","2026-11-07"\r\n`);
});
