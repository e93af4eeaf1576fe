import { z } from "zod";
import { audience } from "@/lib/kernel/audience";
import { fact } from "@/lib/kernel/fact";

const staff = ({ agencyId }: { agencyId: string }) => [audience.staff(agencyId)];

/** A package was made, changed, published, hidden or put away. */
export const packageChanged = fact({
  name: "packages.changed",
  payload: z.object({ agencyId: z.uuid(), packageId: z.uuid() }),
  audience: staff,
});

/** Dates, seats, prices or flights of a departure. */
export const departureChanged = fact({
  name: "packages.departure_changed",
  payload: z.object({ agencyId: z.uuid(), departureId: z.uuid() }),
  audience: staff,
});

/** It leaves or comes home on another day; the days as they are there. */
export const departureRedated = fact({
  name: "packages.departure_redated",
  payload: z.object({ agencyId: z.uuid(), departureId: z.uuid(), from: z.iso.date(), to: z.iso.date() }),
  audience: staff,
});

const Stored = z.enum(["draft", "open", "closed", "departed", "completed", "cancelled"]);
/** A departure took the next step of its life. */
export const departureMoved = fact({
  name: "packages.departure_moved",
  payload: z.object({ agencyId: z.uuid(), departureId: z.uuid(), from: Stored, to: Stored }),
  audience: staff,
});
