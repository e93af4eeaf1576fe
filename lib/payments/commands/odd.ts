import { command } from "@/lib/kernel/command";
import { conflict, forbidden } from "@/lib/kernel/fault";
import { CloseNotice, type OddNotice } from "../contract/odd";
import { mayKeepBank } from "../policy";
import { asOdd, closeOdd, lockOdd } from "../store/odd";
import { callerOf } from "./proofs";

/** Says that somebody dealt with an odd notice, and what was done: it leaves the desk and stays in the history. Who says so
 * again gets the same answer.
 * @throws Fault `notice_not_found`, `notice_closed` when another said so before */
export const closeNotice = command({
  name: "payments.close_notice",
  input: CloseNotice,
  load: (work, { id }) => {
    // Who may not keep the bank's lines learns nothing of one.
    if (!mayKeepBank(work.actor)) throw forbidden();
    return lockOdd(work, id);
  },
  allow: mayKeepBank,
  run: async (work, { id, note }, row): Promise<OddNotice> => {
    const { closedBy } = row.notice;
    if (closedBy && closedBy !== callerOf(work)) throw conflict("notice_closed");
    if (!closedBy) await closeOdd(work, row, callerOf(work), note);
    return asOdd(await lockOdd(work, id));
  },
});
