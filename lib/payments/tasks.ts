import { on, type Task } from "@/lib/kernel/task";
import { pendingTimedOut } from "@/lib/ledger/facts";
import { timeOutRefund } from "./commands/refunds";

export const tasks: Task[] = [
  on(pendingTimedOut, "payments.time_out_refund", (call, { journalId }) => timeOutRefund(call, { journalId })),
];
