import { isSystem } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { addMs, HOUR } from "@/lib/kernel/clock";
import { command, nothing } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { SuperAdminInput } from "../contract";
import { addSession, hasSignedIn } from "../store/sessions";
import { addUser, findSuperAdmin, findUserById, type UserRow } from "../store/users";
import { addSecretToken, finishSessions } from "./open-session";

/** The first super admin, by the command line alone. Answers the token of a link that signs in once, within the hour.
 * Until it was used the same address may have a new one. @throws Fault `super_admin_exists` `identifier_taken` */
export const makeSuperAdmin = command({
  name: "identity.make_super_admin",
  fence: "platform",
  input: SuperAdminInput,
  load: nothing,
  allow: isSystem,
  run: async (work, { email }) => {
    const existing = await findSuperAdmin(work);
    const waits = existing && existing.email === email && !(await hasSignedIn(work, existing.id));
    if (existing && !waits) throw conflict("super_admin_exists");
    const user = existing ?? (await addSuperAdmin(work, email));
    await finishSessions(work, { userId: user.id }, "logout");
    const sid = newId();
    await addSession(work, {
      id: sid,
      userId: user.id,
      kind: "web",
      device: null,
      createdAt: work.now,
      seenAt: work.now,
      expiresAt: addMs(work.now, HOUR),
    });
    return { token: await addSecretToken(work, sid, HOUR) };
  },
});

/** An address that somebody registered is not proof of anybody: it is never promoted. */
async function addSuperAdmin(work: Work, email: string): Promise<UserRow> {
  const id = newId();
  const personName = email.split("@")[0] ?? email;
  if (!(await addUser(work, { id, personName, email, superAdmin: true, createdAt: work.now }))) {
    throw conflict("identifier_taken", { field: "email" });
  }
  const user = await findUserById(work, id);
  if (!user) throw new Error("A user that was just added is not there.");
  return user;
}
