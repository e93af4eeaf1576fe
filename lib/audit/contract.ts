import { z } from "zod";
import { Instant } from "@/lib/kernel/clock";
import { PageInput, pageOf } from "@/lib/kernel/page";

const ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e60";
const USER = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e21";

const Row = z.record(z.string(), z.unknown()).nullable();
export const AuditChange = z.strictObject({
  table: z.string(),
  id: z.string(),
  before: Row.describe("Null where it was added. What is about a person is a dot."),
  after: Row.describe("Null where it was removed."),
});
export type AuditChange = z.output<typeof AuditChange>;

/** Who changed what, through which door. */
export const AuditEntry = z
  .strictObject({
    id: z.uuid(),
    at: Instant,
    actor: z.string().describe("Such as user:<id>, system:<task> or nobody."),
    actorName: z.string().nullable(),
    onBehalfOf: z.string().nullable(),
    command: z.string(),
    changes: z.array(AuditChange),
    via: z.string(),
    requestId: z.string(),
    agency: z.strictObject({ id: z.uuid(), name: z.string() }).nullable().describe("Only told to the platform."),
  })
  .meta({
    examples: [
      {
        id: ID,
        at: "2026-11-21T02:00:00.000Z",
        actor: `user:${USER}`,
        actorName: "Rahma Owner",
        onBehalfOf: null,
        command: "agencies.update",
        changes: [{ table: "agencies", id: USER, before: { currency: "IDR" }, after: { currency: "SAR" } }],
        via: "http",
        requestId: "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e61",
        agency: null,
      },
    ],
  });
export type AuditEntry = z.output<typeof AuditEntry>;
export const AuditPage = pageOf(AuditEntry);

const narrowing = {
  q: z.string().trim().max(120).optional().describe("Part of the command, of the person's name, or a whole id."),
  area: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional()
    .describe("The first word of the command, such as groups."),
  actorId: z.uuid().optional().describe("One person's doings."),
  from: Instant.optional(),
  to: Instant.optional(),
};
const sort = z.enum(["newest", "oldest"]).optional();
export const ListAudit = z.strictObject({ ...PageInput.shape, ...narrowing, sort });
export type ListAudit = z.output<typeof ListAudit>;
/** The same narrowing, for a file of the newest ten thousand. */
export const ExportAudit = z.strictObject(narrowing);
export const ListPlatformAudit = z.strictObject({
  ...PageInput.shape,
  ...narrowing,
  sort,
  agencyId: z.uuid().optional().describe("One agency's log."),
});
export type ListPlatformAudit = z.output<typeof ListPlatformAudit>;
