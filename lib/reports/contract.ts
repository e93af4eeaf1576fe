import { z } from "zod";
import { Day, Instant } from "@/lib/kernel/clock";
import { Money, rupiah } from "@/lib/kernel/money";

export const ReportName = z.enum(["sales", "money", "ageing", "savings"]);
export type ReportName = z.output<typeof ReportName>;
const LONGEST_DAYS = 1_100;
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

export const ReadReport = z
  .strictObject({
    name: ReportName,
    from: Day.optional().describe("The first day, in the agency's zone; absent: thirty days before the last."),
    to: Day.optional().describe("The last day; absent: today."),
    branchId: z.uuid().optional(),
    format: z.enum(["json", "csv"]).default("json"),
  })
  .refine(({ from, to }) => !from || !to || from <= to, { error: "to_before_from", path: ["to"] })
  .refine(({ from, to }) => !from || !to || daysBetween(from, to) <= LONGEST_DAYS, {
    error: "range_too_long",
    path: ["from"],
  });
export type ReadReport = z.output<typeof ReadReport>;

export const ReadComing = z.strictObject({ days: z.number().int().min(1).max(366) });
export type ReadComing = z.output<typeof ReadComing>;

/** What stands in one column: things that are counted, or money. */
export const ReportColumn = z.strictObject({ id: z.string(), kind: z.enum(["count", "money"]) });
export type ReportColumn = z.output<typeof ReportColumn>;
const Figure = z.union([z.number().int(), Money]);
export type Figure = z.output<typeof Figure>;
const Figures = z
  .record(z.string(), Figure)
  .describe("By the ids of the columns: a number of what is counted, or money.");
export const ReportRow = z.strictObject({
  key: z.string(),
  kind: z.enum(["departure", "shop", "branch", "agency", "week"]).describe("What the row is about."),
  name: z.string().nullable().describe("Of the package or the branch."),
  startsAt: Instant.nullable(),
  timeZone: z.string().nullable(),
  branch: z.string().nullable(),
  currency: z.string().describe("Of all its sums: each row has one."),
  figures: Figures,
});
export type ReportRow = z.output<typeof ReportRow>;

export const Report = z
  .strictObject({
    name: ReportName,
    from: Day,
    to: Day,
    branchId: z.uuid().nullable(),
    columns: z.array(ReportColumn),
    /** The column its chart shows. */
    main: z.string(),
    rows: z.array(ReportRow),
    totals: z.array(z.strictObject({ currency: z.string(), figures: Figures })),
    csv: z.string().optional(),
  })
  .meta({
    examples: [
      {
        name: "sales",
        from: "2026-10-22",
        to: "2026-11-21",
        branchId: null,
        main: "owed",
        columns: [
          { id: "bookings", kind: "count" },
          { id: "owed", kind: "money" },
        ],
        rows: [
          {
            key: "1",
            kind: "departure",
            name: "Umrah Akhir Tahun",
            startsAt: "2026-12-24T03:00:00.000Z",
            timeZone: "Asia/Jakarta",
            branch: "Pusat",
            currency: "IDR",
            figures: { bookings: 12, owed: rupiah(414_000_000) },
          },
        ],
        totals: [{ currency: "IDR", figures: { bookings: 12, owed: rupiah(414_000_000) } }],
      },
    ],
  });
export type Report = z.output<typeof Report>;

/** What is still to be paid of instalments that fall due in the coming days, in one currency; minor units. */
export type Coming = { currency: string; amount: number; instalments: number; payers: number };
