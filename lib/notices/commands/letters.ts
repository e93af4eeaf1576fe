import { z } from "zod";
import { isSystem } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { command, nothing } from "@/lib/kernel/command";
import { DeliveryStatus, Letter } from "../contract";
import { amongPlatforms, keepDelivery, moveDelivery } from "../store/deliveries";

const keep = async (work: Work, { to, ...letter }: z.output<typeof Letter>) => {
  const { id, status } = await keepDelivery(work, { ...letter, recipient: to });
  return { id, status };
};

/** Keeps an agency's message to be sent; the same key is the same message. */
export const keepLetter = command({
  name: "notices.keep_letter",
  input: Letter,
  audit: "itself",
  load: nothing,
  allow: isSystem,
  run: keep,
});

/** The same for a message of the platform's own, such as a new password. */
export const keepPlatformLetter = command({
  name: "notices.keep_platform_letter",
  fence: "platform",
  input: Letter,
  audit: "itself",
  load: nothing,
  allow: isSystem,
  run: (work, letter) => keep(amongPlatforms(work), letter),
});

const Report = z.strictObject({
  id: z.uuid(),
  /** "queued": the try failed for now. */
  status: DeliveryStatus,
  providerId: z.string().optional(),
  reason: z.string().max(500).optional(),
});

/** Notes what became of an agency's message; its status only moves forward (R72). */
export const moveLetter = command({
  name: "notices.move_letter",
  input: Report,
  audit: "itself",
  load: nothing,
  allow: isSystem,
  run: moveDelivery,
});

/** What a gateway says of a letter of the platform; only ever forward. */
export const movePlatformLetter = command({
  name: "notices.move_platform_letter",
  fence: "platform",
  input: Report,
  audit: "itself",
  load: nothing,
  allow: isSystem,
  run: (work, report) => moveDelivery(amongPlatforms(work), report),
});
