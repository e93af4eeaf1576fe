import { z } from "zod";
import { Instant } from "@/lib/kernel/clock";
import { PageInput, pageOf } from "@/lib/kernel/page";
import { DepartureStatus } from "@/lib/packages/contract/departure";
import { Payer } from "./booking";

const ENTRY_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e60";
const DEPARTURE_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e41";

export const WaitlistStatus = z.enum(["waiting", "offered", "taken", "lapsed", "left"]);
export const JoinWaitlist = z
  .strictObject({
    id: z.uuid().describe("The departure's."),
    seats: z.number().int().min(1).max(50),
    person: Payer.optional().describe("For whoever asks at the office; absent: the caller."),
  })
  .meta({ examples: [{ id: DEPARTURE_ID, seats: 2 }] });
export const WaitlistRef = z.strictObject({ id: z.uuid(), entryId: z.uuid() });
export const ListWaitlist = z.strictObject({ id: z.uuid().describe("The departure's.") });

const EXAMPLE = {
  id: ENTRY_ID,
  departureId: DEPARTURE_ID,
  personName: "Siti Rahmawati",
  phone: "+628123456789",
  seats: 2,
  status: "waiting",
  offerEndsAt: null,
  createdAt: "2026-11-21T03:00:00.000Z",
} as const;
/** A place in the queue. An offer holds its seats until `offerEndsAt`. */
export const WaitlistEntry = z
  .strictObject({
    id: z.uuid(),
    departureId: z.uuid(),
    personName: z.string(),
    phone: z.string().nullable(),
    seats: z.number().int(),
    status: WaitlistStatus,
    offerEndsAt: Instant.nullable(),
    createdAt: Instant,
  })
  .meta({ examples: [EXAMPLE] });
export type WaitlistEntry = z.output<typeof WaitlistEntry>;
export const WaitlistPage = pageOf(WaitlistEntry);

export const ListWaits = z.strictObject({
  ...PageInput.shape,
  q: z.string().trim().max(120).optional().describe("Part of the name or the phone."),
  departureId: z.uuid().optional(),
  status: z.enum(["waiting", "offered"]).optional().describe("Both when absent."),
  sort: z.enum(["longest", "newest"]).default("longest"),
});
export type ListWaits = z.output<typeof ListWaits>;
/** A place in a queue with what it waits for. */
export const WaitingRow = z
  .strictObject({
    ...WaitlistEntry.shape,
    packageName: z.string(),
    startsAt: Instant,
    timeZone: z.string(),
    departureStatus: DepartureStatus,
    seatsLeft: z.number().int().describe("Free of the departure now, offers not among them."),
  })
  .meta({
    examples: [
      {
        ...EXAMPLE,
        packageName: "Umrah Akhir Tahun",
        startsAt: "2026-12-24T03:00:00.000Z",
        timeZone: "Asia/Jakarta",
        departureStatus: "full",
        seatsLeft: 0,
      },
    ],
  });
export type WaitingRow = z.output<typeof WaitingRow>;
/** A place of one's own, and what one waits for. */
export type MyWait = WaitlistEntry & Pick<WaitingRow, "packageName" | "startsAt" | "timeZone">;
export const WaitingPage = pageOf(WaitingRow);
