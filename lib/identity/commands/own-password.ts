import { isPerson } from "@/lib/kernel/actor";
import type { Call } from "@/lib/kernel/call";
import { invalid } from "@/lib/kernel/fault";
import { findUserById, type UserRow } from "../store/users";
import { unauthenticated } from "./open-session";
import { verifyPassword } from "./passwords";

/** The refusal of a password typed to confirm a change of one's own login. */
export const wrongPassword = () => invalid("currentPassword", "wrong_password");

/** My login as it stands, and the session that asks, once its password was typed; one without has none to type. Whoever locks the
 * login afterwards compares: meanwhile somebody else may have changed it.
 * @throws Fault `unauthenticated`, `validation` for a wrong password */
export async function typeOwnPassword(call: Call, typed: string | undefined): Promise<{ user: UserRow; sid: string }> {
  const { actor } = call;
  if (!isPerson(actor)) throw unauthenticated();
  const user = await call.transact("platform", true, (tx) => findUserById({ tx }, actor.userId));
  if (!user) throw unauthenticated();
  const held = user.passwordHash;
  if (held && !(await verifyPassword(held, typed ?? ""))) throw wrongPassword();
  return { user, sid: actor.sessionId };
}
