import { describe, expect, it } from "vitest";
import { changeOf, draftOf, errorsOf, newDraft, wishOf } from "@/components/groups/group-draft";
import { judgeDraft } from "@/components/groups/judge-draft";
import { readGroupsQuery } from "@/components/groups/list-query";
import { readPack } from "@/components/map/pack";
import { mondaysUpTo } from "@/components/office/money-weeks";
import { cornersOf, readPackFile } from "@/components/office/pack-file";
import { listHref } from "@/components/shell/list-query";
import { nextStep, previousStep } from "@/components/shell/paging";
import { roundUp } from "@/components/ui/axis";
import type { Group } from "@/lib/groups/contract";
import { fromWall, offsetOf, toWall } from "@/lib/i18n/wall-time";
import { csvOf } from "@/lib/kernel/csv";
import { ImportMapPack } from "@/lib/tracking/contract";

const NOW = new Date("2026-11-21T05:00:00Z");
const group: Group = {
  id: "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e20",
  number: 4,
  name: "Umrah Akhir Musim",
  branchId: null,
  startsAt: new Date("2026-11-18T01:00:42.710Z"),
  endsAt: new Date("2026-11-27T14:00:00Z"),
  timeZone: "Asia/Riyadh",
  capacity: 45,
  meetingPoint: { lat: 21.4210447, lng: 39.8258406, label: "Gate 1" },
  needsApproval: false,
  joinCodeExpiresAt: null,
  state: "running",
  members: 42,
  joinCode: "K7QM-2XRT",
  waiting: 0,
  mine: null,
  mayChange: true,
  createdAt: NOW,
};
const draft = { ...newDraft(NOW, null), number: "7", name: "Umrah" };

describe("the wall clock of a zone", () => {
  it("comes back to the same moment in every zone, on both sides of a clock change", () => {
    for (const zone of ["Asia/Riyadh", "Asia/Jakarta", "Africa/Cairo", "America/New_York", "Asia/Kathmandu"])
      for (const iso of [
        "2026-03-08T06:30:00Z",
        "2026-03-08T07:30:00Z",
        "2026-10-29T22:30:00Z",
        "2027-01-01T00:00:00Z",
      ]) {
        const at = new Date(iso);
        expect(fromWall(toWall(at, zone), zone)?.toISOString()).toBe(at.toISOString());
      }
  });

  it("has no moment for what is no time, and tells its offset in whole minutes", () => {
    expect(fromWall("", "Asia/Riyadh")).toBeNull();
    expect(fromWall("2026-13-40T99:00", "Asia/Riyadh")).toBeNull();
    expect(offsetOf("Asia/Riyadh", new Date("2026-11-17T05:06:25.710Z"))).toBe("+03:00");
    expect(offsetOf("America/St_Johns", NOW)).toBe("-03:30");
    expect(offsetOf("Asia/Kathmandu", NOW)).toBe("+05:45");
  });
});

describe("a group as it is typed", () => {
  it("says what is wrong at its field before it is sent", () => {
    expect(judgeDraft(draft)).toEqual({});
    expect(judgeDraft({ ...draft, number: "", name: " ", capacity: "0" })).toEqual({
      number: "required",
      name: "required",
      capacity: "number",
    });
    expect(judgeDraft({ ...draft, endsAt: draft.startsAt })).toEqual({ endsAt: "order" });
    expect(judgeDraft({ ...draft, endsAt: "9999-11-27T20:00" })).toEqual({ endsAt: "length" });
    expect(judgeDraft({ ...draft, meetingPoint: { lat: 1, lng: 2, label: " " } })).toEqual({
      meetingLabel: "required",
    });
  });

  it("sends only what was changed, so that nobody's other change is undone", () => {
    expect(changeOf(group, wishOf(draftOf(group)))).toEqual({});
    expect(changeOf(group, wishOf({ ...draftOf(group), capacity: "50" }))).toEqual({ capacity: 50 });
  });

  it("finds the field of a refusal", () => {
    expect(errorsOf({ fields: { endsAt: ["trip_too_long"], "meetingPoint.label": ["too_big"] } })).toEqual({
      endsAt: "refused",
      meetingLabel: "refused",
    });
    expect(errorsOf(undefined)).toEqual({});
  });
});

describe("a list in an address", () => {
  it("reads only what is ours", () => {
    const nonsense = { q: ["a\u0000", "b"], state: "flying", sort: "drop table", branch: "../etc", trail: "x,,y" };
    expect(readGroupsQuery(nonsense)).toEqual({
      q: "a",
      state: undefined,
      branch: undefined,
      sort: undefined,
      cursor: undefined,
      trail: ["x", "y"],
    });
  });

  it("goes forth and back through its pages, and begins anew when it is narrowed", () => {
    const first = readGroupsQuery({ sort: "name" });
    const second = { ...first, ...nextStep(first, "two") };
    const third = { ...second, ...nextStep(second, "three") };
    expect(previousStep(third)).toEqual({ cursor: "two", trail: second.trail });
    expect(listHref("/groups", third, previousStep(second) ?? {})).toBe("/groups?sort=name");
    expect(previousStep(first)).toBeNull();
    expect(listHref("/groups", third, { state: "past" })).toBe("/groups?state=past&sort=name");
  });
});

