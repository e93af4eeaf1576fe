import { describe, expect, it } from "vitest";
import { currentHref } from "@/components/shell/nav";
import { toneOf } from "@/components/ui/avatar";
import { bandOf } from "@/components/ui/band";
import { moonPath } from "@/components/ui/moon";

describe("a group's band", () => {
  it("is its own for 24 groups, then repeats with another number", () => {
    const looks = Array.from({ length: 24 }, (_, number) => `${bandOf(number).colour.name} ${bandOf(number).motif}`);
    expect(new Set(looks).size).toBe(24);
    expect(bandOf(28)).toEqual(bandOf(4));
  });

  it("of group 4 is clay with chevrons", () => {
    expect(bandOf(4)).toMatchObject({ colour: { name: "clay" }, motif: "chevrons" });
  });
});

it("the moon grows to the middle of the month and wanes after it", () => {
  const litOnTheRight = (day: number) => moonPath(day).includes("0 0 1 50 98");
  expect([2, 14].map(litOnTheRight)).toEqual([true, true]);
  expect([16, 29].map(litOnTheRight)).toEqual([false, false]);
});

it("a person keeps one colour", () => {
  expect(toneOf("Siti Rahmawati")).toEqual(toneOf("Siti Rahmawati"));
});

describe("the current place", () => {
  const items = ["/a/x/office", "/a/x/office/groups"].map((href) => ({ href, label: href, icon: null }));
  it.each([
    ["/a/x/office", "/a/x/office"],
    ["/a/x/office/groups", "/a/x/office/groups"],
    ["/a/x/office/groups/7", "/a/x/office/groups"],
    ["/a/x/officer", undefined],
  ])("of %s is %s", (pathname, href) => expect(currentHref(items, pathname)).toBe(href));
});
