import { groupDecided } from "@/lib/groups/facts";
import { translate } from "@/lib/i18n/translate";
import { on, type Task } from "@/lib/kernel/task";
import { readContact, readGroupNames } from "../queries";
import { deliver } from "./deliver";

export const tasks: Task[] = [
  on(groupDecided, "notices.group_decided", async (call, { userId, groupId, decision }, ports) => {
    const [contact, names] = await Promise.all([readContact(call, { userId }), readGroupNames(call, { groupId })]);
    if (!contact?.email || !names) return;
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
