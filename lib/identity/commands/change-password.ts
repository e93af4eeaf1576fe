import { HOUR } from "@/lib/kernel/clock";
import { anyone, command } from "@/lib/kernel/command";
import { Fault } from "@/lib/kernel/fault";
import { openSealed } from "@/lib/kernel/sealed";
import { ChangePasswordInput, ForgotInput, ResetInput } from "../contract";
import { isOwn } from "../policy";
import { contactOf, RESET_HOURS, wayTo } from "../rules";
import { findCode, lockCode, setCode, spendCodes } from "../store/codes";
import { findSession } from "../store/sessions";
import { lockUser, setUser } from "../store/users";
import { issue, resolve } from "./codes";
import { showed } from "./keys";
import { finishSessions } from "./open-session";
import { typeOwnPassword, wrongPassword } from "./own-password";
import { hashPassword, judgePassword } from "./passwords";

/** A new password of one's own: this session stays, all others end.
 * @throws Fault `validation` when the current one is wrong */
export const changePassword = command({
  name: "identity.change_password",
  fence: "platform",
  input: ChangePasswordInput,
  evenReadOnly: true,
  prepare: async (call, { currentPassword, newPassword }) => {
    const { user, sid } = await typeOwnPassword(call, currentPassword);
    judgePassword(newPassword, [user.email, user.phone, user.username], "newPassword");
    return { held: user.passwordHash, userId: user.id, sid, passwordHash: await hashPassword(newPassword) };
  },
  load: async (work, { userId, held }) => {
    const user = await lockUser(work, userId);
    if (!user || user.passwordHash !== held) throw wrongPassword();
    return { userId, user };
  },
  allow: isOwn,
  run: async (work, { passwordHash, sid }, { user }) => {
    const session = await findSession(work, sid);
    await setUser(work, user, { passwordHash, passwordBy: session?.provenBy ?? null, passwordAt: work.now });
    await spendCodes(work, "reset", user.id);
    await finishSessions(work, { userId: user.id, except: sid }, "password");
  },
});

/** Sends a link for a new password; the same answer and the same steps when nobody is meant. @throws Fault `rate_limited` */
export const forgotPassword = command({
  name: "identity.forgot_password",
  fence: "platform",
  input: ForgotInput,
  evenReadOnly: true,
  load: (work, { identifier }) => resolve(work, identifier),
  allow: anyone,
  run: async (work, { channel = "sms" }, { who, user, subject }): Promise<void> => {
    const way = who && user && !user.disabledAt ? wayTo(who, user, channel) : null;
    const locale = user?.locale ?? work.locale;
    await issue(work, { purpose: "reset", subject, userId: user?.id, locale, way, lifeMs: RESET_HOURS * HOUR });
  },
});

const expired = () => new Fault("unauthenticated", "link_expired");

/** A new password by the link that was sent, once and within the hour; every session ends. @throws Fault `link_expired` */
export const resetPassword = command({
  name: "identity.reset_password",
  fence: "platform",
  input: ResetInput,
  evenReadOnly: true,
  prepare: async (call, { token, password }) => {
    const id = openSealed(call, "reset", token);
    if (!id) throw expired();
    return { id, password, passwordHash: await hashPassword(password) };
  },
  load: async (work, { id }) => {
    // The login before its code, as whoever changes it in another way.
    const whose = (await findCode(work, id))?.userId;
    const user = whose ? await lockUser(work, whose) : null;
    const code = await lockCode(work, "reset", id);
    if (!code || code.usedAt || code.expiresAt <= work.now || !user || user.disabledAt) throw expired();
    return { code, user };
  },
  allow: anyone,
  run: async (work, { password, passwordHash }, { code, user }) => {
    judgePassword(password, [user.email, user.phone, user.username]);
    await setCode(work, code, { usedAt: work.now });
    await spendCodes(work, "reset", user.id);
    const by = contactOf(code.channel);
    const mine = { ...user, passwordHash, passwordBy: by };
    await finishSessions(work, { userId: user.id }, "password");
    await setUser(work, user, { passwordHash, passwordBy: by, passwordAt: work.now, ...showed(work, mine, by, 0) });
  },
});
