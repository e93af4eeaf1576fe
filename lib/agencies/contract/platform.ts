import { z } from "zod";
import { Instant } from "@/lib/kernel/clock";
import { Money, rupiah } from "@/lib/kernel/money";
import { PageInput, pageOf } from "@/lib/kernel/page";
import { textBlock } from "@/lib/kernel/text";
import { AgencyStatus, Country } from "./agency";

const ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e10";
const USER = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e21";
const THEN = "2026-11-21T02:00:00.000Z";

const Note = textBlock(1_000);
const TrialDays = z.number().int().min(1).max(365);

/** The agency of the path: its id says which agency the call is about. */
export const AgencyRef = z.strictObject({ id: z.uuid() });
export const ApproveAgency = z
  .strictObject({
    id: z.uuid(),
    trialDays: TrialDays.default(30),
    reason: Note.optional().describe("A note to the owner."),
  })
  .meta({ examples: [{ id: ID, trialDays: 30, reason: "Selamat datang." }] });
/** Against or beside what was asked: the owner reads why. */
export const DecideAgency = z
  .strictObject({ id: z.uuid(), reason: Note })
  .meta({ examples: [{ id: ID, reason: "The licence has expired." }] });
export const ReactivateAgency = z
  .strictObject({ id: z.uuid(), reason: Note.optional() })
  .meta({ examples: [{ id: ID }] });
export const SetTrial = z
  .strictObject({ id: z.uuid(), trialDays: TrialDays.describe("From now on."), reason: Note.optional() })
  .meta({ examples: [{ id: ID, trialDays: 14 }] });
/** What became of it. */
export const Decided = z
  .strictObject({ id: z.uuid(), status: AgencyStatus, trialEndsAt: Instant.nullable() })
  .meta({ examples: [{ id: ID, status: "trial", trialEndsAt: "2026-12-21T02:00:00.000Z" }] });
export type Decided = z.output<typeof Decided>;

const row = {
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  country: z.string(),
  status: AgencyStatus,
  licenceNumber: z.string().nullable(),
  ownerName: z.string().nullable(),
  people: z.number().int().describe("Memberships, pilgrims included."),
  appliedAt: Instant.nullable(),
  trialEndsAt: Instant.nullable(),
  createdAt: Instant,
};
const BARAKAH = {
  id: ID,
  slug: "barakahsafar",
  name: "Barakah Safar",
  country: "ID",
  status: "pending" as const,
  licenceNumber: "U-688/2023",
  ownerName: "Iwan Firdaus",
  people: 1,
  appliedAt: THEN,
  trialEndsAt: null,
  createdAt: THEN,
};

/** An agency as the platform lists it. */
export const AgencyRow = z.strictObject(row).meta({ examples: [BARAKAH] });
export type AgencyRow = z.output<typeof AgencyRow>;
export const AgencyPage = pageOf(AgencyRow);

export const AgencySort = z.enum(["newest", "oldest", "name", "trial"]);
const narrowing = {
  q: z.string().trim().max(120).optional().describe("Part of the name, the address or the licence number."),
  status: AgencyStatus.optional(),
  country: Country.optional(),
  sort: AgencySort.default("newest").describe("trial: the one that ends first comes first."),
};
export const ListAgencies = z.strictObject({ ...PageInput.shape, ...narrowing });
export type ListAgencies = z.output<typeof ListAgencies>;
export const ExportAgencies = z.strictObject(narrowing);

/** A look into an agency by the platform. */
export const Access = z
  .strictObject({
    id: z.uuid(),
    personName: z.string().nullable(),
    reason: z.string(),
    createdAt: Instant,
    expiresAt: Instant,
    endedAt: Instant.nullable(),
  })
  .meta({
    examples: [
      {
        id: USER,
        personName: "Mira Dahlan",
        reason: "The owner asked for help with a group.",
        createdAt: THEN,
        expiresAt: "2026-11-21T03:00:00.000Z",
        endedAt: null,
      },
    ],
  });
