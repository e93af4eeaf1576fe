import { createElement } from "react";
import { expect, it } from "vitest";
import { CodeSheet } from "@/components/roster/code-sheet";
import { Group } from "@/lib/groups/contract";
import { draw } from "@/tests/support/draw";

const END = new Date("2026-11-30T12:00:00Z");
const OVER = "This code no longer works.";

const shown = (now: string, joinCodeExpiresAt: Date | null = null) => {
  const [example] = (Group.meta()?.examples ?? []) as Group[];
  const group = { ...example!, timeZone: "Asia/Riyadh", endsAt: END, joinCodeExpiresAt };
  const sheet = { group, code: "K7QM-2XRT", link: "https://qafila.app/join/K7QM2XRT", now: new Date(now) };
  const children = createElement(CodeSheet, sheet);
  return draw(children);
};

it("[R84] a code that is held up says that it works, and once its day or its trip is over that it does not", () => {
  const day = new Date("2026-11-20T12:00:00Z");
  expect(shown("2026-11-19T12:00:00Z")).toContain("Works until the trip ends");
  expect(shown("2026-11-19T12:00:00Z", day)).not.toContain(OVER);
  expect(shown("2026-11-20T12:00:01Z", day)).toContain(OVER);
  expect(shown("2026-11-30T12:00:01Z")).toContain(OVER);
});
