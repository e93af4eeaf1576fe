import { z } from "zod";
import { isSystem } from "@/lib/kernel/actor";
import { command, nothing } from "@/lib/kernel/command";
import { keepDelivery, moveDelivery } from "./store";

/** Keeps a letter to be sent; the same key is the same letter. */
export const keepLetter = command({
  name: "notices.keep_letter",
  input: z.strictObject({
    recipient: z.string(),
    subject: z.string(),
    body: z.string(),
    locale: z.string(),
    dedupeKey: z.string(),
  }),
  audit: "itself",
  load: nothing,
  allow: isSystem,
  run: keepDelivery,
});

/** Notes what became of a letter; its state only moves forward. */
export const moveLetter = command({
  name: "notices.move_letter",
  input: z.strictObject({ id: z.uuid(), status: z.enum(["sent", "kept", "failed"]) }),
  audit: "itself",
  load: nothing,
  allow: isSystem,
  run: async (work, { id, status }) => void (await moveDelivery(work, id, status)),
});
