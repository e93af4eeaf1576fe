import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { isOneOf } from "@/db/rows";
import { attachments, chatLooks } from "@/db/schema/chat";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";

export type AttachmentRow = typeof attachments.$inferSelect;
export type Size = "small" | "full";

/** Where the bytes lie. */
export const fileKey = (agencyId: string, id: string, size: Size) => `agency/${agencyId}/chat/${id}-${size}.webp`;

export const addAttachment = (work: Work, row: Omit<typeof attachments.$inferInsert, "agencyId" | "createdAt">) =>
  work.tx.insert(attachments).values({ agencyId: agencyOf(work), createdAt: work.now, ...row });

export const findAttachments = (work: Work, ids: readonly string[]): Promise<AttachmentRow[]> =>
  work.tx
    .select()
    .from(attachments)
    .where(and(eq(attachments.agencyId, agencyOf(work)), isOneOf(attachments.id, ids)));

/** They belong to these messages now, on the way to the commit. */
export const bindAttachments = (work: Work, bound: readonly { attachmentId: string; messageId: string }[]) =>
  work.tx.send(
    work.tx.execute(sql`
      update attachments set message_id = u.message_id
      from unnest(${sql.param(bound.map((one) => one.attachmentId))}::uuid[],
        ${sql.param(bound.map((one) => one.messageId))}::uuid[]) as u(id, message_id)
      where agency_id = ${agencyOf(work)}::uuid and attachments.id = u.id`),
  );

/** Is it part of what the group can read now? */
export async function isShown(work: Work, id: string): Promise<boolean> {
  const rows = await work.tx.execute(sql`
    select 1 from messages m join attachments a on a.agency_id = m.agency_id and a.message_id = m.id
    where m.agency_id = ${agencyOf(work)}::uuid and a.id = ${id}::uuid and m.attachment_id = a.id`);
  return rows.length > 0;
}

/** Takes away the rows of pictures that were never sent. @returns whose files are to go */
export const removeUnsent = (work: Work, before: Date) =>
  work.tx
    .delete(attachments)
    .where(
      and(eq(attachments.agencyId, agencyOf(work)), isNull(attachments.messageId), lt(attachments.createdAt, before)),
    )
    .returning({ id: attachments.id });

export async function addLook(work: Work, look: Omit<typeof chatLooks.$inferInsert, "id" | "agencyId" | "createdAt">) {
  const row = { id: newId(), agencyId: agencyOf(work), createdAt: work.now, ...look };
  await work.tx.insert(chatLooks).values(row);
  work.changed("chat_looks", row.id, null, row);
}
