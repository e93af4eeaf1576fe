import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatMonth } from "@/lib/i18n/formats";
import { locales } from "@/lib/i18n/locales";
import { dayAt } from "@/lib/i18n/wall";
import { DAY } from "@/lib/kernel/durations";
import { verifyDeposit } from "@/lib/savings/commands/decide";
import { closeDuePeriods, closePeriod, createPeriod, updatePeriod } from "@/lib/savings/commands/desk";
import { sleepDormant } from "@/lib/savings/commands/sleep";
import { listPeriods } from "@/lib/savings/queries/desk";
import { readPlan, readStatement } from "@/lib/savings/queries/plans";
import { addDays, finishMonth, momentOf, monthOf, monthsLeft } from "@/lib/savings/rules";
import { systemCall } from "../inventory/support";
import { patiently } from "../money/support";
import { as, NOON, newWorld, type World } from "../support/world";
import { method, plan, save, submit } from "./support";

let world: World;
let methodId: string;
let planId: string;
beforeAll(async () => {
  world = await newWorld(50);
  methodId = (await method(world)).id;
  planId = (await plan(world, world.pilgrim)).id;
});
afterAll(() => world.close());

const month = (back: number) => {
  const at = new Date(NOON);
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() - back);
  return monthOf(at.toISOString().slice(0, 10));
};
const all = async () => (await listPeriods(as(world.admin), { limit: 100 })).data;

