import { createElement } from "react";
import { expect, it } from "vitest";
import { CodeDesk } from "@/components/roster/code-desk";
import { CodeLink } from "@/components/roster/code-link";
import type { Group } from "@/lib/groups/contract";
import { draw } from "../support/draw";

const NOW = new Date("2026-11-21T05:00:00Z");
const HOUR = 3_600_000;
const hours = (n: number) => new Date(NOW.getTime() + n * HOUR);

/** What a leader can do about the code of a group whose trip ends, and whose code expires, so many hours from now. */
function offered(endsIn: number, expiresIn: number | null) {
  const state: Group["state"] = endsIn < 0 ? "past" : "running";
  const joinCodeExpiresAt = expiresIn === null ? null : hours(expiresIn);
  const group = { id: "g", name: "Group 7", state, endsAt: hours(endsIn), joinCodeExpiresAt };
  const rotate = () => Promise.resolve({ ok: false as const, error: "", message: "" });
  const children = createElement(CodeDesk, { group, link: "https://qafila.example/join/K7QM2XRT", now: NOW, rotate });
  const html = draw(children);
  return ["Copy the link", "New code"].filter((words) => html.includes(words));
}

it("a leader sends on no link that opens nothing, and makes no new code after the trip: it was called new, and was as dead as the old one", () => {
  expect(offered(5, null)).toEqual(["Copy the link", "New code"]);
  expect(offered(5, 1)).toEqual(["Copy the link", "New code"]);
  expect(offered(5, -1)).toEqual(["New code"]);
  expect(offered(-1, null)).toEqual([]);
});

it("the roster leads to the code while it opens the group: after the trip it led to one that no longer works", () => {
  const way = (state: Group["state"]) => draw(createElement(CodeLink, { group: { state }, href: "/roster/code" }));
  expect([way("upcoming"), way("running")]).toEqual(Array(2).fill(expect.stringContaining("/roster/code")));
  expect(way("past")).toBe("");
});
