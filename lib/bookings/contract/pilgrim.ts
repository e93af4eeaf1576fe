import { z } from "zod";
import { Day } from "@/lib/kernel/clock";
import { latinDigits } from "@/lib/kernel/digits";
import { Money } from "@/lib/kernel/money";
import { line, textBlock } from "@/lib/kernel/text";
import { PassengerType, RoomType } from "@/lib/packages/contract/package";

const PILGRIM_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e51";
const BOOKING_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e50";

const Phone = z
  .string()
  .overwrite(latinDigits)
  .regex(/^\+[1-9]\d{6,14}$/);
/** Nine characters at most, as the machine-readable zone has it. */
export const PassportNumber = z
  .string()
  .overwrite(latinDigits)
  .regex(/^[A-Z0-9]{5,9}$/);

export const Gender = z.enum(["female", "male"]);
/** What a pilgrim is to their guardian. */
export const Relation = z.enum([
  "spouse",
  "parent",
  "child",
  "sibling",
  "grandparent",
  "grandchild",
  "relative",
  "other",
]);

/** What is filled in about somebody who travels; everything may come later. */
export const details = {
  passportName: line(80).nullable().describe("As in the passport."),
  passportNumber: PassportNumber.nullable(),
  passportExpiresOn: Day.nullable(),
  nationalId: z
    .string()
    .overwrite(latinDigits)
    .regex(/^[\dA-Z-]{5,24}$/)
    .nullable(),
  birthDate: Day.nullable(),
  gender: Gender.nullable(),
  nationality: z
    .string()
    .regex(/^[A-Z]{1,3}$/)
    .nullable()
    .describe("The code in the passport, such as IDN."),
  phone: Phone.nullable(),
  emergencyName: line(80).nullable(),
  emergencyPhone: Phone.nullable(),
  healthNotes: textBlock(600).nullable(),
  roomWish: line(160).nullable(),
  guardianId: z.uuid().nullable().describe("Another pilgrim of the booking; who is under 18 needs one."),
  relation: Relation.nullable(),
};
export const PilgrimDetails = z.strictObject(details).partial();
export type PilgrimDetails = z.output<typeof PilgrimDetails>;

/** One seat of the cart, or the lap of an adult. */
export const NewPilgrim = z.strictObject({
  passengerType: PassengerType,
  roomType: RoomType,
  isPayer: z.boolean().default(false).describe("Travels and pays."),
  details: PilgrimDetails.omit({ guardianId: true }).optional(),
});
export type NewPilgrim = z.output<typeof NewPilgrim>;

export const PilgrimRef = z.strictObject({ id: z.uuid(), pilgrimId: z.uuid() });
export const UpdatePilgrim = z
  .strictObject({ id: z.uuid(), pilgrimId: z.uuid(), ...PilgrimDetails.shape })
  .meta({ examples: [{ id: BOOKING_ID, pilgrimId: PILGRIM_ID, passportName: "SITI AMINAH" }] });
/** The two lines at the foot of a passport's page. */
export const ReadMrz = z
  .strictObject({ id: z.uuid(), pilgrimId: z.uuid(), mrz: z.string().max(120) })
  .meta({ examples: [{ id: BOOKING_ID, pilgrimId: PILGRIM_ID, mrz: "P<IDNAMINAH<<SITI<<<…" }] });
export const CancelPilgrim = z
  .strictObject({ id: z.uuid(), pilgrimId: z.uuid(), reason: textBlock(300).optional() })
  .meta({ examples: [{ id: BOOKING_ID, pilgrimId: PILGRIM_ID }] });
export const SubstitutePilgrim = z
  .strictObject({ id: z.uuid(), pilgrimId: z.uuid(), details: PilgrimDetails.omit({ guardianId: true }) })
  .meta({ examples: [{ id: BOOKING_ID, pilgrimId: PILGRIM_ID, details: { passportName: "SITI AMINAH" } }] });

export const DocumentKind = z.enum([
  "passport",
  "photo",
  "national_id",
  "family_card",
  "birth_certificate",
  "visa",
  "vaccine",
  "health_letter",
]);
export type DocumentKind = z.output<typeof DocumentKind>;
export const DocumentStatus = z.enum(["missing", "received", "accepted", "rejected"]);
export const Document = z.strictObject({
  kind: DocumentKind,
  status: DocumentStatus,
  expiresOn: Day.nullable(),
  note: textBlock(300).nullable(),
});
export type Document = z.output<typeof Document>;
export const SetDocument = z.strictObject({ id: z.uuid(), pilgrimId: z.uuid(), ...Document.shape }).meta({
  examples: [{ id: BOOKING_ID, pilgrimId: PILGRIM_ID, kind: "visa", status: "accepted", expiresOn: null, note: null }],
});

/** The same paper of several pilgrims of one booking. */
export const SetPapers = z.strictObject({
  id: z.uuid(),
  pilgrimIds: z.array(z.uuid()).min(1).max(500),
  ...Document.shape,
});

/** How a refund was worked out, on the day it was. */
export const Cancellation = z.strictObject({
  daysBefore: z.number().int(),
  keptPercent: z.number().int(),
  price: Money,
  kept: Money,
  byAgency: z.boolean(),
  at: z.string(),
});

export const PassportState = z.enum(["missing", "good", "too_short"]);
/** Somebody who travels. Numbers of papers are masked; whoever may not see papers gets null. */
export const Pilgrim = z.strictObject({
  id: z.uuid(),
  state: z.enum(["active", "cancelled", "substituted"]),
  passengerType: PassengerType,
  roomType: RoomType,
  price: Money,
  userId: z.uuid().nullable(),
  ...details,
  passportNumber: z.string().nullable().describe("The last three characters."),
  nationalId: z.string().nullable().describe("The last three characters."),
  passport: PassportState.describe("Good for six months after the departure, or not."),
  missing: z.array(z.string()).describe("What is still to be filled in before the trip."),
  documents: z.array(Document),
  cancellation: Cancellation.nullable(),
});
export type Pilgrim = z.output<typeof Pilgrim>;
/** The numbers as they are, for who fills in a visa; every look is recorded. */
export const Papers = z
  .strictObject({ passportNumber: z.string().nullable(), nationalId: z.string().nullable() })
  .meta({ examples: [{ passportNumber: "C1234567", nationalId: null }] });
