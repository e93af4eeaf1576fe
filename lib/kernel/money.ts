import { z } from "zod";

/** An ISO 4217 code. */
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ examples: ["IDR"] });

/** Integer minor units as in ISO 4217, exact in JSON; never a fraction. */
export const Amount = z.number().int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);

/** Money on the wire (API.md): IDR has two decimals here and none on paper. */
export const Money = z
  .strictObject({ amount: Amount, currency: Currency })
  .meta({ examples: [{ amount: 3_450_000_000, currency: "IDR" }] });
export type Money = z.output<typeof Money>;

/** What somebody types for one payment: more than nothing, and so little that hundreds of them are still counted exactly. */
export const Sum = Amount.min(1).max(10_000_000_000_000);

/** Money that moves or is aimed at. */
export const PositiveMoney = z
  .strictObject({ amount: Sum, currency: Currency })
  .meta({ examples: [{ amount: 75_000_000, currency: "IDR" }] });
