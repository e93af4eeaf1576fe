import type { Policies } from "../contract/agency";

type Kept = {
  singleSession: boolean;
  languages?: string[];
  lateMinutes?: number;
  quietHours?: Policies["quietHours"];
  cancellationTiers?: Policies["cancellationTiers"];
  secondPersonAbove?: number | null;
};

/** PRODUCT 5: Rp 25,000,000, where money is counted in rupiah. */
const SECOND_PERSON_ABOVE: Record<string, number> = { IDR: 2_500_000_000 };

/** What an agency decided for itself, and the house's own where it did not (PRODUCT 5). */
export function policiesOf(kept: Kept, locale: string, currency: string): Policies {
  const limit = kept.secondPersonAbove === undefined ? SECOND_PERSON_ABOVE[currency] : kept.secondPersonAbove;
  return {
    singleSession: kept.singleSession,
    languages: (kept.languages ?? [locale]) as Policies["languages"],
    lateMinutes: kept.lateMinutes ?? 10,
    quietHours: kept.quietHours ?? null,
    cancellationTiers: kept.cancellationTiers ?? [],
    secondPersonAbove: limit == null ? null : { amount: limit, currency },
  };
}
