import { z } from "zod";
import { locales } from "@/lib/i18n/locales";
import { Instant, TimeZone } from "@/lib/kernel/clock";
import { latinDigits } from "@/lib/kernel/digits";
import { KnownCurrency } from "@/lib/kernel/money";
import { pageOf } from "@/lib/kernel/page";
import { line } from "@/lib/kernel/text";
import { contrastWithWhite, LEAST_CONTRAST } from "../rules/colour";
import { AgencyName, Policies } from "./agency";

const ACCOUNT = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e40";

const BrandColour = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/)
  .refine((hex) => contrastWithWhite(hex) >= LEAST_CONTRAST, { error: "colour_too_pale" })
  .describe("White words stand on it, with a contrast of 4.5 at least.");

/** What is not given stays as it is. */
export const UpdateAgency = z
  .strictObject({
    name: AgencyName.optional(),
    hotline: z.string().trim().min(4).max(40).nullable().optional(),
    currency: KnownCurrency.optional(),
    timeZone: TimeZone.optional(),
    locale: z.enum(locales).optional().describe("In which the agency writes unless a reader chose another."),
    brandColour: BrandColour.nullable().optional(),
    policies: Policies.partial()
      .refine((given) => Object.keys(given).length > 0, { error: "required" })
      .optional(),
  })
  .meta({ examples: [{ brandColour: "#0b5c6b", policies: { lateMinutes: 15 } }] });

/** The bytes of a picture, whatever the request said they were. */
export const UploadLogo = z.strictObject({ file: z.instanceof(Uint8Array) });
export const ReadLogo = z.strictObject({ slug: z.string().max(60), v: z.uuid().optional() });

const account = {
  bankName: line(80),
  accountHolder: line(120),
  accountNumber: z
    .string()
    .overwrite(latinDigits)
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9][A-Z0-9 .-]{3,39}$/)
    .describe("As the bank writes it; an IBAN too."),
  currency: KnownCurrency,
};
const BCA = { bankName: "BCA", accountHolder: "PT Nurani Wisata", accountNumber: "8001234567", currency: "IDR" };
/** Where pilgrims' money may be sent. */
export const BankAccount = z
  .strictObject({ id: z.uuid(), ...account, createdAt: Instant })
  .meta({ examples: [{ id: ACCOUNT, ...BCA, createdAt: "2026-11-18T01:00:00.000Z" }] });
export type BankAccount = z.output<typeof BankAccount>;
export const BankAccountPage = pageOf(BankAccount);
export const AddBankAccount = z.strictObject(account).meta({ examples: [BCA] });
export const BankAccountRef = z.strictObject({ id: z.uuid() });
