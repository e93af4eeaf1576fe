import { validate, version } from "uuid";
import { expect, it, vi } from "vitest";
import { newId } from "@/lib/kernel/ids";

const many = (n: number) => Array.from({ length: n }, newId);

it("makes ids that are UUIDs of version 7, all different and in the order of their making", () => {
  const ids = many(20_000);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
});

it("keeps that order when the clock goes back", () => {
  const before = newId();
  vi.useFakeTimers({ now: Date.now() - 60_000 });
  const after = many(100);
  vi.useRealTimers();
  expect([before, ...after].toSorted()).toEqual([before, ...after]);
});
