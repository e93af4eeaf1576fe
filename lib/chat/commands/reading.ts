import { audience } from "@/lib/kernel/audience";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { ChatRef, MarkRead, MuteChat, type ReadMark } from "../contract";
import { type ChatSubject, mayTalk, writesNow } from "../policy";
import { findNumbers } from "../store/numbers";
import { findSubject, loadSubject, loadSubjects, personOf } from "../store/places";
import { countUnread, moveMarks, setMuted } from "../store/reading";

const BATCH = 500;
type Input = { groupId: string; seq: number };

/** Moves these readers' pointers, tells the groups, and answers each with where they stand. */
async function markAll(works: Work[], inputs: Input[]): Promise<ReadMark[]> {
  const first = works[0]!;
  const marks = inputs.map(({ groupId, seq }, i) => ({ groupId, seq, userId: personOf(works[i]!) ?? "" }));
  const moved = await moveMarks(first, marks);
  const agencyId = agencyOf(first);
  for (const { groupId, userId, seq } of moved) {
    const payload = { groupId, userId, seq };
    first.signal({ name: "read:moved", agencyId, audience: audience.group(agencyId, groupId), payload });
  }
  const unread = await countUnread(first, marks);
  return marks.map(({ groupId, userId }) => unread(groupId, userId));
}

/** Reads up to a number: forward only, on whichever device. */
export const markRead = command<typeof MarkRead, ChatSubject, ReadMark>({
  name: "chat.mark_read",
  input: MarkRead,
  audit: "itself",
  evenReadOnly: true,
  load: loadSubject,
  allow: mayTalk,
  run: async (work, input) => (await markAll([work], [input]))[0]!,
  together: {
    key: () => "reading",
    max: BATCH,
    allow: mayTalk,
    loadMany: (works, inputs) =>
      loadSubjects(
        works,
        inputs.map(({ groupId }) => groupId),
      ),
    runMany: (works, inputs) => markAll(works, inputs),
  },
});

/** Silences a chat for its reader alone, or lets it be heard again. @throws Fault `group_not_found` */
export const muteChat = command({
  name: "chat.mute",
  input: MuteChat,
  evenReadOnly: true,
  load: (work, { groupId }) => findSubject(work, { groupId }),
  allow: mayTalk,
  run: async (work, { groupId, muted }) => {
    await setMuted(work, { groupId, userId: personOf(work) ?? "" }, muted);
    return { muted };
  },
});

/** Somebody is writing: said to the group at once, kept nowhere. */
export const typing = command({
  name: "chat.type",
  input: ChatRef,
  audit: "itself",
  evenReadOnly: true,
  load: async (work, input) => ({
    ...(await loadSubject(work, input)),
    leadersOnly: (await findNumbers(work, input.groupId)).leadersOnly,
  }),
  allow: (actor, chat) => mayTalk(actor, chat) && writesNow(chat, chat.leadersOnly),
  run: async (work, { groupId }, { place }) => {
    const agencyId = agencyOf(work);
    const payload = { groupId, userId: personOf(work), personName: place?.personName ?? "" };
    work.signal({ name: "typing", agencyId, audience: audience.group(agencyId, groupId), payload });
  },
});
