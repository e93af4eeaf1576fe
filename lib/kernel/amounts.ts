import { latinDigits } from "./digits";
import type { Money } from "./money";

/** Digits after the point of a currency, as ISO 4217 counts minor units. */
const DECIMALS: Record<string, number> = { JPY: 0, KRW: 0, KWD: 3, BHD: 3, OMR: 3 };
/** Digits after the point of this currency's minor units; two unless ISO 4217 says otherwise. */
const decimalsOf = (currency: string) => DECIMALS[currency] ?? 2;
/** Minor units of one whole unit: a hundred for rupiah, which have two decimals on the wire and none on paper. */
export const unitOf = (currency: string) => 10 ** decimalsOf(currency);
/** Writes minor units of one currency as money: `moneyIn("IDR")(3_450_000_000)`. */
export const moneyIn =
  (currency: string) =>
  (amount: number): Money => ({ amount, currency });
/** Of these nobody pays a fraction, whatever ISO says. */
const WHOLE = new Set(["IDR", "KZT"]);
/** The least that people pay: a rupiah, but a cent of a dollar. Minor units. */
export const leastOf = (currency: string) => (WHOLE.has(currency) ? unitOf(currency) : 1);

const GROUPED = /^(\d{1,3}(?:([.,'])\d{3}(?:\2\d{3})*)?|\d+)(?:[.,](\d{1,2}))?$/;
/** Where a fraction has three digits like a group of thousands, only the point begins it. */
const GROUPED_OF_THREE = /^(\d{1,3}(?:([,'])\d{3}(?:\2\d{3})*)?|\d+)(?:\.(\d{1,3}))?$/;

/** What somebody typed, in minor units, without ever being a float: "34.500.000", "34500000", "34,500,000.50".
 * Null when it can't be read in one way only. */
export function readAmount(typed: string, currency: string): number | null {
  const text = latinDigits(typed)
    .replaceAll("٫", ".")
    .replaceAll("٬", ",")
    .replace(/[\s\u00a0]/g, "");
  const decimals = decimalsOf(currency);
  const found = (decimals > 2 ? GROUPED_OF_THREE : GROUPED).exec(text);
  if (!found) return null;
  const fraction = found[3] ?? "";
  if (fraction.length > decimals) return null;
  const digits = (found[1] ?? "").replace(/\D/g, "") + fraction.padEnd(decimals, "0");
  return digits.length > 14 ? null : Number(digits);
}

/** Minor units as a plain figure for a file: whole amounts without a point. */
export function writeAmount(amount: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(amount).padStart(decimals + 1, "0");
  const [whole, fraction] = [digits.slice(0, digits.length - decimals), digits.slice(digits.length - decimals)];
  return decimals === 0 || /^0*$/.test(fraction) ? whole : `${whole}.${fraction}`;
}

type Counted = { currency: string };
/** An agency's own currency before all others, and those by their names. */
export const ownFirst = (own: string) => (a: Counted, b: Counted) =>
  Number(b.currency === own) - Number(a.currency === own) || a.currency.localeCompare(b.currency);
