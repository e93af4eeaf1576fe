import { isSystem } from "@/lib/kernel/actor";
import { addMs, DAY } from "@/lib/kernel/clock";
import { command, nothing } from "@/lib/kernel/command";
import { NoInput } from "../contract";
import { removeCodesBefore } from "../store/codes";

/** Codes and links that ran out a day ago are of no use to anybody. */
export const forgetCodes = command({
  name: "identity.forget_codes",
  fence: "platform",
  input: NoInput,
  audit: "itself",
  load: nothing,
  allow: isSystem,
  run: async (work) => void (await removeCodesBefore(work, addMs(work.now, -DAY))),
});
