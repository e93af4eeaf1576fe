import { z } from "zod";
import { type Actor, isPerson, isSystem } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { command, nothing } from "@/lib/kernel/command";
import { Fault } from "@/lib/kernel/fault";
import { MarkRead, Notify, Settle } from "../contract";
import { notified } from "../facts";
import { isSomebody } from "../policy";
import { removeDeliveries } from "../store/deliveries";
import { addNotifications, countUnread, markRead, removeNotifications, settleAsked } from "../store/notifications";

/** Tells people something in the app, each once per key; for tasks only. */
export const notify = command({
  name: "notices.notify",
  fence: "platform",
  input: Notify,
  audit: "itself",
  load: nothing,
  allow: isSystem,
  run: async (work, news) => {
    const userIds = await addNotifications(work, news);
    if (userIds.length > 0) work.tell(notified, { agencyId: news.agencyId, userIds });
  },
});

/** What asked for an answer has one, by whichever door: whoever was told of it has nothing to do any more. */
export const settle = command({
  name: "notices.settle",
  input: Settle,
  audit: "itself",
  load: nothing,
  allow: isSystem,
  run: async (work, answered) => {
    const userIds = await settleAsked(work, answered);
    if (userIds.length > 0) work.tell(notified, { agencyId: agencyOf(work), userIds });
  },
});

/** An agency forgot somebody: so do its letters and bells. */
export const forgetPerson = command({
  name: "notices.forget_person",
  fence: "platform",
  input: z.strictObject({ agencyId: z.uuid(), userId: z.uuid() }),
  audit: "itself",
  load: nothing,
  allow: isSystem,
  run: async (work, { agencyId, userId }) => {
    await removeNotifications(work, agencyId, userId);
    await removeDeliveries(work, agencyId, userId);
  },
});

/** @throws Fault `unauthenticated` for everybody who is no person */
export async function reader({ actor }: Pick<Work, "actor">): Promise<Extract<Actor, { kind: "person" }>> {
  if (!isPerson(actor)) throw new Fault("unauthenticated", "unauthenticated");
  return actor;
}

/** Marks one's own as read; another's are as if they were not there. */
export const markNotificationsRead = command({
  name: "notices.mark_read",
  input: MarkRead,
  audit: "itself",
  evenReadOnly: true,
  load: reader,
  allow: isSomebody,
  run: async (work, { ids }, { userId }) => {
    await markRead(work, userId, ids);
    return { unread: await countUnread(work, userId) };
  },
});
