import { finishSessions } from "@/lib/identity/commands/open-session";
import { avatarDropped } from "@/lib/identity/facts";
import { agencyOf } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { Id } from "../contract";
import { userErased } from "../facts";
import { mayChangeUser, maySeeUsers } from "../policy";
import { ERASED_NAME } from "../rules";
import { belongsElsewhere, eraseLogin, eraseTraces } from "../store/erase";
import { findPerson, lockRemoved, setMember } from "../store/users";
import { keepOwner, leave, loadUser } from "./change";

/** Forgets somebody: the agency's copy of their personal data goes, records of what happened stay without it. A login that
 * belongs nowhere else goes too. Also for who was removed before.
 * @throws Fault `last_owner`, `not_yourself`, `user_not_found` */
export const eraseUser = command({
  name: "users.erase",
  fence: "platform",
  input: Id,
  load: async (work, { id }) => {
    if (!work.agencyId) throw notFound("user");
    const gone = maySeeUsers(work.actor) ? await lockRemoved(work, id) : null;
    if (gone?.erasedAt) throw notFound("user");
    return gone ?? loadUser(work, { id });
  },
  allow: mayChangeUser,
  run: async (work, _input, user): Promise<void> => {
    const { userId } = user;
    await keepOwner(work, user);
    const left = user.removedAt ? user : await leave(work, user);
    await eraseTraces(work, user);
    const blank = { personName: ERASED_NAME, phone: null, email: null, avatar: null };
    await setMember(work, left, { ...blank, erasedAt: work.now });
    const login = (await belongsElsewhere(work, userId)) ? null : await findPerson(work, userId);
    if (login) {
      await finishSessions(work, { userId }, "disabled");
      await eraseLogin(work, userId, ERASED_NAME);
      if (login.avatar) work.tell(avatarDropped, { userId, avatar: login.avatar });
    }
    work.tell(userErased, { agencyId: agencyOf(work), userId });
  },
});
