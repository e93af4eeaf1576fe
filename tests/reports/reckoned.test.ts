import fc from "fast-check";
import { expect, it } from "vitest";
import { sumInvoices } from "@/lib/invoices/queries/invoices";
import type { ReportName } from "@/lib/reports/contract";
import { readComing, readReport } from "@/lib/reports/queries";
import { readStatement } from "@/lib/savings/queries/plans";
import { readLiability } from "@/lib/savings/queries/totals";
import { as, NOON, newWorld, type World } from "../support/world";
import { act, deeds, EVERYTHING, openTrade, VERBS } from "./deeds";
import * as reckoned from "./reckoned";

const HOUR = 3_600_000;
const day = (n: number) => new Date(NOON.getTime() + n * 24 * HOUR).toISOString().slice(0, 10);
/** Several months, whole and cut anywhere, up to a day that is past and up to today. */
const SPANS = [-400, -120, -77, -31].flatMap((from) =>
  [-119, -105, -90, -75, -60, -45, -30, 0].map((to) => ({ from, to })),
);

async function compare(world: World, zone: string, noted: Parameters<typeof reckoned.ageing>[1]) {
  const owner = as(world.owner);
  const rows = await reckoned.readRows(world);
  for (const span of SPANS.filter(({ from, to }) => from <= to)) {
    const asked = { from: day(span.from), to: day(span.to), zone };
    const wanted = {
      sales: reckoned.sales(rows, asked),
      money: reckoned.money(rows, asked),
      ageing: reckoned.ageing(rows, noted, asked),
      savings: reckoned.savings(rows, asked),
    } satisfies Record<ReportName, unknown>;
    for (const [name, sums] of Object.entries(wanted)) {
      const report = await readReport(owner, {
        name: name as ReportName,
        from: asked.from,
        to: asked.to,
        format: "csv",
      });
      const told = new Map(report.rows.map((row) => [`${row.key}:${row.currency}`, reckoned.plain(row)]));
      expect([name, asked, reckoned.asTable(told)]).toEqual([name, asked, reckoned.asTable(sums)]);
      const cells = report.rows
        .map((row) => reckoned.plain(row))
        .map((figures) => report.columns.map(({ id }) => String(figures[id])).join(","));
      const lines = report.csv!.trim().split("\r\n").slice(1);
      expect(lines.map((line) => line.replaceAll('"', "").split(",").slice(-report.columns.length).join(","))).toEqual(
        cells,
      );
      for (const sum of report.totals)
        for (const [id, total] of Object.entries(reckoned.plain(sum))) {
          const mine = [...sums].filter(([key]) => key.endsWith(`:${sum.currency}`));
          expect(mine.reduce((sum, [, one]) => sum + (one[id] ?? 0), 0)).toBe(total);
        }
    }
  }
  for (const days of [1, 14, 366]) {
    const until = new Date(NOON.getTime() + days * 24 * HOUR);
    const byCurrency = (a: { currency: string }, b: { currency: string }) => (a.currency < b.currency ? -1 : 1);
    const told = (await readComing(owner, { days })).toSorted(byCurrency);
    expect(told).toEqual(reckoned.coming(rows, NOON, until).toSorted(byCurrency));
  }
  await compareSums(world, rows);
}

async function compareSums(world: World, rows: reckoned.Rows) {
  const owner = as(world.owner);
  for (const { currency, count, owed, paid, rest } of (await sumInvoices(owner, {})).data) {
    const all = rows.invoices.filter((one) => one.currency === currency);
    const standing = all.filter(({ state }) => state !== "void").map((one) => [Number(one.total), Number(one.paid)]);
    const sum = (of: (total: number, paid: number) => number) =>
      standing.reduce((total, [a = 0, b = 0]) => total + of(a, b), 0);
    const wanted = [all.length, sum((a) => a), sum((_, b) => b), sum((a, b) => Math.max(0, a - b))];
    expect([count, owed, paid, rest]).toEqual(wanted);
  }
  const on = (accountId: string) => rows.entries.filter(({ account_id }) => account_id === accountId);
  const sumOf = (entries: reckoned.Rows["entries"]) => entries.reduce((sum, { amount }) => sum + Number(amount), 0);
  const saved = rows.plans.map(({ account_id }) => sumOf(on(account_id!)));
  const { data } = await readLiability(owner, {});
  expect(data.map(({ liability }) => liability)).toEqual(
    saved.length ? [{ amount: saved.reduce((a, b) => a + b), currency: rows.plans[0]!.currency }] : [],
  );
  for (const [i, { id, account_id }] of rows.plans.entries()) {
    const { plan, lines } = await readStatement(owner, { id: id! });
    expect([plan.balance.amount, lines.length]).toEqual([saved[i], on(account_id!).length]);
    let running = 0;
    for (const { amount, balance } of lines) {
      running += amount.amount;
      expect(balance.amount).toBe(running);
    }
    expect(running).toBe(saved[i]);
  }
}

it.each(["Asia/Jakarta", "Asia/Almaty"])(
  "[R8] [R15] [R20] whatever was sold, paid, taken back, saved and let go on whatever days in %s, each report and each file says what the rows add up to, also of days that are past",
  async (zone) => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(deeds, async (steps) => {
        const world = await newWorld();
        let now = new Date(NOON.getTime() - 170 * 24 * HOUR);
        const made = await openTrade(world, zone, now);
        const noted: ReturnType<typeof reckoned.scheduleNow>[] = [];
        for (const step of steps) {
          now = new Date(now.getTime() + step.hours * HOUR);
          if (now >= NOON) break;
          if (await act(world, made, step, now)) seen.add(step.verb);
          noted.push(reckoned.scheduleNow(await reckoned.readRows(world), now));
        }
        await compare(world, zone, noted);
        const { payments } = await reckoned.readRows(world);
        if (payments.some(({ rounding }) => Number(rounding) > 0)) seen.add("rounded");
        await world.close();
      }),
      { numRuns: 3, endOnFailure: true, examples: [[EVERYTHING]] },
    );
    expect([...VERBS, "rounded"].filter((what) => !seen.has(what))).toEqual([]);
  },
);
