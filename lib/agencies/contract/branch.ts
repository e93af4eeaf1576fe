import { z } from "zod";
import { TimeZone } from "@/lib/kernel/clock";
import { line } from "@/lib/kernel/text";

const BRANCH = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e11";

const branch = { name: line(80), city: line(80), timeZone: TimeZone };
export const Branch = z
  .strictObject({ id: z.uuid(), ...branch })
  .meta({ examples: [{ id: BRANCH, name: "Pusat", city: "Jakarta", timeZone: "Asia/Jakarta" }] });
export type Branch = z.output<typeof Branch>;
export const Branches = z
  .strictObject({ data: z.array(Branch) })
  .meta({ examples: [{ data: [{ id: BRANCH, name: "Pusat", city: "Jakarta", timeZone: "Asia/Jakarta" }] }] });
export const CreateBranch = z
  .strictObject(branch)
  .meta({ examples: [{ name: "Pusat", city: "Jakarta", timeZone: "Asia/Jakarta" }] });
