/** Plain verb: above an agency's limit two people say yes. */
export const needsSecond = (amount: number, limit: number | null) => limit !== null && amount > limit;

type Limited = { currency: string; policies: { secondPersonAbove: number | null } };
/** Plain verb: an agency's limit is a sum of its own currency: of any other every sum is above it. */
export const limitIn = (currency: string, agency: Limited): number | null =>
  agency.policies.secondPersonAbove === null || agency.currency === currency ? agency.policies.secondPersonAbove : 0;
