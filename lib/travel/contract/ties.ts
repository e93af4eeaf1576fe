import { z } from "zod";
import { Instant } from "@/lib/kernel/clock";

const ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e21";
const AT = "2027-02-11T02:00:00.000Z";

export const TiesOf = z.strictObject({ id: z.uuid() });

const group = z.strictObject({
  id: z.uuid(),
  number: z.number().int(),
  name: z.string(),
  leadsAlone: z.boolean().describe("Nobody else leads it who may come in."),
});
const booking = z.strictObject({
  id: z.uuid(),
  code: z.string(),
  packageName: z.string(),
  startsAt: Instant,
  timeZone: z.string(),
});
const plan = z.strictObject({ id: z.uuid(), name: z.string() });

/** What hangs on somebody in this agency: places in trips that run or are to come, bookings they pay for or travel on, plans
 * they save in. `elsewhere` counts what lies in branches that the reader does not see. */
export const PersonTies = z
  .strictObject({
    groups: z.array(group),
    bookings: z.array(booking),
    plans: z.array(plan),
    elsewhere: z.number().int(),
  })
  .meta({
    examples: [
      {
        groups: [{ id: ID, number: 4, name: "Umrah Akhir Musim", leadsAlone: false }],
        bookings: [
          { id: ID, code: "K7M2QX", packageName: "Umrah Hemat", startsAt: AT as never, timeZone: "Asia/Jakarta" },
        ],
        plans: [],
        elsewhere: 0,
      },
    ],
  });
export type PersonTies = z.output<typeof PersonTies>;