describe("[R23] periods", () => {
  it("are months of the agency's zone, opened by the money that comes in, and never share a day", async () => {
    const late = month(2);
    const { period } = await submit(world, planId, methodId, 100, { paidOn: late.endsOn });
    expect(period).toMatchObject({ startsOn: late.startsOn, endsOn: late.endsOn });
    await expect(createPeriod(as(world.admin), { ...month(2), startsOn: late.endsOn })).rejects.toMatchObject({
      code: "period_overlaps",
    });
    const odd = { startsOn: month(6).startsOn, endsOn: month(5).endsOn, closesOn: month(5).endsOn };
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => createPeriod(as(world.admin), odd)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [made] = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    await expect(
      updatePeriod(as(world.admin), { id: made!.id, endsOn: month(2).startsOn, closesOn: month(2).endsOn }),
    ).rejects.toMatchObject({ code: "period_overlaps" });
    await Promise.all(
      Array.from({ length: 20 }, () =>
        patiently(() => submit(world, planId, methodId, 100, { paidOn: month(1).endsOn })),
      ),
    );
    const days = (await all()).map(({ startsOn, endsOn }) => [startsOn, endsOn] as const).toSorted();
    expect(days.every(([startsOn], i) => i === 0 || startsOn > days[i - 1]![1])).toBe(true);
  });

  it("refuse late money once closed, or take it into the next with a word about it", async () => {
    const [closed] = (await all()).filter(({ endsOn }) => endsOn === month(2).endsOn);
    const before = await submit(world, planId, methodId, 300_000, { paidOn: month(2).startsOn });
    await closePeriod(as(world.admin), { id: closed!.id });
    await expect(submit(world, planId, methodId, 5, { paidOn: month(2).endsOn })).rejects.toMatchObject({
      code: "period_closed",
    });
    const next = await submit(world, planId, methodId, 200_000, { paidOn: month(2).endsOn, whenLate: "next" });
    expect(next).toMatchObject({ lateFor: { id: closed!.id }, period: { startsOn: month(1).startsOn } });
    // What was being checked when it closed goes the same way.
    expect(await verifyDeposit(as(world.owner), { id: before.id })).toMatchObject({ lateFor: { id: closed!.id } });
    const { lines } = await readStatement(as(world.pilgrim), { id: planId });
    expect(dayAt(lines.at(-1)!.on, "Asia/Jakarta")).toBe(month(1).startsOn);
    // Too late for the next one too, it is still said for which it came.
    await closePeriod(as(world.admin), { id: next.period.id });
    const place = { lateFor: { id: closed!.id }, period: { startsOn: month(0).startsOn } };
    expect(await verifyDeposit(as(world.owner), { id: next.id })).toMatchObject(place);
    await expect(updatePeriod(as(world.admin), { id: closed!.id, closesOn: month(0).endsOn })).rejects.toMatchObject({
      code: "period_closed",
    });
  });

  it("keep the days that money was paid on: what was said to be paid is not left outside of its period", async () => {
    const days = { startsOn: "2025-03-01", endsOn: "2025-03-31", closesOn: "2025-04-10" };
    const { id } = await createPeriod(as(world.admin), days);
    await submit(world, planId, methodId, 5, { paidOn: "2025-03-10" });
    const change = (more: object) => updatePeriod(as(world.admin), { id, ...more });
    for (const more of [{ startsOn: "2025-03-11" }, { endsOn: "2025-03-09" }])
      await expect(change(more)).rejects.toMatchObject({ code: "period_holds_money" });
    expect(await change({ startsOn: "2025-03-10", endsOn: "2025-03-10" })).toMatchObject({ endsOn: "2025-03-10" });
  });

  it("are closed while others verify: each deposit is in an open period or says which one was missed", async () => {
    const own = await plan(world, world.otherPilgrim);
    const paidOn = month(3).startsOn;
    const deposits = await Promise.all(
      Array.from({ length: 12 }, () => submit(world, own.id, methodId, 50, { paidOn })),
    );
    const target = (await all()).find(({ startsOn }) => startsOn === paidOn)!;
    const verifying = deposits.map(({ id }) => verifyDeposit(as(world.owner), { id }));
    await Promise.all([...verifying, closePeriod(as(world.admin), { id: target.id })]);
    const placed = await Promise.all(verifying);
    for (const { period, lateFor } of placed) {
      expect(lateFor?.id ?? period.id).toBe(target.id);
    }
    expect((await readPlan(as(world.owner), { id: own.id })).balance.amount).toBe(12 * 5_000);
  });

  it("end at midnight of the agency, not of the server or of Greenwich", async () => {
    // Half past midnight of the first in Jakarta is still the last of the month in Greenwich.
    const first = new Date(Date.parse(`${month(0).startsOn}T00:30:00+07:00`));
    expect(dayAt(first, "Asia/Jakarta")).toBe(month(0).startsOn);
    expect(dayAt(first, "UTC")).toBe(month(1).endsOn);
    await expect(
      submit(world, planId, methodId, 1, { paidOn: month(0).startsOn }, new Date(first.getTime() - 31 * 60_000)),
    ).rejects.toMatchObject({ code: "validation" });
    const soon = await submit(world, planId, methodId, 1, { paidOn: month(0).startsOn }, first);
    expect(soon.period.startsOn).toBe(month(0).startsOn);
    await expect(closePeriod(as(world.admin), { id: soon.period.id })).rejects.toMatchObject({ code: "period_runs" });
    for (const zone of ["Asia/Jakarta", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati"]) {
      const noon = momentOf("2026-03-08", zone, NOON);
      expect([zone, dayAt(noon, zone)]).toEqual([zone, "2026-03-08"]);
    }
  });

  it("close by themselves after their last day of grace", async () => {
    const due = addDays(month(0).closesOn, 1);
    const call = systemCall(world, world.agency.id, new Date(`${due}T09:00:00Z`));
    expect(await closeDuePeriods(call, {})).toBeGreaterThan(0);
    expect((await all()).every(({ closedAt }) => closedAt !== null)).toBe(true);
    expect(await closeDuePeriods(call, {})).toBe(0);
  });
});

describe("a plan's way", () => {
  it("[R19] its end is told in whole months and whole rupiah", () => {
    expect(monthsLeft({ target: 100, balance: 0, monthly: 33 })).toBe(4);
    expect(monthsLeft({ target: 99, balance: 0, monthly: 33 })).toBe(3);
    expect(monthsLeft({ target: 9_007_199_254_740_991, balance: 1, monthly: 7 })).toBe(1_286_742_750_677_285);
    const finish = (balance: number, startsOn = "2026-01-01") =>
      finishMonth({ target: 1_200, balance, monthly: 100, startsOn }, "2026-11-21");
    expect([finish(0), finish(1_100), finish(1_200)]).toEqual(["2027-11", "2026-12", null]);
    // Nothing comes before it begins.
    expect([finish(0, "2026-12-01"), finish(0, "2027-06-01")]).toEqual(["2027-11", "2028-05"]);
  });

  it("sleeps after 24 months without a movement, keeps its money, and wakes with the next deposit", async () => {
    const own = await plan(world, world.pilgrim);
    await save(world, own.id, methodId, 900);
    const years = (n: number) => systemCall(world, world.agency.id, new Date(NOON.getTime() + n * 365 * DAY + DAY));
    await sleepDormant(years(1), {});
    expect((await readPlan(as(world.owner), { id: own.id })).state).toBe("active");
    await sleepDormant(years(2.1), {});
    expect(await readPlan(as(world.owner), { id: own.id })).toMatchObject({
      state: "dormant",
      balance: { amount: 90_000 },
    });
    await save(world, own.id, methodId, 900);
    expect((await readPlan(as(world.owner), { id: own.id })).state).toBe("active");
  });
});

it("a pace of next to nothing ends in a year that every screen can write", () => {
  const pace = fc.record({
    target: fc.integer({ min: 1, max: 10_000_000_000_000 }),
    monthly: fc.integer({ min: 1, max: 1_000 }),
  });
  fc.assert(
    fc.property(pace, fc.constantFrom(...locales), (plan, locale) => {
      const month = finishMonth({ ...plan, balance: 0, startsOn: "2026-11-01" }, "2026-11-21");
      expect(formatMonth(locale, month!)).not.toBe("");
    }),
  );
});
