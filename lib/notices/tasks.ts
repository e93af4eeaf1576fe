import { groupDecided } from "@/lib/groups/facts";
import { translate } from "@/lib/i18n/translate";
import type { Call } from "@/lib/kernel/call";
import type { Ports } from "@/lib/kernel/ports";
import { on, type Task } from "@/lib/kernel/task";
import { keepLetter, moveLetter } from "./commands";
import { readContact, readGroupNames } from "./queries";
import type { Letter } from "./store";

/** Sends a letter once: kept first, so that a worker killed at any point neither loses nor doubles it. */
async function sendOnce(call: Call, letter: Letter, { mail }: Ports): Promise<void> {
  const kept = await keepLetter(call, letter);
  if (kept.status !== "queued") return;
  const { recipient: to, subject, body: text, locale, dedupeKey } = letter;
  const receipt = await mail.send({ to, subject, text, locale, dedupeKey: `${call.agencyId}:${dedupeKey}` });
  await moveLetter(call, { id: kept.id, status: receipt.state === "refused" ? "failed" : receipt.state });
}

export const tasks: Task[] = [
  on(groupDecided, "notices.group_decided", async (call, { userId, groupId, decision }, ports) => {
    const [contact, names] = await Promise.all([readContact(call, { userId }), readGroupNames(call, { groupId })]);
    if (!contact?.email || !names) return;
    const { locale, personName } = contact;
    const words = { name: personName, group: names.group, agency: names.agency };
    const letter = {
      recipient: contact.email,
      subject: translate(locale, `mail.group_${decision}.subject`, words),
      body: translate(locale, `mail.group_${decision}.body`, words),
      locale,
      dedupeKey: `${call.requestId}:${decision}:${userId}`,
    };
    await sendOnce(call, letter, ports);
  }),
];
