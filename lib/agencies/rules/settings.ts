import type { Policies } from "../contract/agency";

type Kept = {
  singleSession: boolean;
  languages?: string[];
  lateMinutes?: number;
  quietHours?: Policies["quietHours"];
  cancellationTiers?: Policies["cancellationTiers"];
};

/** What an agency decided for itself, and the house's own where it did not (PRODUCT 5). */
export const policiesOf = (kept: Kept, locale: string): Policies => ({
  singleSession: kept.singleSession,
  languages: (kept.languages ?? [locale]) as Policies["languages"],
  lateMinutes: kept.lateMinutes ?? 10,
  quietHours: kept.quietHours ?? null,
  cancellationTiers: kept.cancellationTiers ?? [],
});
