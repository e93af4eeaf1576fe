import type { Work } from "@/lib/kernel/call";
import type { Day } from "../rules/days";
import { judgePassport, missingToTravel, takesSeat } from "../rules/party";
import { openPapers, type PilgrimRecord } from "../store/pilgrims";
import { selectAccepted, selectTravellers, selectTravelling } from "../store/travellers";

// Plain verbs for who prepares a departure: whoever asks has the policy.

/** Everybody who travels on a departure, in the order they were booked. Numbers of papers stay sealed. */
export const listTravellers = (work: Work, departureId: string) => selectTravellers(work, departureId);
export type Traveller = Awaited<ReturnType<typeof listTravellers>>[number];
/** Who of these people travels on a departure now. */
export const listTravelling = (work: Work, departureId: string, pilgrimIds: readonly string[]) =>
  selectTravelling(work, departureId, pilgrimIds);

/** Which kinds of these people's papers were accepted and are still good on that day, by pilgrim. */
export async function listAccepted(work: Work, pilgrimIds: readonly string[], on: Day): Promise<Map<string, string[]>> {
  const rows = pilgrimIds.length > 0 ? await selectAccepted(work, pilgrimIds, on) : [];
  return new Map(rows.map(({ pilgrimId, kinds }) => [pilgrimId, kinds]));
}

/** What somebody still lacks to travel, a passport that ends too soon among it. */
export function lacksOf(row: PilgrimRecord, leavesOn: Day): string[] {
  const missing = missingToTravel(row, leavesOn);
  // The departure may have been moved since the passport was entered.
  return judgePassport(row.passportExpiresOn, leavesOn) === "too_short" ? [...missing, "passportExpiresOn"] : missing;
}
/** Whether they take a bed and a seat. */
export const takesPlace = ({ passengerType }: Pick<PilgrimRecord, "passengerType">) => takesSeat(passengerType);
/** The numbers of their papers as they are. */
export const openNumbers = (work: Work, row: PilgrimRecord) => openPapers(work, row);
