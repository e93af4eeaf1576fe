import { createElement } from "react";
import { expect, it } from "vitest";
import type { z } from "zod";
import { useReportSheet } from "@/components/reports/sheet";
import { locales } from "@/lib/i18n/locales";
import { rupiah } from "@/lib/kernel/money";
import { Report } from "@/lib/reports/contract";
import { draw } from "@/tests/support/draw";

const example = <T>(schema: z.ZodType<T>): T => schema.parse((schema.meta() as { examples: unknown[] }).examples[0]);
const report: Report = {
  ...example(Report),
  columns: [
    { id: "sold", kind: "count" },
    { id: "owed", kind: "money" },
  ],
  rows: example(Report).rows.map((row) => ({
    ...row,
    // Where they leave it is the day after already.
    startsAt: new Date("2026-12-26T23:57:00.000Z"),
    figures: { sold: 12, owed: rupiah(414_000_000) },
  })),
};

const Pressed = ({ take }: { take: (rows: string[][]) => void }) => {
  take(useReportSheet()(report));
  return null;
};
/** What whoever presses CSV finds in the file. */
function sheet(locale?: (typeof locales)[number]): string[][] {
  const files: string[][][] = [];
  draw(createElement(Pressed, { take: (rows) => void files.push(rows) }), locale);
  return files[0] ?? [];
}

it("a report taken out by hand says what its table says: whole sums, the days there, and no words of programs", () => {
  expect(sheet()).toEqual([
    ["Departure or shop", "Branch", "Currency", "Sold", "Worth"],
    ["Umrah Akhir Tahun · Dec 27, 2026", "Pusat", "IDR", "12", "414000000"],
  ]);
});

it.each(locales)("has a word for each of its columns, and no sign that only a screen needs, in %s", (locale) => {
  const cells = sheet(locale).flat();
  for (const cell of cells) expect(cell).toMatch(/^[^\u2066-\u2069\u00a0]+$/);
  expect(cells.filter((cell) => cell.includes("reports."))).toEqual([]);
});
