import { agencyOf } from "@/lib/kernel/call";
import { everyAgency, on } from "@/lib/kernel/task";
import { pendingTimedOut } from "@/lib/ledger/facts";
import { closeDuePeriods } from "./commands/desk";
import { sweepProofs } from "./commands/proofs";
import { sleepDormant } from "./commands/sleep";
import { timeOutWithdrawal } from "./commands/withdraw";
import { proofKey } from "./store/deposits";

export const tasks = [
  everyAgency("7 * * * *", "savings.close_due", (call) => closeDuePeriods(call, {})),
  everyAgency("41 1 * * *", "savings.sleep", (call) => sleepDormant(call, {})),
  everyAgency("23 2 * * *", "savings.sweep_proofs", async (call, _payload, { files }) => {
    for (const { id } of await sweepProofs(call, {})) await files.remove(proofKey(agencyOf(call), id));
  }),
  on(pendingTimedOut, "savings.time_out_withdrawal", (call, { journalId }) => timeOutWithdrawal(call, { journalId })),
];
