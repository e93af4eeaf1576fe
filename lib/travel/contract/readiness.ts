import { z } from "zod";
import { Day } from "@/lib/kernel/clock";
import { PageInput } from "@/lib/kernel/page";

const DEPARTURE_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e41";
const PILGRIM_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e51";
const BOOKING_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e50";

/** What somebody needs before they leave (PRODUCT 4.6). */
export const Item = z.enum(["documents", "payment", "visa", "vaccine", "kit", "manasik", "room", "seat"]);
export type Item = z.output<typeof Item>;
export const ItemState = z.enum(["done", "open", "late", "not_needed", "waived"]);
export type ItemState = z.output<typeof ItemState>;

const Standing = z.strictObject({
  item: Item,
  state: ItemState,
  dueOn: Day,
  blocks: z.boolean(),
  reason: z.string().optional().describe("Why they go without it, for whoever prepares the trip."),
});
export const ReadyRow = z.strictObject({
  id: z.uuid().describe("The pilgrim's."),
  bookingId: z.uuid(),
  bookingCode: z.string(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  items: z.array(Standing),
  missing: z.array(z.string()).describe("What the documents lack, for whoever may see papers."),
});
export type ReadyRow = z.output<typeof ReadyRow>;
export const Count = z.strictObject({
  item: Item,
  dueOn: Day,
  blocks: z.boolean().describe("The manifest waits for it."),
  done: z.number().int(),
  open: z.number().int(),
  late: z.number().int(),
});
export type Count = z.output<typeof Count>;

export const ListReadiness = z.strictObject({
  id: z.uuid().describe("The departure's."),
  ...PageInput.shape,
  item: Item.optional().describe("Only whoever lacks it."),
  view: z.enum(["all", "blocking", "late", "ready"]).default("all"),
  q: z.string().trim().max(120).optional().describe("Part of the name or the booking's code."),
});
export type ListReadiness = z.output<typeof ListReadiness>;

const EXAMPLE = {
  people: 1,
  ready: 0,
  blocking: 1,
  counts: [{ item: "visa", dueOn: "2026-12-10", blocks: true, done: 0, open: 1, late: 0 }],
} as const;
/** How many are ready, and of each item how many have it. */
export const Readiness = z
  .strictObject({
    people: z.number().int(),
    ready: z.number().int(),
    blocking: z.number().int().describe("Whom the manifest waits for."),
    counts: z.array(Count),
  })
  .meta({ examples: [EXAMPLE] });
export type Readiness = z.output<typeof Readiness>;
export const ReadinessBoard = z
  .strictObject({
    ...Readiness.shape,
    data: z.array(ReadyRow),
    nextCursor: z.string().nullable(),
    mayMark: z.boolean(),
    mayWaive: z.boolean(),
  })
  .meta({
    examples: [
      {
        ...EXAMPLE,
        data: [
          {
            id: PILGRIM_ID,
            bookingId: BOOKING_ID,
            bookingCode: "QF-7K2M9C",
            name: "SITI RAHMAWATI",
            phone: "+628123456789",
            items: [{ item: "visa", state: "open", dueOn: "2026-12-10", blocks: true }],
            missing: [],
          },
        ],
        nextCursor: null,
        mayMark: true,
        mayWaive: true,
      },
    ],
  });
export type ReadinessBoard = z.output<typeof ReadinessBoard>;

/** What is ticked off by hand; a visa or a vaccine becomes an accepted paper of the booking. */
export const MarkItem = z.enum(["kit", "manasik", "visa", "vaccine"]);
export const MarkReady = z
  .strictObject({
    id: z.uuid().describe("The departure's."),
    item: MarkItem,
    pilgrimIds: z.array(z.uuid()).min(1).max(100),
    done: z.boolean(),
  })
  .meta({ examples: [{ id: DEPARTURE_ID, item: "kit", pilgrimIds: [PILGRIM_ID], done: true }] });
export type MarkReady = z.output<typeof MarkReady>;
