import { z } from "zod";
import { Instant } from "@/lib/kernel/clock";
import { latinDigits } from "@/lib/kernel/digits";
import { pageOf } from "@/lib/kernel/page";
import { line } from "@/lib/kernel/text";
import { Day } from "./plan";

const METHOD_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e41";
const PERIOD_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e42";
const AT = "2026-11-18T01:00:00.000Z";

export const MethodType = z.enum(["bank", "virtual_account", "qris", "cash"]);
export type MethodType = z.output<typeof MethodType>;
const number = z
  .string()
  .overwrite(latinDigits)
  .trim()
  .regex(/^[\d -]{4,34}$/, { error: "account_number_invalid" });
const methodFields = {
  name: line(80),
  type: MethodType,
  bankName: line(80).nullable(),
  accountHolder: line(120).nullable(),
  accountNumber: number.nullable(),
};
const METHOD = {
  name: "Transfer BSI",
  type: "bank",
  bankName: "Bank Syariah Indonesia",
  accountHolder: "PT Nurani Wisata",
};

export const CreateMethod = z
  .strictObject({
    ...methodFields,
    bankName: methodFields.bankName.default(null),
    accountHolder: methodFields.accountHolder.default(null),
    accountNumber: methodFields.accountNumber.default(null),
  })
  .meta({ examples: [{ ...METHOD, accountNumber: "7120448800" }] });
export type CreateMethod = z.output<typeof CreateMethod>;
export const UpdateMethod = z
  .strictObject({ id: z.uuid(), ...z.strictObject(methodFields).partial().shape })
  .meta({ examples: [{ id: METHOD_ID, name: "BSI" }] });
export const MethodRef = z.strictObject({ id: z.uuid() });
export const PaymentMethod = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    type: MethodType,
    bankName: z.string().nullable(),
    accountHolder: z.string().nullable(),
    accountNumber: z.string().nullable().describe("Where savers transfer to."),
    createdAt: Instant,
  })
  .meta({ examples: [{ ...METHOD, id: METHOD_ID, accountNumber: "7120448800", createdAt: AT }] });
export type PaymentMethod = z.output<typeof PaymentMethod>;
export const MethodPage = pageOf(PaymentMethod);

const isForward = ({ startsOn, endsOn, closesOn }: { startsOn?: string; endsOn?: string; closesOn?: string }) =>
  !(startsOn && endsOn && startsOn > endsOn) && !(endsOn && closesOn && endsOn > closesOn);
const backwards = { path: ["endsOn"], error: "ends_before_start" };
const days = { startsOn: Day, endsOn: Day, closesOn: Day };
const OCTOBER = { startsOn: "2026-10-01", endsOn: "2026-10-31", closesOn: "2026-11-10" };

export const CreatePeriod = z
  .strictObject(days)
  .refine(isForward, backwards)
  .meta({ examples: [OCTOBER] });
export const UpdatePeriod = z
  .strictObject({ id: z.uuid(), ...z.strictObject(days).partial().shape })
  .refine(isForward, backwards)
  .meta({ examples: [{ id: PERIOD_ID, closesOn: "2026-11-15" }] });
export const PeriodRef = z.strictObject({ id: z.uuid() });
export const Period = z
  .strictObject({
    id: z.uuid(),
    startsOn: Day,
    endsOn: Day.describe("The last day that belongs to it, in the agency's zone."),
    closesOn: Day.describe("Closed by itself at the end of this day."),
    closedAt: Instant.nullable(),
  })
  .meta({ examples: [{ id: PERIOD_ID, ...OCTOBER, closedAt: null }] });
export type Period = z.output<typeof Period>;
export const PeriodPage = pageOf(Period);
