import type { Work } from "@/lib/kernel/call";
import type { Availability } from "./contract";
import { listPools } from "./store";

/** What is left of these pools, in the order of their ids. A plain verb: whoever asks has the policy. */
export const availability = (work: Work, poolIds: readonly string[]): Promise<Availability[]> =>
  poolIds.length === 0 ? Promise.resolve([]) : listPools(work, poolIds);
