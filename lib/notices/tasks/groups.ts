import { groupDecided, groupRequested } from "@/lib/groups/facts";
import { translate } from "@/lib/i18n/translate";
import { agencyOf, type Call } from "@/lib/kernel/call";
import { on, type Task } from "@/lib/kernel/task";
import { notify, settle } from "../commands/notify";
import { readAsked, readContact, readDeciders, readGroupNames, readPlace } from "../queries";
import { deliver } from "./deliver";

const settleRequest = (call: Call, about: { groupId: string; userId: string }) =>
  settle(call, { kinds: ["group_requested"], about });

export const tasks: Task[] = [
  on(groupRequested, "notices.group_requested", async (call, { groupId, userId }) => {
    if (!(await readAsked(call, { groupId, userId }))) return;
    await notify(call, {
      agencyId: agencyOf(call),
      userIds: await readDeciders(call, { groupId }),
      kind: "group_requested",
      about: { groupId, userId },
      dedupeKey: `${call.requestId}:requested:${userId}`,
    });
    // Answered meanwhile: whoever settled it found nothing to settle yet (R75).
    if (!(await readAsked(call, { groupId, userId }))) await settleRequest(call, { groupId, userId });
  }),
  on(groupDecided, "notices.group_told", async (call, { groupId, userId, decision }) => {
    await settleRequest(call, { groupId, userId });
    if (decision === "withdrawn") return;
    const dedupeKey = `${call.requestId}:${decision}:${userId}`;
    const kind = `group_${decision}` as const;
    await notify(call, { agencyId: agencyOf(call), userIds: [userId], kind, about: { groupId }, dedupeKey });
  }),
  on(groupDecided, "notices.group_decided", async (call, { userId, groupId, decision }, ports) => {
    if (decision === "withdrawn") return;
    const [contact, names, place] = await Promise.all([
      readContact(call, { userId }),
      readGroupNames(call, { groupId }),
      readPlace(call, { groupId, userId }),
    ]);
    // Taken out again before the letter left: it would say what is not so (R75).
    const holds = (decision === "approved") === (place !== null);
    if (!contact?.email || !names || !holds) return;
    const { locale, personName } = contact;
    const words = { name: personName, group: names.group, agency: names.agency };
    await deliver(call, ports, {
      channel: "mail",
      to: contact.email,
      subject: translate(locale, `mail.group_${decision}.subject`, words),
      body: translate(locale, `mail.group_${decision}.body`, words),
      locale,
      userId,
      dedupeKey: `${call.requestId}:${decision}:${userId}`,
    });
  }),
];
