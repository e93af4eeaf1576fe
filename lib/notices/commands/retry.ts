import type { Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict, notFound } from "@/lib/kernel/fault";
import { DeliveryRef } from "../contract";
import { isPlatformStaff, isRepeatable, mayRetry } from "../policy";
import { amongPlatforms, type DeliveryRow, findDelivery, reopenDelivery } from "../store/deliveries";

/** For whoever has no business in the outbox nothing is in it. */
async function find(work: Work, { id }: { id: string }, sees: boolean): Promise<DeliveryRow> {
  const row = sees ? await findDelivery(work, id) : null;
  if (!row) throw notFound("delivery");
  return row;
}

async function reopen(work: Work, row: DeliveryRow): Promise<void> {
  const { id, status } = row;
  if (!isRepeatable(row) || !(await reopenDelivery(work, id))) throw conflict("delivery_not_repeatable");
  work.changed("deliveries", id, { status }, { status: "queued" });
  work.later({ task: "notices.resend", key: id, runAt: work.now, payload: { id, platform: work.agencyId === null } });
}

/** Sends a failed message of the agency again.
 * @throws Fault `delivery_not_found`, `delivery_not_repeatable` */
export const retryDelivery = command({
  name: "notices.retry",
  input: DeliveryRef,
  load: (work, input) => find(work, input, mayRetry(work.actor)),
  allow: mayRetry,
  run: (work, _input, row) => reopen(work, row),
});

/** The same for the platform's own. */
export const retryPlatformDelivery = command({
  name: "notices.retry_platform",
  fence: "platform",
  input: DeliveryRef,
  load: (work, input) => find(amongPlatforms(work), input, isPlatformStaff(work.actor)),
  allow: isPlatformStaff,
  run: (work, _input, row) => reopen(amongPlatforms(work), row),
});
