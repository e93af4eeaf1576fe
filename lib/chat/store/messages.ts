import { type SQL, sql } from "drizzle-orm";
import { insertRows } from "@/db/rows";
import { messageOriginals, messages } from "@/db/schema/chat";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import { literally } from "@/lib/kernel/text";
import type { ListMessages, Message, MessageKind, Original } from "../contract";
import { QUOTE_MAX } from "../rules";

type Row = {
  id: string;
  group_id: string;
  seq: number;
  rev: number;
  client_id: string;
  sender_id: string;
  sender_name: string | null;
  kind: MessageKind;
  body: string | null;
  photo: string | null;
  width: number | null;
  height: number | null;
  lat: number | null;
  lng: number | null;
  leaders_only: boolean | null;
  reply_to: string | null;
  quoted_seq: number | null;
  quoted_sender: string | null;
  quoted_name: string | null;
  quoted_kind: MessageKind | null;
  quoted_body: string | null;
  sent_at: string;
  edited_at: string | null;
  withdrawn_at: string | null;
};

const selected = sql`
  select m.id, m.group_id, m.seq, m.rev, m.client_id, m.sender_id, p.person_name as sender_name, m.kind, m.body,
    a.id as photo, a.width, a.height, m.lat, m.lng, m.leaders_only, m.reply_to, q.seq as quoted_seq,
    q.sender_id as quoted_sender, qp.person_name as quoted_name, q.kind as quoted_kind,
    left(q.body, ${sql.raw(String(QUOTE_MAX))}) as quoted_body, m.sent_at, m.edited_at, m.withdrawn_at
  from messages m
  left join memberships p on p.agency_id = m.agency_id and p.user_id = m.sender_id
  left join attachments a on a.agency_id = m.agency_id and a.id = m.attachment_id
  left join messages q on q.agency_id = m.agency_id and q.id = m.reply_to
  left join memberships qp on qp.agency_id = q.agency_id and qp.user_id = q.sender_id`;

const iso = (text: string | null) => (text === null ? null : new Date(text).toISOString());

const quoteOf = (row: Row): Message["replyTo"] =>
  row.reply_to === null || row.quoted_seq === null || row.quoted_sender === null || row.quoted_kind === null
    ? null
    : {
        id: row.reply_to,
        seq: row.quoted_seq,
        senderId: row.quoted_sender,
        senderName: row.quoted_name ?? "",
        kind: row.quoted_kind,
        text: row.quoted_body,
      };

const asWire = (row: Row): Message => ({
  id: row.id,
  groupId: row.group_id,
  seq: row.seq,
  rev: row.rev,
  clientId: row.client_id,
  senderId: row.sender_id,
  senderName: row.sender_name ?? "",
  kind: row.kind,
  text: row.body,
  attachment:
    row.photo === null || row.width === null || row.height === null
      ? null
      : { id: row.photo, width: row.width, height: row.height },
  position: row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng },
  leadersOnly: row.leaders_only,
  replyTo: quoteOf(row),
  sentAt: new Date(row.sent_at).toISOString(),
  editedAt: iso(row.edited_at),
  withdrawnAt: iso(row.withdrawn_at),
});

const select = async (work: Work, more: SQL): Promise<Message[]> =>
  (await work.tx.execute<Row>(sql`${selected} where m.agency_id = ${agencyOf(work)}::uuid and ${more}`)).map(asWire);

/** `limit + 1` messages in the order that was asked for, so that the reader knows whether there are more. */
export function listMessages(work: Work, { groupId, before, after, since, q, limit }: ListMessages) {
  const narrowed = [
    sql`m.group_id = ${groupId}::uuid`,
    ...(before === undefined ? [] : [sql`m.seq < ${before}`]),
    ...(after === undefined ? [] : [sql`m.seq > ${after}`]),
    ...(since === undefined ? [] : [sql`m.rev > ${since}`]),
    ...(q === undefined ? [] : [sql`m.body ilike ${literally(q)}`]),
  ];
  const order = since !== undefined ? sql`m.rev` : after !== undefined ? sql`m.seq` : sql`m.seq desc`;
  return select(work, sql`${sql.join(narrowed, sql` and `)} order by ${order} limit ${limit + 1}`);
}

/**
 * Which of these the server has already: by group and the sender's own id. Each is looked up in its index: as one set
 * beside all that a message shows, PostgreSQL read a chat whole that had grown since it last counted.
 */
