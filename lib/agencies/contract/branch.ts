import { z } from "zod";
import { TimeZone } from "@/lib/kernel/clock";
import { pageOf } from "@/lib/kernel/page";
import { line, textBlock } from "@/lib/kernel/text";

export const BRANCH = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e11";
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const Clock = z.string().regex(CLOCK).describe("By the branch's own clock.");
const isForward = ({ from, to }: { from: string; to: string }) => from < to;

/** From one time of a day to a later one. */
export const OpenHours = z
  .strictObject({ from: Clock, to: Clock })
  .refine(isForward, { path: ["to"], error: "to_before_from" });
const Place = z.strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) });

const fields = {
  name: line(80),
  city: line(80),
  timeZone: TimeZone,
  address: textBlock(300).nullable(),
  place: Place.nullable(),
  hours: z.array(OpenHours.nullable()).length(7).nullable().describe("Monday first; null on days that are closed."),
  managerId: z.uuid().nullable().describe("Somebody of the agency's staff; only told to staff."),
};
/** What everybody may read of a branch, as an example. */
export const PUSAT = {
  name: "Pusat",
  city: "Jakarta",
  timeZone: "Asia/Jakarta",
  address: "Jl. Kramat Raya 41",
  place: { lat: -6.1862, lng: 106.8456 },
  hours: null,
};

export const Branch = z
  .strictObject({ id: z.uuid(), ...fields, managerName: z.string().nullable() })
  .meta({ examples: [{ id: BRANCH, ...PUSAT, managerId: null, managerName: null }] });
export type Branch = z.output<typeof Branch>;
export const BranchPage = pageOf(Branch);
export const BranchRef = z.strictObject({ id: z.uuid() });
export const CreateBranch = z
  .strictObject({
    ...fields,
    address: fields.address.default(null),
    place: fields.place.default(null),
    hours: fields.hours.default(null),
    managerId: fields.managerId.default(null),
  })
  .meta({ examples: [{ ...PUSAT, managerId: null }] });
export const UpdateBranch = z
  .strictObject(fields)
  .partial()
  .extend({ id: z.uuid() })
  .meta({ examples: [{ id: BRANCH, address: "Jl. Kramat Raya 43" }] });
