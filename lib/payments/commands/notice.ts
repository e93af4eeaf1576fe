import { createHash } from "node:crypto";
import { creditInvoice } from "@/lib/invoices/commands/credit";
import { findByNumber, findTwinPayment } from "@/lib/invoices/queries/invoices";
import { agencyOf, type Call, type Work } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { anyone, command } from "@/lib/kernel/command";
import { DAY, HOUR } from "@/lib/kernel/durations";
import { Fault, notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { isSame, openSealed } from "@/lib/kernel/sealed";
import { openText } from "@/lib/kernel/sealed-text";
import { type Notice, TakeNotice } from "../contract/gateway";
import { OddOutcome } from "../contract/odd";
import { noticeOdd } from "../facts";
import { KEYS, TOKENS } from "../queries/gateways";
import { CANCEL, noticeOf, readAnswer, readMidtrans, signedText } from "../rules/midtrans";
import {
  addNotice,
  findBooked,
  findGateway,
  findNotice,
  findTaken,
  type GatewayRow,
  isOrderPaid,
} from "../store/gateways";
import { TWIN_MS } from "./decide";
import { lockWithSubject, settleSubject } from "./subject";

/** A notice may come again for days; what is older, or from the future, is somebody's recording. */
const OLDEST_MS = 7 * DAY;
const AHEAD_MS = HOUR;

const refused = (code: "notice_unsigned" | "notice_stale" | "notice_unconfirmed") => new Fault("forbidden", code);
const sha512 = (text: string) => createHash("sha512").update(text).digest("hex");

type Look = Call & Pick<Work, "tx">;
/** @throws Fault `gateway_not_found` for a token that is not ours, or of another kind */
async function loadGateway(work: Look, { token, gateway }: { token: string; gateway: string }): Promise<GatewayRow> {
  const id = openSealed(work, TOKENS, token);
  const row = id ? await findGateway(work, id) : null;
  if (row?.kind !== gateway) throw notFound("gateway");
  return row;
}

/** What is said, when it was said by who holds the key, and lately (R12).
 * @throws Fault `notice_unsigned`, `notice_stale`, `malformed` */
function judge(call: Call, gateway: GatewayRow, raw: string): Notice {
  const body = readMidtrans(raw);
  if (!body) throw new Fault("malformed", "malformed");
  const key = openText(call, KEYS, gateway.id, gateway.serverKey);
  if (!isSame(body.signature_key.toLowerCase(), sha512(signedText(body, key)))) throw refused("notice_unsigned");
  const notice = noticeOf(body);
  if (!notice) throw new Fault("malformed", "malformed");
  const age = call.now.getTime() - notice.at.getTime();
  if (age > OLDEST_MS || age < -AHEAD_MS) throw refused("notice_stale");
  return notice;
}

/** What the gateway itself says of it now: neither the transaction nor its status is signed (DOMAIN 3.5). Where it gives no
 * answer, nothing is believed and the notice is to come again.
 * @throws Fault `gateway_unreachable`, `notice_unconfirmed` for a payment it does not know, or knows of another order */
async function confirm(call: Call, gateway: GatewayRow, heard: Notice): Promise<Notice> {
  const serverKey = openText(call, KEYS, gateway.id, gateway.serverKey);
  const raw = await call.ports.pay.ask({ serverKey, transaction: heard.transaction }).catch(() => null);
  const said = raw === null ? null : readAnswer(raw);
  if (!said) throw new Fault("unavailable", "gateway_unreachable");
  const isSameOrder = said !== "unknown" && said.orderRef === heard.orderRef && said.transaction === heard.transaction;
  if (!isSameOrder) throw refused("notice_unconfirmed");
  return said;
}

/** The invoice's number, with what a checkout adds behind it to ask twice. */
const numberOf = (orderRef: string) => orderRef.replace(/\.\d+$/, "");

async function pay(work: Work, { orderRef, amount, currency, transaction, at }: Notice) {
  const found = await findByNumber(work, numberOf(orderRef));
  if (!found) return { outcome: "unknown_invoice" as const, invoiceId: null };
  if (found.currency !== currency) return { outcome: "other_currency" as const, invoiceId: found.id };
  const invoice = await lockWithSubject(work, found.id);
  const invoiceId = invoice.id;
  // A card is captured, and settled days later: of one transaction the first word counts.
  if (await findTaken(work, transaction)) return { outcome: "noted" as const, invoiceId };
  // Cancelled before it was heard of: what went back is not booked, and a person looks, since no status is signed.
  if (await findNotice(work, transaction, CANCEL)) return { outcome: "taken_back" as const, invoiceId };
  const since = addMs(work.now, -TWIN_MS);
  // The desk may have approved the same money by its proof already (R11).
  const twin = await findTwinPayment(work, { invoiceId, amount, sources: ["proof", "bank_line"], since });
  // The signature speaks of the order, not of the transaction: an order is paid once (R12).
  if (twin || (await isOrderPaid(work, { invoiceId, orderRef })))
    return { outcome: "already_paid" as const, invoiceId };
  const money = { invoiceId, amount, source: "gateway" as const, sourceRef: transaction, movedAt: at };
  const { paid, fresh } = await creditInvoice(work, money);
  if (!fresh) return { outcome: "already_paid" as const, invoiceId };
  await settleSubject(work, invoice, paid);
  return { outcome: "paid" as const, invoiceId };
}

/** Money that went back stays in our books: a person looks at it and gives it back here too, or not. */
async function note(work: Work, { transaction, orderRef, currency, isBack, isOver }: Notice) {
  const meant = isBack || isOver ? await findByNumber(work, numberOf(orderRef)) : null;
  // Beside the word that it was paid: whoever comes second sees the first.
  if (meant) await lockWithSubject(work, meant.id);
  const booked = isBack || isOver ? await findBooked(work, transaction) : null;
  if (booked) return { outcome: "taken_back" as const, invoiceId: booked };
  const invoiceId = isBack && meant?.currency === currency ? meant.id : null;
  // Where another transaction paid the order, or no invoice was meant, this money never was in our books.
  if (!invoiceId || (await isOrderPaid(work, { invoiceId, orderRef }))) return { outcome: "noted" as const, invoiceId };
  return { outcome: "taken_back" as const, invoiceId };
}

/**
 * A gateway says what became of a payment. Delivered often, late or out of order it counts once (R11); what is not signed
 * as it must be, is too old, or belongs to another agency changes nothing (R12). What counts is what the gateway answers when
 * it is asked again.
 * @throws Fault `gateway_not_found`, `notice_unsigned`, `notice_stale`, `notice_unconfirmed`, `gateway_unreachable`
 */
export const takeNotice = command({
  name: "payments.take_notice",
  input: TakeNotice,
  evenReadOnly: true,
  // Asked while no transaction is open: it may take seconds, and whoever waits for a lock would wait for a stranger.
  prepare: async (call, input) => {
    const gateway = await call.transact("agency", true, (tx) => loadGateway({ ...call, tx }, input));
    return { ...input, notice: await confirm(call, gateway, judge(call, gateway, input.body)) };
  },
  load: loadGateway,
  // Whoever holds the key speaks for the gateway: the signature is the leave.
  allow: anyone,
  run: async (work, { notice }, gateway) => {
    const house = { ...work, actor: { kind: "system" as const, task: `gateway:${gateway.kind}` } };
    const { transaction, status, orderRef, amount, currency } = notice;
    const seen = await findNotice(work, transaction, status);
    if (seen) return { outcome: seen.outcome };
    const { outcome, invoiceId } = await (notice.isPaid ? pay : note)(house, notice);
    const about = { gatewayId: gateway.id, orderRef, amount, currency, invoiceId };
    const isFresh = await addNotice(work, { id: newId(), transaction, status, outcome, ...about });
    const odd = OddOutcome.safeParse(outcome);
    if (isFresh && odd.success) work.tell(noticeOdd, { agencyId: agencyOf(work), outcome: odd.data, ...about });
    return { outcome };
  },
});
