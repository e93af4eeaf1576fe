import { isPerson } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict, Fault } from "@/lib/kernel/fault";
import { type Contact, type Key, type LoginKeys, SettleKeysInput } from "../contract";
import { isOwn } from "../policy";
import { showKeys } from "../queries";
import { keysBeside, provenColumn } from "../rules";
import { spendAllCodes } from "../store/codes";
import { findSession, listSessions } from "../store/sessions";
import { dropContactEverywhere, lockUser, setUser, type UserRow } from "../store/users";
import { finishSessions, unauthenticated } from "./open-session";

/** What a login becomes when its holder shows a contact to be theirs. The first time it asks whether the rest is theirs too:
 * anybody can have registered with a number that is not their own. The newest question is the one that stands. */
export function showed(work: Work, user: UserRow, by: Contact, devices: number): Partial<UserRow> {
  if (user[provenColumn(by)]) return {};
  // Whoever arrives by the code that makes their login has nobody beside them.
  const asks = keysBeside(user, by, devices).length > 0;
  return { [provenColumn(by)]: work.now, ...(asks ? { askedBy: by } : {}) };
}

/** My login, locked, with the session that asks. @throws Fault `unauthenticated` */
export async function lockOwn(work: Work) {
  const { actor } = work;
  const user = isPerson(actor) ? await lockUser(work, actor.userId) : null;
  const session = isPerson(actor) ? await findSession(work, actor.sessionId) : null;
  if (!user || !session || session.endedAt) throw unauthenticated();
  return { userId: user.id, user, session };
}

const WITHOUT = {
  password: { passwordHash: null, passwordBy: null, passwordAt: null },
  phone: { phone: null, phoneProvenAt: null },
  email: { email: null, emailProvenAt: null },
  username: { username: null },
  devices: {},
} satisfies Record<Key, Partial<UserRow>>;

/** Nothing that went to somebody else, and nobody who came in by it, opens the login any more. */
async function shutOut(work: Work, user: UserRow, sid: string, gone: readonly Key[]) {
  for (const key of ["phone", "email"] as const) {
    const value = gone.includes(key) ? user[key] : null;
    if (value) await dropContactEverywhere(work, user.id, key, value);
  }
  await spendAllCodes(work, user.id);
  await finishSessions(work, { userId: user.id, except: sid }, "disowned");
}

/** Says which of the other ways into my login are mine; the others open it no more, and every other device is signed out.
 * Only whoever came by the contact that was shown last may say so: a password may be anybody's.
 * @throws Fault `keys_settled`, `confirm_contact_first` */
export const settleKeys = command({
  name: "identity.settle_keys",
  fence: "platform",
  input: SettleKeysInput,
  evenReadOnly: true,
  load: lockOwn,
  allow: isOwn,
  run: async (work, { keep }, { user, session }): Promise<LoginKeys> => {
    const by = user.askedBy;
    if (!session.provenBy || session.provenBy !== (by ?? session.provenBy)) {
      throw new Fault("forbidden", "confirm_contact_first");
    }
    if (!by) throw conflict("keys_settled");
    const devices = (await listSessions(work, user.id)).length - 1;
    const gone = keysBeside(user, by, devices).filter((key) => !keep.includes(key));
    const vouched = user.passwordHash === null ? {} : { passwordBy: by };
    const change = Object.assign({ askedBy: null, ...vouched }, ...gone.map((key) => WITHOUT[key]));
    const after = await setUser(work, user, change);
    if (gone.length > 0) await shutOut(work, user, session.id, gone);
    return showKeys(work, after, session);
  },
});
