import { isMinor, yearsAt } from "@/lib/kernel/age";
import type { PassengerType } from "@/lib/packages/contract/package";
import { type Day, isOnOrAfter, plusMonths } from "./days";

/** An infant sits on an adult's lap. */
export const takesSeat = (passengerType: PassengerType) => passengerType !== "infant";

/** Nobody under age travels alone, and an infant sits on an adult's lap. Says what is wrong, or null. */
export function judgeParty(types: readonly PassengerType[]): "adult_missing" | "too_many_infants" | null {
  const of = (type: PassengerType) => types.filter((one) => one === type).length;
  if (types.length > 0 && of("adult") === 0) return "adult_missing";
  return of("infant") > of("adult") ? "too_many_infants" : null;
}

const MONTHS_LEFT = 6;
/** A passport has to be good for six months after the day of departure. */
export function judgePassport(expiresOn: Day | null, leavesOn: Day): "missing" | "good" | "too_short" {
  if (!expiresOn) return "missing";
  return isOnOrAfter(expiresOn, plusMonths(leavesOn, MONTHS_LEFT)) ? "good" : "too_short";
}

type Paper = { kind: string; expiresOn: Day | null };
/** A paper that is accepted has to be good on the day of departure, a passport half a year longer. Says what is wrong, or null. */
export function judgePaper({ kind, expiresOn }: Paper, leavesOn: Day): "passport_too_short" | "paper_too_short" | null {
  if (!expiresOn) return null;
  if (kind === "passport") return judgePassport(expiresOn, leavesOn) === "too_short" ? "passport_too_short" : null;
  return isOnOrAfter(expiresOn, leavesOn) ? null : "paper_too_short";
}

type Person = {
  passengerType: PassengerType;
  passportName: string | null;
  birthDate: Day | null;
  gender: string | null;
  guardianId: string | null;
};
/** Who looks after a minor is a grown-up on the day of leaving, as far as is known. */
export const mayGuard = ({ passengerType, birthDate }: Pick<Person, "passengerType" | "birthDate">, leavesOn: Day) =>
  passengerType === "adult" && !isMinor(birthDate, leavesOn);

/** What has to be known before the seats are held to be paid; whoever is under age on the day of leaving needs a guardian. */
export function missingToSubmit(person: Person, leavesOn: Day): string[] {
  const missing = (["passportName", "birthDate", "gender"] as const).filter((field) => !person[field]);
  return isMinor(person.birthDate, leavesOn) && !person.guardianId ? [...missing, "guardianId"] : missing;
}

type Traveller = Person & { passportNumber: unknown; passportExpiresOn: Day | null; emergencyPhone: string | null };
/** And before they travel. */
export const missingToTravel = (person: Traveller, leavesOn: Day): string[] => [
  ...missingToSubmit(person, leavesOn),
  ...(["passportNumber", "passportExpiresOn", "emergencyPhone"] as const).filter((field) => !person[field]),
];

/** Whether an age fits what was booked: an infant is under two on the way home, a child under twelve when leaving. */
export function judgeAge(type: PassengerType, birthDate: Day, trip: { leavesOn: Day; returnsOn: Day }): boolean {
  if (birthDate > trip.leavesOn) return false;
  if (type === "infant") return yearsAt(birthDate, trip.returnsOn) < 2;
  return type !== "child" || yearsAt(birthDate, trip.leavesOn) < 12;
}