export type Access = z.output<typeof Access>;
export const AccessPage = pageOf(Access);
export const TakeAccess = z
  .strictObject({ id: z.uuid(), reason: Note })
  .meta({ examples: [{ id: ID, reason: "The owner asked for help with a group." }] });

/** Everything the platform knows of an agency, without one pilgrim's name. */
export const AgencyFile = z
  .strictObject({
    ...row,
    currency: z.string(),
    timeZone: z.string(),
    locale: z.string(),
    decidedAt: Instant.nullable(),
    decidedBy: z.string().nullable(),
    decisionReason: z.string().nullable(),
    owners: z.array(
      z.strictObject({
        userId: z.uuid(),
        name: z.string(),
        email: z.string().nullable(),
        emailProven: z.boolean(),
        phone: z.string().nullable(),
        phoneProven: z.boolean(),
        otherAgencies: z.number().int(),
      }),
    ),
    sameLicence: z.array(z.string()).describe("Other agencies with the same licence number."),
    branches: z.number().int(),
    staff: z.number().int(),
    pilgrims: z.number().int(),
    accesses: z.array(Access),
  })
  .meta({
    examples: [
      {
        ...BARAKAH,
        currency: "IDR",
        timeZone: "Asia/Jakarta",
        locale: "id",
        decidedAt: null,
        decidedBy: null,
        decisionReason: null,
        owners: [
          {
            userId: USER,
            name: "Iwan Firdaus",
            email: "iwan@barakahsafar.id",
            emailProven: false,
            phone: null,
            phoneProven: false,
            otherAgencies: 0,
          },
        ],
        sameLicence: [],
        branches: 0,
        staff: 1,
        pilgrims: 0,
        accesses: [],
      },
    ],
  });
export type AgencyFile = z.output<typeof AgencyFile>;

const Count = z.number().int();
/** Figures across agencies, without anybody's data. */
export const Statistics = z
  .strictObject({
    agencies: z.record(AgencyStatus, Count),
    trialsEnding: Count.describe("Within seven days."),
    users: Count,
    pilgrims: Count,
    staff: Count,
    inGroups: Count.describe("Places taken in groups."),
    messages: z
      .array(z.strictObject({ channel: z.string(), status: z.string(), count: Count }))
      .describe("Of 30 days."),
    sales: z
      .array(z.strictObject({ bookings: Count, orders: Count, paid: Money }))
      .describe("Sold in 30 days in each currency, and paid of it so far; summed every hour."),
    weeks: z.array(z.strictObject({ from: Instant, agencies: Count, users: Count })).describe("The last twelve."),
  })
  .meta({
    examples: [
      {
        agencies: { pending: 1, trial: 2, active: 12, rejected: 1, suspended: 0, expired: 1 },
        trialsEnding: 1,
        users: 4200,
        pilgrims: 4000,
        staff: 120,
        inGroups: 380,
        messages: [{ channel: "mail", status: "sent", count: 41 }],
        sales: [{ bookings: 64, orders: 12, paid: rupiah(1_184_000_000) }],
        weeks: [{ from: THEN, agencies: 1, users: 40 }],
      },
    ],
  });
export type Statistics = z.output<typeof Statistics>;

const WaitingKind = z.enum(["agencies", "trials", "letters", "queue", "probes", "jobs"]);
/** One kind of thing that waits for somebody of the platform. */
const Waiting = z.strictObject({
  kind: WaitingKind,
  count: Count,
  at: Instant.nullable().describe("Since when the oldest waits; of trials, when the first ends."),
});
export type Waiting = z.output<typeof Waiting>;
/** What waits, and nothing that does not. */
export const WaitingList = z
  .strictObject({ data: z.array(Waiting), nextCursor: z.null() })
  .meta({ examples: [{ data: [{ kind: "agencies", count: 2, at: THEN }], nextCursor: null }] });
export type WaitingList = z.output<typeof WaitingList>;
