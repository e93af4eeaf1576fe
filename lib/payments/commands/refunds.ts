import { z } from "zod";
import { payRefund, reserveRefund } from "@/lib/invoices/commands/credit";
import { isSystem } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { command } from "@/lib/kernel/command";
import { DAY } from "@/lib/kernel/durations";
import { conflict } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { amountIn } from "@/lib/kernel/money";
import { endPending } from "@/lib/ledger/commands/write";
import { REFUND_DAYS, type Refund, RefundRef, RefuseRefund, RequestRefund } from "../contract/refund";
import { refundDecided, refundRequested } from "../facts";
import { mayDecideRefund, mayRequestRefund } from "../policy";
import { asRefund } from "../queries/refunds";
import { addRefund, findRefund, lockByJournal, lockRefund, type RefundRow, setRefund } from "../store/refunds";
import { callerOf } from "./proofs";
import { lockWithSubject, settleSubject } from "./subject";

/** Asks that money goes back. It is set aside at once, so that it can't be promised twice.
 * @throws Fault `invoice_not_found`, `insufficient_funds` with what is left */
export const requestRefund = command({
  name: "payments.request_refund",
  input: RequestRefund,
  load: (work, { id }) => lockWithSubject(work, id),
  allow: mayRequestRefund,
  run: async (work, { id: invoiceId, amount: back, why }, { payerUserId, currency }): Promise<Refund> => {
    const amount = amountIn(currency, back);
    const refundId = newId();
    const expiresAt = addMs(work.now, REFUND_DAYS * DAY);
    const journalId = await reserveRefund(work, { invoiceId, refundId, amount, expiresAt });
    await addRefund(work, { id: refundId, invoiceId, amount, why, journalId, requestedBy: callerOf(work) });
    work.tell(refundRequested, { agencyId: agencyOf(work), invoiceId, payerUserId, refundId });
    return asRefund(work, await findRefund(work, refundId));
  },
});

const told = (work: Work, { invoiceId, payerUserId, id }: RefundRow, decision: "approved" | "refused" | "timed_out") =>
  work.tell(refundDecided, { agencyId: agencyOf(work), invoiceId, payerUserId, refundId: id, decision });

async function loadLocked(work: Work, id: string) {
  const invoice = await lockWithSubject(work, (await findRefund(work, id)).invoiceId);
  return { ...(await lockRefund(work, id)), invoice };
}

/** The money goes back, and the booking or order follows what is left. Who asks again gets the same answer.
 * @throws Fault `refund_decided` when it was refused or its time is up */
export const approveRefund = command({
  name: "payments.approve_refund",
  input: RefundRef,
  load: (work, { id }) => loadLocked(work, id),
  allow: mayDecideRefund,
  run: async (work, _input, { invoice, ...row }): Promise<Refund> => {
    if (row.state === "approved") return asRefund(work, row);
    if (row.state !== "requested") throw conflict("refund_decided", { state: row.state });
    const { invoiceId, id: refundId, amount, journalId } = row;
    const { paid } = await payRefund(work, { invoiceId, refundId, amount, journalId });
    await settleSubject(work, invoice, paid);
    told(work, row, "approved");
    return asRefund(work, await setRefund(work, row, { state: "approved", note: null, decidedBy: callerOf(work) }));
  },
});

/** The money stays, and may be asked for again.
 * @throws Fault `refund_decided` */
export const refuseRefund = command({
  name: "payments.refuse_refund",
  input: RefuseRefund,
  load: (work, { id }) => loadLocked(work, id),
  allow: mayDecideRefund,
  run: async (work, { note }, { invoice: _, ...row }): Promise<Refund> => {
    if (row.state === "refused") return asRefund(work, row);
    if (row.state !== "requested") throw conflict("refund_decided", { state: row.state });
    await endPending(work, row.journalId, "voided");
    told(work, row, "refused");
    return asRefund(work, await setRefund(work, row, { state: "refused", note, decidedBy: callerOf(work) }));
  },
});

/** Follows the ledger, where the money set aside was freed because nobody had decided. Returns whether it did. */
export const timeOutRefund = command({
  name: "payments.time_out_refund",
  input: z.strictObject({ journalId: z.uuid() }),
  evenReadOnly: true,
  load: (work, { journalId }) => lockByJournal(work, journalId),
  allow: isSystem,
  run: async (work, _input, row) => {
    if (row?.state !== "requested") return false;
    await setRefund(work, row, { state: "timed_out", note: null, decidedBy: null });
    told(work, row, "timed_out");
    return true;
  },
});
