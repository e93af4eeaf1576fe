import { moneyIn, readAmount } from "@/lib/kernel/amounts";
import type { Money } from "@/lib/kernel/money";

export type Pace = { target: Money; monthly: Money };
export type PaceWrong = Partial<Record<keyof Pace, string>>;

/** Target and pace as they were typed; or beside which of the two it says `missing`. */
export function readPace(given: FormData, currency: string, missing: string): Pace | { wrong: PaceWrong } {
  const read = (name: keyof Pace) => readAmount(String(given.get(name) ?? "").trim(), currency);
  const [target, monthly] = [read("target"), read("monthly")];
  const money = moneyIn(currency);
  if (target && monthly) return { target: money(target), monthly: money(monthly) };
  return { wrong: { ...(target ? {} : { target: missing }), ...(monthly ? {} : { monthly: missing }) } };
}