describe("files", () => {
  it("a cell is never a formula, and phones and what is below zero stay what they are", () => {
    expect(csvOf([["=1+1", '@x "y"', "+6281234"]])).toBe('\ufeff"\'=1+1","\'@x ""y""","+6281234"\r\n');
    expect(csvOf([["-6.1862", "-5+1", "-500"]])).toBe('\ufeff"-6.1862","\'-5+1","-500"\r\n');
  });

  const file = (content: unknown) =>
    new File([typeof content === "string" ? content : JSON.stringify(content)], "makkah.geojson");
  const point = { type: "Point", coordinates: [39.82616789, 21.4225] };

  it("a map pack keeps shapes and names and nothing else", async () => {
    const features = [
      { type: "Feature", geometry: point, properties: { name: "Kaaba", secret: "x" } },
      { type: "Feature", geometry: null, properties: {} },
    ];
    const read = await readPackFile(file({ type: "FeatureCollection", features }));
    expect(read).toMatchObject({ ok: true, left: 1, suggested: "makkah" });
    if (!read.ok) return;
    expect(read.content.features).toEqual([
      {
        type: "Feature",
        geometry: { type: "Point", coordinates: [39.826168, 21.4225] },
        properties: { name: "Kaaba" },
      },
    ]);
    expect(cornersOf(read.content)).toEqual([
      { lat: 21.4225, lng: 39.826168 },
      { lat: 21.4225, lng: 39.826168 },
    ]);
  });

  it("a map pack looks the same before and after it was imported: mosques, gates, and names in both scripts", async () => {
    const names = { name: "فندق", name_en: "Hotel of the Gate", kind: "hotel", osm: "way_1" };
    const ring = [39.82, 39.83, 39.83, 39.82].map((lng, i) => [lng, i < 2 ? 21.42 : 21.43]);
    const features = [
      { type: "Feature", geometry: point, properties: names },
      {
        type: "Feature",
        geometry: point,
        properties: { name: "باب", "name:en": "Gate", "name:ar": "باب", kind: "gate" },
      },
      { type: "Feature", geometry: point, properties: { name: "Corner shop", name_en: null, kind: "food" } },
      { type: "Feature", geometry: { type: "Polygon", coordinates: [ring] }, properties: { building: "mosque" } },
    ];
    const read = await readPackFile(file({ type: "FeatureCollection", features }));
    if (!read.ok) throw new Error(read.problem);
    const { content } = ImportMapPack.parse({ name: "Makkah", credit: "© OpenStreetMap", content: read.content });
    const drawn = readPack(content);
    expect(drawn?.places.map(({ name, nameAr }) => [name, nameAr])).toEqual([
      ["Hotel of the Gate", "فندق"],
      ["Gate", "باب"],
      ["Corner shop", null],
    ]);
    const [hotel, gate, shop] = drawn!.places.map(({ weight }) => weight);
    expect([gate! > hotel!, hotel! > shop!]).toEqual([true, true]);
    expect([drawn!.mosques.length, drawn!.blocks.length]).toEqual([1, 0]);
  });

  it("shapes in metres, as drawing programs write them unless told otherwise, are none that a map draws", async () => {
    const metres = { type: "Point", coordinates: [4433400, 2446600] };
    const mine = { type: "Feature", geometry: metres, properties: { name: "Kaaba" } };
    const inMetres = await readPackFile(file({ type: "FeatureCollection", features: [mine] }));
    expect(inMetres).toEqual({ ok: false, problem: "empty" });
    const good = { type: "Feature", geometry: point, properties: { name: "Kaaba" } };
    const mixed = await readPackFile(file({ type: "FeatureCollection", features: [mine, good] }));
    expect(mixed).toMatchObject({ ok: true, left: 1 });
  });

  it("what is no map pack says why", async () => {
    expect(await readPackFile(file("<html>"))).toEqual({ ok: false, problem: "notJson" });
    expect(await readPackFile(file({ type: "Topology" }))).toEqual({ ok: false, problem: "notGeoJson" });
    expect(await readPackFile(file({ type: "FeatureCollection", features: [] }))).toEqual({
      ok: false,
      problem: "empty",
    });
  });
});

describe("the weeks of the money on Today", () => {
  it("are the last eight, each by its Monday, the one that has begun among them", () => {
    const weeks = ["2026-09-28", "2026-10-05", "2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09"];
    for (const day of ["2026-11-16", "2026-11-19", "2026-11-22"])
      expect(mondaysUpTo(day)).toEqual([...weeks, "2026-11-16"]);
    expect(mondaysUpTo("2026-11-23").at(-1)).toBe("2026-11-23");
  });

  it("stand under a round sum that none of them is above", () => {
    expect([1, 2, 7, 10, 24_000, 26_000, 820_000].map(roundUp)).toEqual([1, 2, 8, 10, 25_000, 30_000, 1_000_000]);
  });
});
