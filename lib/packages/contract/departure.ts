import { z } from "zod";
import { DAY, Instant, TimeZone } from "@/lib/kernel/clock";
import { latinDigits } from "@/lib/kernel/digits";
import { Money, rupiah } from "@/lib/kernel/money";
import { PageInput, pageOf } from "@/lib/kernel/page";
import { line } from "@/lib/kernel/text";
import { Category, Prices } from "./package";

const DEPARTURE_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e41";
const PACKAGE_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e40";

/** "full" is what the seats say of an open departure. */
export const DepartureStatus = z.enum(["draft", "open", "full", "closed", "departed", "completed", "cancelled"]);
export type DepartureStatus = z.output<typeof DepartureStatus>;
/** What somebody may set. */
export const DepartureMove = z.enum(["open", "closed", "departed", "completed", "cancelled"]);
export type DepartureMove = z.output<typeof DepartureMove>;

const Airport = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ examples: ["CGK"] });
export const Flight = z.strictObject({
  number: z
    .string()
    .overwrite(latinDigits)
    .regex(/^[A-Z0-9]{2}\s?\d{1,4}$/)
    .meta({ examples: ["SV 817"] }),
  from: Airport,
  to: Airport,
  departsAt: Instant,
  arrivesAt: Instant,
  departsZone: TimeZone,
  arrivesZone: TimeZone,
});
export type Flight = z.output<typeof Flight>;

const Seats = z.strictObject({
  capacity: z.number().int(),
  held: z.number().int(),
  sold: z.number().int(),
  left: z.number().int(),
});
export type Seats = z.output<typeof Seats>;

const fields = {
  city: line(80).describe("Where the trip begins."),
  startsAt: Instant,
  endsAt: Instant,
  timeZone: TimeZone.describe("The clock of the city of departure."),
  flights: z.array(Flight).max(8),
  capacity: z.number().int().min(0).max(2_000).describe("Seats; infants take none."),
  prices: Prices,
  branchId: z.uuid().nullable(),
  groupId: z.uuid().nullable().describe("Who has paid joins this group by themself."),
};
type Span = { startsAt?: Date; endsAt?: Date };
const runsForward = ({ startsAt, endsAt }: Span) => !startsAt || !endsAt || startsAt < endsAt;
const backwards = { path: ["endsAt"], error: "ends_before_start" };
const isShort = ({ startsAt, endsAt }: Span) => !(Number(endsAt) - Number(startsAt) > 120 * DAY);
const tooLong = { path: ["endsAt"], error: "trip_too_long", params: { limit: 120 } };

const EXAMPLE = {
  city: "Jakarta",
  startsAt: "2026-12-24T03:00:00.000Z",
  endsAt: "2027-01-04T10:00:00.000Z",
  timeZone: "Asia/Jakarta",
  flights: [],
  capacity: 45,
} as const;

export const CreateDeparture = z
  .strictObject({
    id: z.uuid().describe("The package's."),
    ...fields,
    flights: fields.flights.default([]),
    prices: fields.prices.optional().describe("The package's when absent."),
    branchId: fields.branchId.default(null),
    groupId: fields.groupId.default(null),
  })
  .refine(runsForward, backwards)
  .refine(isShort, tooLong)
  .meta({ examples: [{ id: PACKAGE_ID, ...EXAMPLE }] });
export const DepartureRef = z.strictObject({ id: z.uuid() });
export const UpdateDeparture = z
  .strictObject({
    id: z.uuid(),
    ...z.strictObject(fields).partial().shape,
    status: DepartureMove.optional(),
    version: z.number().int().optional().describe("What you read; refused when somebody was faster."),
  })
  .refine(runsForward, backwards)
  .refine(isShort, tooLong)
  .meta({ examples: [{ id: DEPARTURE_ID, status: "open" }] });
export type UpdateDeparture = z.output<typeof UpdateDeparture>;
export const DuplicateDeparture = z
  .strictObject({ id: z.uuid(), startsAt: Instant })
  .meta({ examples: [{ id: DEPARTURE_ID, startsAt: "2027-02-24T03:00:00.000Z" }] });

/** A departure with what is left of its seats, as the agency's people see it. */
export const Departure = z
  .strictObject({
    id: z.uuid(),
    packageId: z.uuid(),
    packageName: z.string(),
    category: Category,
    status: DepartureStatus,
    ...fields,
    currency: z.string(),
    priceFrom: Money.nullable().describe("The least an adult pays."),
    seats: Seats,
    version: z.number().int(),
    mayChange: z.boolean(),
  })
  .meta({
    examples: [
      {
        id: DEPARTURE_ID,
        packageId: PACKAGE_ID,
        packageName: "Umrah Akhir Tahun",
        category: "umrah_regular",
        status: "open",
        ...EXAMPLE,
        flights: [],
        prices: [{ roomType: "quad", passengerType: "adult", amount: rupiah(34_500_000) }],
        branchId: null,
        groupId: null,
        currency: "IDR",
        priceFrom: rupiah(34_500_000),
        seats: { capacity: 45, held: 4, sold: 38, left: 3 },
        version: 1,
        mayChange: true,
      },
    ],
  });
export type Departure = z.output<typeof Departure>;
export const DeparturePage = pageOf(Departure);
export const ListDepartures = z.strictObject({
  ...PageInput.shape,
  id: z.uuid().optional().describe("Of this package."),
  status: DepartureStatus.optional(),
  when: z.enum(["coming", "past", "all"]).default("all"),
  q: z.string().trim().max(120).optional().describe("Part of the package's name or the city."),
  sort: z.enum(["day", "package"]).default("day").describe("By day the next one first; of past ones the last."),
});
export const ListDeparturesOf = ListDepartures.extend({ id: z.uuid() });
export type ListDepartures = z.output<typeof ListDepartures>;

export const ImportPrices = z
  .strictObject({ id: z.uuid(), csv: z.string().max(20_000), dryRun: z.boolean().default(true) })
  .meta({
    examples: [{ id: DEPARTURE_ID, csv: "room,passenger,amount\nquad,adult,34500000\n", dryRun: true }],
  });
export const ImportedPrices = z
  .strictObject({
    prices: Prices,
    problems: z.array(
      z.strictObject({
        row: z.number().int().describe("Of the file, the head being 1."),
        problem: z.enum([
          "room_unknown",
          "passenger_unknown",
          "amount_unreadable",
          "price_twice",
          "columns_missing",
          "prices_missing",
        ]),
      }),
    ),
    applied: z.boolean(),
  })
  .meta({ examples: [{ prices: [], problems: [{ row: 2, problem: "amount_unreadable" }], applied: false }] });
export type ImportedPrices = z.output<typeof ImportedPrices>;
export const PricesFile = z.strictObject({ csv: z.string() }).meta({ examples: [{ csv: "room,passenger,amount\n" }] });
