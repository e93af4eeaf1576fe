import type { Day } from "./days";

/** What the foot of a passport says (ICAO 9303, TD3), or which of its check digits is wrong. */
export type Mrz =
  | {
      ok: true;
      passportNumber: string;
      passportName: string;
      birthDate: Day;
      expiresOn: Day;
      gender: "female" | "male" | null;
      nationality: string;
    }
  | { ok: false; problem: "lines" | "number" | "birth" | "expiry" | "all" };

const LENGTH = 44;
/** A passport's number has so many letters at least. */
const SHORTEST = 5;
const WEIGHTS = [7, 3, 1];
const weighed = (letter: string) =>
  letter === "<" ? 0 : /\d/.test(letter) ? Number(letter) : letter.charCodeAt(0) - 55;

/** The check digit of a field: weights 7, 3, 1 over figures and letters. */
export const checkDigit = (field: string) =>
  [...field].reduce((sum, letter, i) => sum + weighed(letter) * WEIGHTS[i % 3]!, 0) % 10;

const isRight = (field: string, digit: string) => checkDigit(field) === (digit === "<" ? 0 : Number(digit));

/** A year has two figures there: a birth lies in the past, an expiry ahead. Null for a day no calendar has, which check digits
 * do not rule out. */
function dayOf(text: string, isPast: (year: number) => boolean): Day | null {
  const year = 2000 + Number(text.slice(0, 2));
  const day = `${isPast(year) ? year - 100 : year}-${text.slice(2, 4)}-${text.slice(4, 6)}`;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null;
}

const wordsOf = (text: string) => text.replace(/<+$/, "").replace(/<+/g, " ").trim();

/** @param thisYear splits the centuries of two-figure years */
export function readMrz(typed: string, thisYear: number): Mrz {
  const lines = typed.toUpperCase().split(/\s+/).filter(Boolean);
  const [first, second] = lines.length === 1 ? [lines[0]!.slice(0, LENGTH), lines[0]!.slice(LENGTH)] : lines;
  if (lines.length > 2 || first?.length !== LENGTH || second?.length !== LENGTH) return { ok: false, problem: "lines" };
  if (!first.startsWith("P") || !/^[A-Z0-9<]+$/.test(first + second)) return { ok: false, problem: "lines" };
  const at = (from: number, to: number) => second.slice(from, to);
  const passportNumber = at(0, 9).replaceAll("<", "");
  const [birthDate, expiresOn] = [dayOf(at(13, 19), (year) => year > thisYear), dayOf(at(21, 27), () => false)];
  if (passportNumber.length < SHORTEST || !isRight(at(0, 9), at(9, 10))) return { ok: false, problem: "number" };
  if (!birthDate || !isRight(at(13, 19), at(19, 20))) return { ok: false, problem: "birth" };
  if (!expiresOn || !isRight(at(21, 27), at(27, 28))) return { ok: false, problem: "expiry" };
  if (!isRight(at(0, 10) + at(13, 20) + at(21, 43), at(43, 44))) return { ok: false, problem: "all" };
  const [surname = "", given = ""] = first.slice(5).split("<<");
  const passportName = [wordsOf(given), wordsOf(surname)].filter(Boolean).join(" ");
  const nationality = at(10, 13).replaceAll("<", "");
  if (!passportName || !/^[A-Z]{1,3}$/.test(nationality)) return { ok: false, problem: "lines" };
  const gender = at(20, 21) === "F" ? "female" : at(20, 21) === "M" ? "male" : null;
  return { ok: true, passportNumber, passportName, birthDate, expiresOn, gender, nationality };
}
