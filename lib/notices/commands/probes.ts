import { platformCalled } from "@/lib/agencies/facts";
import { FAILS } from "@/lib/agencies/policy";
import { isSystem } from "@/lib/kernel/actor";
import { command, nothing } from "@/lib/kernel/command";
import { NoteProbes } from "../contract";
import { putProbes } from "../store/probes";

/** Notes how each part of the installation answered. @returns those that have now failed three times in a row, or more */
export const noteProbes = command({
  name: "notices.note_probes",
  fence: "platform",
  input: NoteProbes,
  audit: "itself",
  load: nothing,
  allow: isSystem,
  run: async (work, { fine, failing }) => {
    const found = await putProbes(work, fine, failing);
    if (found.some(({ failures }) => failures === FAILS)) work.tell(platformCalled, {});
    return found.filter(({ failures }) => failures >= FAILS);
  },
});
