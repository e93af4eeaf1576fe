import { z } from "zod";
import { isSystem } from "@/lib/kernel/actor";
import { addMs, DAY } from "@/lib/kernel/clock";
import { command, nothing } from "@/lib/kernel/command";
import { removeAnswersBefore } from "./store/answers";

/** Forgets answers of Idempotency-Keys older than 24 h. */
export const forgetAnswers = command({
  name: "audit.forget_answers",
  input: z.strictObject({}),
  fence: "platform",
  load: nothing,
  allow: isSystem,
  run: async (work) => void (await removeAnswersBefore(work, addMs(work.now, -DAY))),
  audit: "itself",
});
