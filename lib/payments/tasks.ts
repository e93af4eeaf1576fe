import { z } from "zod";
import { agencyOf } from "@/lib/kernel/call";
import { on, planned, type Task } from "@/lib/kernel/task";
import { pendingTimedOut } from "@/lib/ledger/facts";
import { DROP } from "./commands/proofs";
import { timeOutRefund } from "./commands/refunds";
import { proofKey } from "./store/proofs";

export const tasks: Task[] = [
  on(pendingTimedOut, "payments.time_out_refund", (call, { journalId }) => timeOutRefund(call, { journalId })),
  planned(DROP, z.object({ id: z.uuid() }), (call, { id }, { files }) => files.remove(proofKey(agencyOf(call), id))),
];
