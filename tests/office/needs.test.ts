import { createElement } from "react";
import { expect, it } from "vitest";
import { NeedsCard } from "@/components/office/needs-card";
import { draw } from "../support/draw";

const NOTHING = { account: 0, holds: 0, decisions: 0, proofs: 0, deposits: 0, permissions: 0 };
const decide = () => Promise.resolve({ ok: true as const, value: undefined });
const card = (waiting: typeof NOTHING) => {
  const nobody = { requests: [], total: 0, now: new Date(), approve: decide, reject: decide };
  return draw(createElement(NeedsCard, { home: "/a/nurani/office", waiting, ...nobody }));
};

it("an agency into whose account nobody can pay is led to add one, before all else; with one nothing waits", () => {
  const led = card({ ...NOTHING, account: 1, proofs: 2 });
  expect(led).toContain("No bank account yet");
  expect(led.indexOf("/a/nurani/office/settings/payments")).toBeGreaterThan(0);
  expect(led.indexOf("/a/nurani/office/settings/payments")).toBeLessThan(led.indexOf("/a/nurani/office/proofs"));
  expect(card(NOTHING)).toContain("Nothing waits for you. Good.");
  expect(card(NOTHING)).not.toContain("No bank account yet");
});
