import { z } from "zod";
import { Instant } from "@/lib/kernel/clock";
import { PageInput, pageOf } from "@/lib/kernel/page";

/** The queue numbers its jobs. */
export const JobRef = z.strictObject({ id: z.string().max(40) });
export const ListFailedJobs = PageInput;
export type ListFailedJobs = z.output<typeof ListFailedJobs>;

/** What was tried as often as it may be, and is tried no more. */
export const FailedJob = z
  .strictObject({
    id: z.string(),
    task: z.string(),
    agency: z.strictObject({ id: z.uuid(), name: z.string() }).nullable().describe("null: the platform's own."),
    attempts: z.number().int(),
    askedAt: Instant,
    failedAt: Instant.nullable().describe("The last time that it said why."),
    error: z.string().nullable().describe("What it said then; null where it said nothing, as when it was killed."),
  })
  .meta({
    examples: [
      {
        id: "4711",
        task: "notices.booking_made",
        agency: { id: "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e10", name: "Barakah Safar" },
        attempts: 10,
        askedAt: "2026-11-21T02:00:00.000Z",
        failedAt: "2026-11-21T08:07:00.000Z",
        error: "Error ECONNREFUSED: connect ECONNREFUSED 10.0.0.4:25",
      },
    ],
  });
export type FailedJob = z.output<typeof FailedJob>;
export const FailedJobPage = pageOf(FailedJob);

/** How many are tried again. */
export const Retried = z.strictObject({ count: z.number().int() }).meta({ examples: [{ count: 3 }] });
