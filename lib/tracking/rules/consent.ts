import type { SharingState } from "../contract";

/** Where and since when somebody shares, and the last pause. */
export type Consent = {
  sharing: SharingState;
  consentedAt: Date | null;
  pausedAt: Date | null;
  resumedAt: Date | null;
};

/** The phone holds a fix while its owner agrees: one this fresh belongs to the consent. */
export const CONSENT_SLACK_MS = 5_000;
export const shownSince = (consentedAt: Date) => new Date(consentedAt.getTime() - CONSENT_SLACK_MS);

/** Did this person share at that moment? A fix from before a pause still counts when it arrives during it;
 * one from before the consent, or from inside the pause, never does. */
export function wasSharing({ sharing, consentedAt, pausedAt, resumedAt }: Consent, at: Date): boolean {
  if (sharing === "off" || consentedAt === null || at < shownSince(consentedAt)) return false;
  if (pausedAt === null || at <= pausedAt) return true;
  return sharing === "on" && resumedAt !== null && at >= resumedAt;
}
