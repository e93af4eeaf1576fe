import { bookingCancelled, bookingChanged, pilgrimSubstituted } from "@/lib/bookings/facts";
import type { Call } from "@/lib/kernel/call";
import { oneByOne } from "@/lib/kernel/one-by-one";
import { everyAgency, on, type Task } from "@/lib/kernel/task";
import { freeBooking, freePlaces } from "./commands/free";
import { failImport, sweepImports, takePart } from "./commands/import-run";
import { importStarted } from "./facts";
import { listStalled } from "./queries/import";

/** Part after part, each in a commit of its own. */
async function takeAll(call: Call, importId: string) {
  while (await takePart(call, { importId }));
}

/** Takes on what stands still, or ends it when that has long been in vain. */
const takeOn = (call: Call, importId: string) =>
  takeAll(call, importId).catch(async (error: unknown) => {
    await failImport(call, { importId });
    throw error;
  });

export const tasks: Task[] = [
  on(importStarted, "travel.take_in", (call, { importId }) => takeAll(call, importId)),
  everyAgency("*/5 * * * *", "travel.take_on", async (call) => {
    await oneByOne(await listStalled(call, {}), (importId) => takeOn(call, importId));
  }),
  everyAgency("37 2 * * *", "travel.sweep_imports", (call) => sweepImports(call, {})),
  on(bookingCancelled, "travel.free_cancelled", (call, { departureId, pilgrimIds }) =>
    freePlaces(call, { departureId, pilgrimIds }),
  ),
  on(pilgrimSubstituted, "travel.free_replaced", (call, { departureId, pilgrimId }) =>
    freePlaces(call, { departureId, pilgrimIds: [pilgrimId] }),
  ),
  on(bookingChanged, "travel.free_expired", async (call, { departureId, bookingId, status }) => {
    if (status === "expired") await freeBooking(call, { departureId, bookingId });
  }),
];
