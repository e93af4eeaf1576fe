import { addMs, SECOND } from "@/lib/kernel/clock";
import { anyone, command } from "@/lib/kernel/command";
import { Fault } from "@/lib/kernel/fault";
import { hashToken } from "@/lib/kernel/hash-token";
import { LinkInput, LogInInput } from "../contract";
import { WEB_SECONDS } from "../policy";
import { userOf } from "../queries";
import { HOME_COUNTRY, readIdentifier } from "../rules";
import { lockToken, spendToken, touchSession } from "../store/sessions";
import { findCountry, findUser, listMemberships, lockUser, setUser } from "../store/users";
import { openSession, replaceOthers } from "./open-session";
import { hashPassword, isImported, verifyPassword } from "./passwords";

const wrong = () => new Fault("unauthenticated", "credentials_wrong");

/** One field, any identifier. Through HTTP it opens an API session with a refresh token, elsewhere a web session.
 * @throws Fault `credentials_wrong`, the same and as slow for accounts that do not exist */
export const logIn = command({
  name: "identity.log_in",
  fence: "platform",
  input: LogInInput,
  evenReadOnly: true,
  prepare: async (call, { identifier, password, ...device }) => {
    const user = await call.transact("platform", true, async (tx) => {
      const country = call.agencyId ? await findCountry({ tx }, call.agencyId) : null;
      const who = readIdentifier(identifier, country ?? HOME_COUNTRY);
      return who ? findUser({ tx }, who) : null;
    });
    const right = await verifyPassword(user?.passwordHash ?? null, password);
    if (!user || !right) throw wrong();
    const upgraded = isImported(user.passwordHash) ? await hashPassword(password) : null;
    return { userId: user.id, verified: user.passwordHash, upgraded, device };
  },
  load: async (work, { userId, verified }) => {
    const [user, memberships] = await Promise.all([lockUser(work, userId), listMemberships(work, userId)]);
    // Between the look and the lock the password may have been changed, or the person disabled.
    if (!user || user.disabledAt || user.passwordHash !== verified) throw wrong();
    return { user, memberships };
  },
  allow: anyone,
  run: async (work, { device, upgraded }, { user, memberships }) => {
    if (upgraded) await setUser(work, user, { passwordHash: upgraded });
    // The password stands for what whoever set it had shown.
    const opened = await openSession(work, user, memberships, { ...device, provenBy: user.passwordBy });
    return { ...opened, user: userOf(user, memberships) };
  },
});

/** Trades a single-use link for the web session that waits behind it. @throws Fault `link_expired` */
export const signInByLink = command({
  name: "identity.sign_in_by_link",
  fence: "platform",
  input: LinkInput,
  evenReadOnly: true,
  load: async (work, { token }) => {
    const found = await lockToken(work, hashToken(token));
    const open = found && found.session.kind === "web" && !found.session.endedAt && !found.token.usedAt;
    if (!open || found.token.expiresAt <= work.now) throw new Fault("unauthenticated", "link_expired");
    const user = await lockUser(work, found.session.userId);
    if (!user || user.disabledAt) throw new Fault("unauthenticated", "link_expired");
    return { ...found, user, memberships: await listMemberships(work, user.id) };
  },
  allow: anyone,
  run: async (work, _input, { token, session, user, memberships }) => {
    await spendToken(work, token.id);
    await touchSession(work, session.id, work.now, addMs(work.now, WEB_SECONDS * SECOND));
    await replaceOthers(work, user, memberships, session.id);
    work.changed("sessions", session.id, { link: "waiting" }, { link: "used" });
    return { sid: session.id, user: userOf(user, memberships) };
  },
});
