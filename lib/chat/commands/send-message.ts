import { command } from "@/lib/kernel/command";
import { type Message, SendMessage } from "../contract";
import { type ChatSubject, mayTalk } from "../policy";
import { loadSubject, loadSubjects } from "../store/places";
import { deliver } from "./deliver";

/** Messages one transaction carries at the most. */
const BATCH = 500;

/** Says something in a group: numbered, kept, and then heard. The same client id again is the same message again.
 * @throws Fault `group_not_found`, `chat_leaders_only`, `message_not_found` for what it answers to, `attachment_not_found`,
 * `client_id_taken` when somebody else's message has it */
export const sendMessage = command<typeof SendMessage, ChatSubject, Message>({
  name: "chat.send",
  input: SendMessage,
  audit: "itself",
  // A group on its way keeps its chat whatever becomes of the agency (PRODUCT 4.2): loadSubject asks.
  evenReadOnly: true,
  load: loadSubject,
  allow: mayTalk,
  run: async (work, input, subject) => {
    const [answer] = await deliver([work], [input], [subject]);
    if (answer instanceof Error) throw answer;
    return answer!;
  },
  together: {
    // One lane for an agency: its groups share commits, and each group's order is that of arrival.
    key: () => "chat",
    max: BATCH,
    allow: mayTalk,
    loadMany: (works, inputs) =>
      loadSubjects(
        works,
        inputs.map(({ groupId }) => groupId),
      ),
    runMany: deliver,
  },
});
