import { z } from "zod";
import { Instant } from "@/lib/kernel/clock";
import { Money } from "@/lib/kernel/money";
import { PageInput, pageOf } from "@/lib/kernel/page";

export const Channel = z.enum(["mail", "sms", "whatsapp"]);
export type Channel = z.output<typeof Channel>;
/** In the order they are passed through; `failed` ends it, `kept` is what an outbox does. */
export const DeliveryStatus = z.enum(["queued", "kept", "sent", "delivered", "read", "failed"]);
export type DeliveryStatus = z.output<typeof DeliveryStatus>;

/** One message to one person outside of the app, in that person's language. */
export const Letter = z.strictObject({
  channel: Channel,
  /** E-mail address, or phone number in E.164. */
  to: z.string().min(1).max(320),
  /** Mail only. */
  subject: z.string().max(300).default(""),
  body: z.string().max(20_000),
  locale: z.string(),
  /** The same key is the same message, however often it is sent. */
  dedupeKey: z.string().min(1).max(200),
  /** Whom it is for, if they have a login. */
  userId: z.uuid().nullable().default(null),
  /** It carries a code or a link: where it leaves the house, its text is not kept. */
  carriesSecret: z.boolean().default(false),
});
export type Letter = z.input<typeof Letter>;

const DELIVERY_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e30";
/** A message of the outbox as staff see it. */
export const Delivery = z
  .strictObject({
    id: z.uuid(),
    channel: z.string(),
    to: z.string(),
    subject: z.string(),
    body: z.string().describe("Empty when it carried a code or a link and left the house."),
    locale: z.string(),
    status: DeliveryStatus,
    reason: z.string().nullable().describe("Why it failed, or why the last try did."),
    attempts: z.number().int(),
    mayRetry: z.boolean(),
    createdAt: Instant,
    sentAt: Instant.nullable(),
  })
  .meta({
    examples: [
      {
        id: DELIVERY_ID,
        channel: "mail",
        to: "siti@example.com",
        subject: "You are in Umrah Akhir Musim",
        body: "Assalamu'alaikum Siti Aminah,",
        locale: "id",
        status: "kept",
        reason: null,
        attempts: 1,
        mayRetry: false,
        createdAt: "2026-11-18T01:00:00.000Z",
        sentAt: null,
      },
    ],
  });
export type Delivery = z.output<typeof Delivery>;
export const DeliveryPage = pageOf(Delivery);

const narrowing = {
  q: z.string().trim().max(120).optional().describe("Part of the recipient or of the subject."),
  channel: Channel.optional(),
  status: DeliveryStatus.optional(),
  sort: z.enum(["newest", "oldest"]).default("newest"),
};
export const ListOutbox = z.strictObject({ ...PageInput.shape, ...narrowing });
export type ListOutbox = z.output<typeof ListOutbox>;
/** The same narrowing, without paging. */
export const ExportOutbox = z.strictObject(narrowing);
export const DeliveryRef = z.strictObject({ id: z.uuid() });

/** What is tried every minute. */
export const Part = z.enum(["database", "kv", "files", "queue", "channels"]);
export type Part = z.output<typeof Part>;
export const NoteProbes = z.strictObject({ fine: z.array(Part), failing: z.array(Part) });

/** What somebody can be told in the app. */
export const NoticeKind = z.enum([
  "group_requested",
  "group_approved",
  "group_rejected",
  "chat_mentioned",
  "invitation_accepted",
  "agency_received",
  "agency_asked",
  "agency_approved",
  "agency_rejected",
  "agency_suspended",
  "agency_reactivated",
  "agency_trial_changed",
  "agency_expired",
  "access_taken",
  "permission_asked",
  "permission_approved",
  "permission_denied",
  "permission_taken_back",
  "trial_ending",
  "savings_verified",
  "savings_rejected",
  "savings_taken_back",
  "savings_reopened",
  "savings_due",
  "savings_sleeps_soon",
  "savings_slept",
  "savings_converted",
  "withdrawal_requested",
  "withdrawal_approved",
  "withdrawal_refused",
  "withdrawal_timed_out",
  "booking_placed",
  "booking_hold_ends",
  "booking_expired",
  "booking_seated",
  "booking_cancelled",
  "booking_reduced",
  "booking_moved",
  "seats_offered",
  "offer_lapsed",
  "payment_due",
  "proof_submitted",
  "proof_approved",
  "proof_rejected",
  "proof_asked",
  "proof_second_look",
  "proof_taken_back",
  "refund_requested",
  "refund_approved",
  "gateway_unknown",
  "gateway_other_currency",
  "gateway_paid_twice",
  "gateway_taken_back",
  "invoice_overpaid",
  "order_verified",
  "order_fulfilled",
  "order_rejected",
  "order_cancelled",
]);
export type NoticeKind = z.output<typeof NoticeKind>;
/** What it is about, by name only: the words are made when it is read. */
export const About = z.strictObject({
  groupId: z.uuid().optional(),
  userId: z.uuid().optional(),
  planId: z.uuid().optional(),
  bookingId: z.uuid().optional(),
  invoiceId: z.uuid().optional(),
  orderId: z.uuid().optional(),
  departureId: z.uuid().optional(),
  /** The proof, refund, withdrawal or wish that waits for somebody: once it is answered, it calls nobody any more. */
  askedId: z.uuid().optional(),
  /** What no name in our tables says: a booking's code, what a plan was called then. */
  label: z.string().max(200).optional(),
  money: Money.optional(),
  at: z.iso.datetime().optional(),
  /** First and last day of a trip, as they are where it leaves and comes home. */
  days: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).optional(),
});
export type About = z.output<typeof About>;

export const Notify = z.strictObject({
  agencyId: z.uuid(),
  userIds: z.array(z.uuid()).max(1_000),
  kind: NoticeKind,
  about: About.default({}),
  dedupeKey: z.string().min(1).max(200),
});

export const Settle = z.strictObject({ kinds: z.array(NoticeKind), about: About });
export type Settle = z.output<typeof Settle>;

export const Notification = z
  .strictObject({
    id: z.uuid(),
    kind: NoticeKind,
    text: z.string().describe("In the reader's language, as things are called now."),
    href: z.string().describe("The page that shows it."),
    createdAt: Instant,
    readAt: Instant.nullable(),
  })
  .meta({
    examples: [
      {
        id: DELIVERY_ID,
        kind: "group_requested",
        text: "Siti Aminah asks to join Umrah Akhir Musim",
        href: "/a/nurani/office/groups/0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e20",
        createdAt: "2026-11-18T01:00:00.000Z",
        readAt: null,
      },
    ],
  });
export type Notification = z.output<typeof Notification>;
const Unread = z.number().int().describe("How many are unread, of all.");
export const NotificationPage = z
  .strictObject({ data: z.array(Notification), nextCursor: z.string().nullable(), unread: Unread })
  .meta({ examples: [{ data: Notification.meta()?.examples as never, nextCursor: null, unread: 1 }] });
export type NotificationPage = z.output<typeof NotificationPage>;
export const ListNotifications = PageInput;
export const MarkRead = z
  .strictObject({ ids: z.array(z.uuid()).max(100).optional().describe("All of them, if absent.") })
  .meta({ examples: [{ ids: [DELIVERY_ID] }] });
export const MarkedRead = z.strictObject({ unread: Unread }).meta({ examples: [{ unread: 0 }] });
