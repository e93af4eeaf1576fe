import { z } from "zod";
import { invalid } from "./fault";

/** An ISO 4217 code. */
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ examples: ["IDR"] });

/** One that somebody has; for what is asked. */
export const KnownCurrency = Currency.refine((code) => Intl.supportedValuesOf("currency").includes(code), {
  error: "currency_unknown",
}).meta({ examples: ["IDR"] });

/** Integer minor units as in ISO 4217, exact in JSON; never a fraction. */
export const Amount = z.number().int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);

/** Money on the wire (API.md): IDR has two decimals here and none on paper. */
export const Money = z
  .strictObject({ amount: Amount, currency: Currency })
  .meta({ examples: [{ amount: 3_450_000_000, currency: "IDR" }] });
export type Money = z.output<typeof Money>;

const MOST = 10_000_000_000_000;
/** What somebody types for one payment: more than nothing, and so little that hundreds of them are still counted exactly. */
export const Sum = Amount.min(1).max(MOST);

/** Money that is asked or counted: nothing, or more. */
export const NonNegativeMoney = z
  .strictObject({ amount: Amount.min(0).max(MOST), currency: KnownCurrency })
  .meta({ examples: [{ amount: 3_450_000_000, currency: "IDR" }] });

/** Money that moves or is aimed at. */
export const PositiveMoney = z
  .strictObject({ amount: Sum, currency: KnownCurrency })
  .meta({ examples: [{ amount: 75_000_000, currency: "IDR" }] });

/** Whole rupiah as the wire has money; for examples. */
export const rupiah = (amount: number) => ({ amount: amount * 100, currency: "IDR" });

/** The minor units of a sum that has to be of this currency. @throws Fault `validation` of `field`: `other_currency` */
export function amountIn(currency: string, money: Money, field = "amount"): number {
  if (money.currency !== currency) throw invalid(field, "other_currency");
  return money.amount;
}
