import { z } from "zod";
import { everyAgency, planned } from "@/lib/kernel/task";
import { expirePending, sealJournals } from "./commands/keep";

export const tasks = [
  everyAgency("* * * * *", "ledger.seal", (call) => sealJournals(call, {})),
  planned("ledger.expire", z.object({ journalId: z.uuid() }), (call, { journalId }) =>
    expirePending(call, { journalId }),
  ),
];
