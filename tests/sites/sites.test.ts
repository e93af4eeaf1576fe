import { describe, expect, it } from "vitest";
import { findSite, SITES_CREDIT, sites } from "@/lib/sites/contract";
import { sharedFile } from "../support/shared";

describe("the sites shipped", () => {
  it("are the 72 of the facts, point for point", ({ skip }) => {
    const facts = JSON.parse(sharedFile("facts/sites.json", skip)).sites;
    const shipped = sites.map(({ lng, ...site }) => ({ ...site, lon: lng }));
    expect(shipped).toHaveLength(72);
    expect(shipped).toEqual(facts);
  });

  it("have one id each and stand in western Arabia", () => {
    expect(new Set(sites.map((site) => site.id)).size).toBe(sites.length);
    for (const { id, lat, lng } of sites) {
      expect(lat > 20 && lat < 25 && lng > 38.5 && lng < 41, id).toBe(true);
    }
  });

  it("give OpenStreetMap its credit", () => {
    expect(SITES_CREDIT).toBe("© OpenStreetMap contributors");
  });

  it("are found by id, and nothing else is", () => {
    expect(findSite("kaaba")?.name.ar).toBe("الكعبة");
    expect(findSite("constructor")).toBeUndefined();
  });
});
