import { agencyOf } from "@/lib/kernel/call";
import { everyAgency } from "@/lib/kernel/task";
import { sweepPhotos } from "./commands/photos";
import { fileKey } from "./store/attachments";

export const tasks = [
  everyAgency("17 2 * * *", "chat.sweep_photos", async (call, _payload, { files }) => {
    for (const { id } of await sweepPhotos(call, {})) {
      await files.remove(fileKey(agencyOf(call), id, "full"));
      await files.remove(fileKey(agencyOf(call), id, "small"));
    }
  }),
];
