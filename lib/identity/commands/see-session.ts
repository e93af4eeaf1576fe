import { z } from "zod";
import { isSystem } from "@/lib/kernel/actor";
import { command, nothing } from "@/lib/kernel/command";
import { touchSession } from "../store/sessions";

/** For doors: a device was here. Its own record, since nothing about it is anybody's decision. */
export const seeSession = command({
  name: "identity.see_session",
  fence: "platform",
  input: z.strictObject({ sid: z.uuid() }),
  audit: "itself",
  load: nothing,
  allow: isSystem,
  run: (work, { sid }) => touchSession(work, sid, work.now),
});
