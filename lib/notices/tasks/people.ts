import { messageSent } from "@/lib/chat/facts";
import { agencyOf } from "@/lib/kernel/call";
import { on, type Task } from "@/lib/kernel/task";
import { invitationAccepted, userErased } from "@/lib/users/facts";
import { forgetPerson, notify } from "../commands/notify";
import { readMentioned } from "../queries";

export const tasks: Task[] = [
  on(messageSent, "notices.chat_mentioned", async (call, { groupId, message }) => {
    const { id, text, senderId } = message;
    if (!text?.includes("@")) return;
    const called = await readMentioned(call, { groupId, text });
    await notify(call, {
      agencyId: agencyOf(call),
      userIds: called.filter((userId) => userId !== senderId),
      kind: "chat_mentioned",
      about: { groupId, userId: senderId },
      dedupeKey: `mentioned:${id}`,
    });
  }),
  on(invitationAccepted, "notices.invitation_accepted", (call, { agencyId, invitationId, invitedBy, userId }) =>
    notify(call, {
      agencyId,
      userIds: [invitedBy],
      kind: "invitation_accepted",
      about: { userId },
      dedupeKey: `accepted:${invitationId}`,
    }),
  ),
  on(userErased, "notices.user_erased", (call, who) => forgetPerson(call, who)),
];
