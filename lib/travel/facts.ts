import { z } from "zod";
import { audience } from "@/lib/kernel/audience";
import { fact } from "@/lib/kernel/fact";

const staff = ({ agencyId }: { agencyId: string }) => [audience.staff(agencyId)];

/** The list of who flies was frozen in a new version. */
export const manifestFrozen = fact({
  name: "travel.manifest_frozen",
  payload: z.object({ agencyId: z.uuid(), departureId: z.uuid(), version: z.number().int() }),
  audience: staff,
});

/** A file of passengers is to be taken in. */
export const importStarted = fact({
  name: "travel.import_started",
  payload: z.object({ agencyId: z.uuid(), departureId: z.uuid(), importId: z.uuid() }),
  audience: staff,
});
