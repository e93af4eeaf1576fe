import { readAmount } from "@/lib/kernel/amounts";

export type Pace = { target: number; monthly: number };
export type PaceWrong = Partial<Record<keyof Pace, string>>;

/** Target and pace as they were typed, minor units; or beside which of the two it says `missing`. */
export function readPace(given: FormData, currency: string, missing: string): Pace | { wrong: PaceWrong } {
  const read = (name: keyof Pace) => readAmount(String(given.get(name) ?? "").trim(), currency);
  const [target, monthly] = [read("target"), read("monthly")];
  if (target && monthly) return { target, monthly };
  return { wrong: { ...(target ? {} : { target: missing }), ...(monthly ? {} : { monthly: missing }) } };
}