export async function findByClientIds(work: Work, sent: readonly { groupId: string; clientId: string }[]) {
  const known = await work.tx.execute<{ id: string }>(sql`
    select m.id from unnest(${sql.param(sent.map(({ groupId }) => groupId))}::uuid[],
      ${sql.param(sent.map(({ clientId }) => clientId))}::uuid[]) as s(group_id, client_id)
    cross join lateral (select id from messages where agency_id = ${agencyOf(work)}::uuid
      and group_id = s.group_id and client_id = s.client_id limit 1) m`);
  return known.length > 0
    ? findMessages(
        work,
        known.map(({ id }) => id),
      )
    : [];
}

export const findMessages = (work: Work, ids: readonly string[]) =>
  select(work, sql`m.id = any(${sql.param([...ids])}::uuid[])`);

/** The newest message of each of these groups. */
export const findLast = (work: Work, groupIds: readonly string[]) =>
  select(
    work,
    sql`(m.group_id, m.seq) in (select group_id, last_seq from chats
      where agency_id = ${agencyOf(work)}::uuid and group_id = any(${sql.param([...groupIds])}::uuid[]))`,
  );

export type NewMessage = Omit<typeof messages.$inferInsert, "agencyId">;
export const addMessages = (work: Work, rows: readonly NewMessage[]) =>
  work.tx.send(
    insertRows(
      work.tx,
      messages,
      rows.map((row) => ({ agencyId: agencyOf(work), ...row })),
    ),
  );

type Content = { body: string | null; attachmentId: string | null; lat: number | null; lng: number | null };

/** What it said goes aside for moderators, and the row becomes what it is now. */
export async function replaceMessage(
  work: Work,
  before: Message,
  { why, by, rev, body }: { why: "edited" | "withdrawn"; by: string; rev: number; body: string | null },
): Promise<void> {
  const was: Content = {
    body: before.text,
    attachmentId: before.attachment?.id ?? null,
    lat: before.position?.lat ?? null,
    lng: before.position?.lng ?? null,
  };
  const whole = { agencyId: agencyOf(work), id: newId(), messageId: before.id, ...was, why };
  work.tx.send(insertRows(work.tx, messageOriginals, [{ ...whole, replacedAt: work.now, replacedBy: by }]));
  const rest = why === "withdrawn" ? sql`, attachment_id = null, lat = null, lng = null, reply_to = null` : sql``;
  const when = why === "withdrawn" ? sql`withdrawn_at` : sql`edited_at`;
  await work.tx.execute(sql`
    update messages set rev = ${rev}, body = ${body}, ${when} = ${work.now.toISOString()}::timestamptz${rest}
    where agency_id = ${agencyOf(work)}::uuid and id = ${before.id}::uuid`);
}

type OriginalRow = Pick<Row, "body" | "photo" | "width" | "height" | "lat" | "lng"> & {
  message_id: string;
  why: "edited" | "withdrawn";
  replaced_at: string;
};

/** What these messages of a group said before, by message, the first wording first. */
export async function listOriginals(work: Work, groupId: string, ids: readonly string[]) {
  const rows = await work.tx.execute<OriginalRow>(sql`
    select o.message_id, o.body, a.id as photo, a.width, a.height, o.lat, o.lng, o.why, o.replaced_at
    from message_originals o
    join messages m on m.agency_id = o.agency_id and m.id = o.message_id and m.group_id = ${groupId}::uuid
    left join attachments a on a.agency_id = o.agency_id and a.id = o.attachment_id
    where o.agency_id = ${agencyOf(work)}::uuid and o.message_id = any(${sql.param([...ids])}::uuid[]) order by o.replaced_at, o.id`);
  const byMessage = new Map<string, Original[]>();
  for (const row of rows) byMessage.set(row.message_id, [...(byMessage.get(row.message_id) ?? []), asOriginal(row)]);
  return byMessage;
}

const asOriginal = ({ body, photo, width, height, lat, lng, why, replaced_at }: OriginalRow): Original => ({
  text: body,
  attachment: photo === null || width === null || height === null ? null : { id: photo, width, height },
  position: lat === null || lng === null ? null : { lat, lng },
  why,
  replacedAt: new Date(replaced_at).toISOString(),
});
