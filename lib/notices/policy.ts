import { homeOf, surfaceOf } from "@/lib/identity/policy";
import { type Actor, isPerson, type Role } from "@/lib/kernel/actor";
import { may } from "@/lib/kernel/permission";
import type { About, NoticeKind } from "./contract";

export const maySeeOutbox = (actor: Actor) => may(actor, "see", "outbox");
export const mayRetry = (actor: Actor) => may(actor, "change", "outbox");
export const mayExportOutbox = (actor: Actor) => may(actor, "export", "outbox");
/** The platform's own letters are read by the platform. */
export const isPlatformStaff = (actor: Actor) => isPerson(actor) && actor.superAdmin;
/** What is told in the app is everybody's own. */
export const isSomebody = isPerson;

/** Can this message be sent again as it was? One that carried a code is not known any more. */
export const isRepeatable = ({ status, carriesSecret }: { status: string; carriesSecret: boolean }) =>
  status === "failed" && !carriesSecret;

/** The page on which this reader sees what they were told about. */
export function hrefOf(kind: NoticeKind, about: About, reader: { slug: string; roles: readonly Role[] }): string {
  const { groupId, planId, bookingId, invoiceId, orderId, departureId } = about;
  const agency = `/a/${reader.slug}`;
  if (kind === "withdrawal_requested") return `${agency}/office/savings/proofs`;
  if (kind === "access_taken") return `${agency}/office/settings`;
  if (kind === "permission_asked") return `${agency}/office/staff`;
  if (kind === "seats_offered" || kind === "offer_lapsed") return `${agency}/book/${departureId}`;
  if (kind === "proof_submitted" || kind === "proof_second_look") return `${agency}/office/proofs`;
  if (kind.startsWith("gateway_"))
    return invoiceId ? `${agency}/office/invoices/${invoiceId}` : `${agency}/office/proofs/bank`;
  if (kind === "refund_requested" || kind === "invoice_overpaid") return `${agency}/office/invoices/${invoiceId}`;
  if (invoiceId) return `${agency}/my/invoices/${invoiceId}`;
  if (orderId) return `${agency}/my/shop/${orderId}`;
  // Who saves or pays does so for themself, also when they work here.
  if (bookingId) return `${agency}/my/bookings/${bookingId}`;
  if (planId) return `${agency}/my/savings/${planId}`;
  const surface = surfaceOf(reader.roles);
  const home = homeOf({ agency: reader, roles: reader.roles });
  // What became of their wishes, with the word that came along, stands where they asked.
  if (kind.startsWith("permission_") && surface === "office") return `${home}/access`;
  if (!groupId) return home;
  const group = `${home}/groups/${groupId}`;
  if (kind === "group_requested") return surface === "office" ? group : `${group}/roster`;
  // Who works in the office travels in the group, too: there they talk as the traveller they are.
  if (kind === "chat_mentioned") return surface === "lead" ? `${group}/chat` : `${agency}/my/messages/${groupId}`;
  return home;
}
