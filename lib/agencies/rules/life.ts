import type { AgencyStatus } from "../contract/agency";

/** How long before its end a trial is spoken of. */
export const WARN_DAYS = 7;
/** How long a super admin may look into an agency. */
export const ACCESS_MINUTES = 60;

export type Decision = "approve" | "reject" | "ask" | "suspend" | "reactivate" | "set_trial";

/** PRODUCT 4.2: pending -> trial | rejected; trial -> expired; what runs may be suspended and come back. */
const FROM: Record<Decision, readonly AgencyStatus[]> = {
  approve: ["pending"],
  reject: ["pending"],
  ask: ["pending"],
  suspend: ["trial", "active", "expired"],
  reactivate: ["suspended"],
  set_trial: ["trial", "expired"],
};
/** May the platform still decide this about an agency that stands so? */
export const isOpenTo = (status: AgencyStatus, decision: Decision) => FROM[decision].includes(status);

/** Where a suspended agency comes back to: to its trial where that lasts, else to what the trial's end made of it. */
export function statusAfterPause(trialEndsAt: Date | null, now: Date): AgencyStatus {
  if (trialEndsAt === null) return "active";
  return trialEndsAt > now ? "trial" : "expired";
}
