import type { Work } from "@/lib/kernel/call";
import { DAY } from "@/lib/kernel/clock";
import { command } from "@/lib/kernel/command";
import { Fault, invalid } from "@/lib/kernel/fault";
import { refuseAfter } from "@/lib/kernel/refuse-after";
import { ChangeContactInput, ConfirmContactInput, type Contact, type LoginKeys } from "../contract";
import { isOwn } from "../policy";
import { phoneAt, showKeys } from "../queries";
import { provenColumn, type Way } from "../rules";
import { spendAllCodes } from "../store/codes";
import { type SessionRow, setProof } from "../store/sessions";
import { moveContact, moveContactEverywhere, type UserRow } from "../store/users";
import { codeWrong, issue, tryCode } from "./codes";
import { lockOwnDigits, sendDigits } from "./contacts";
import { lockOwn } from "./keys";
import { typeOwnPassword, wrongPassword } from "./own-password";

/** Whoever has no password came by a code; and nobody changes a login while it is open whose it is.
 * @throws Fault `confirm_contact_first` */
function refuseStranger({ askedBy, passwordHash }: UserRow, { provenBy }: SessionRow) {
  if (askedBy !== null || (passwordHash === null && provenBy === null)) {
    throw new Fault("forbidden", "confirm_contact_first");
  }
}

/** Sends six digits to another address or number, which becomes that of my login once they are typed.
 * @throws Fault `validation` for a wrong password or a number that is none, `confirm_contact_first`, `rate_limited` */
export const changeContact = command({
  name: "identity.change_contact",
  fence: "platform",
  input: ChangeContactInput,
  evenReadOnly: true,
  prepare: async (call, { currentPassword, ...wish }) => {
    const { user } = await typeOwnPassword(call, currentPassword);
    return { held: user.passwordHash, ...wish };
  },
  load: async (work, { held }) => {
    const own = await lockOwn(work);
    if (own.user.passwordHash !== held) throw wrongPassword();
    return own;
  },
  allow: isOwn,
  run: async (work, wish, { user, session }): Promise<void> => {
    refuseStranger(user, session);
    await sendDigits(work, "change", user, await wayOf(work, wish));
  },
});

type Wish = { email?: string; phone?: string; channel?: "sms" | "whatsapp" };
async function wayOf(work: Work, { email, phone = "", channel = "sms" }: Wish): Promise<Way> {
  if (email !== undefined) return { channel: "mail", recipient: email };
  const recipient = await phoneAt(work, phone);
  if (!recipient) throw invalid("phone", "invalid_format");
  return { channel, recipient };
}

/** Null says that the digits were wrong: the try must be committed, so it is no refusal yet. */
const enterChangeCode = command({
  name: "identity.confirm_change",
  fence: "platform",
  input: ConfirmContactInput,
  evenReadOnly: true,
  load: (work, { contact }) => lockOwnDigits(work, "change", contact),
  allow: isOwn,
  run: async (work, { contact, code: typed }, { user, session, newest }): Promise<LoginKeys | null> => {
    refuseStranger(user, session);
    const to = (await tryCode(work, newest, typed))?.recipient;
    if (!to) return null;
    const [from, wasProven] = [user[contact], user[provenColumn(contact)] !== null];
    const after = await moveContact(work, user, contact, to);
    await moveContactEverywhere(work, user.id, contact, { from, to });
    // What went to the old one opens nothing any more.
    await spendAllCodes(work, user.id);
    if (from !== null && from !== to && wasProven) await tellOldContact(work, user, contact, from);
    const isBy = session.provenBy === null || session.provenBy === contact;
    if (isBy) await setProof(work, session.id, contact);
    return showKeys(work, after, isBy ? { ...session, provenBy: contact } : session);
  },
});

/** Whoever still reads there hears of it: it may not have been them. */
async function tellOldContact(work: Work, { id, locale }: UserRow, contact: Contact, recipient: string) {
  const way: Way = { channel: contact === "email" ? "mail" : "sms", recipient };
  await issue(work, { purpose: "moved", subject: `moved:${id}:${contact}`, userId: id, locale, way, lifeMs: DAY });
}

/** Shows by the six digits that the other contact is mine: from now on it opens my login, and the one before it no more.
 * @throws Fault `code_wrong`, `identifier_taken` with the field, `confirm_contact_first` */
export const confirmContactChange = refuseAfter(enterChangeCode, codeWrong);
