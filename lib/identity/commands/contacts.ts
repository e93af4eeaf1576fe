import type { Work } from "@/lib/kernel/call";
import { MINUTE } from "@/lib/kernel/clock";
import { command } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { refuseAfter } from "@/lib/kernel/refuse-after";
import { ConfirmContactInput, type Contact, type LoginKeys, OwnContact } from "../contract";
import { isOwn } from "../policy";
import { showKeys } from "../queries";
import { CODE_MINUTES, contactOf, provenColumn, type Way } from "../rules";
import { lockNewestCode } from "../store/codes";
import { setProof } from "../store/sessions";
import { setUser, type UserRow } from "../store/users";
import { codeWrong, issue, tryCode } from "./codes";
import { lockOwn } from "./keys";

/** Why digits go to a contact: it is mine, or it shall be. */
type Why = "contact" | "change";
const subjectFor = (why: Why, userId: string, contact: Contact) => `${why}:${userId}:${contact}`;

/** Sends six digits for a login. @throws Fault `rate_limited` */
export function sendDigits(work: Work, why: Why, { id: userId, locale }: UserRow, way: Way): Promise<string> {
  const subject = subjectFor(why, userId, contactOf(way.channel));
  return issue(work, { purpose: why, subject, userId, locale, way, lifeMs: CODE_MINUTES * MINUTE });
}

/** My login, the session that asks, and the newest digits that were sent for it, locked. @throws Fault `unauthenticated` */
export async function lockOwnDigits(work: Work, why: Why, contact: Contact) {
  const own = await lockOwn(work);
  return { ...own, newest: await lockNewestCode(work, why, subjectFor(why, own.userId, contact)) };
}

/** Sends six digits to a contact of my own login, to show that it is mine. @throws Fault `contact_not_found`, `rate_limited` */
export const sendContactCode = command({
  name: "identity.send_contact_code",
  fence: "platform",
  input: OwnContact,
  evenReadOnly: true,
  load: lockOwn,
  allow: isOwn,
  run: async (work, { contact, channel = "sms" }, { user }): Promise<void> => {
    const recipient = user[contact];
    if (recipient === null) throw notFound("contact");
    await sendDigits(work, "contact", user, { channel: contact === "email" ? "mail" : channel, recipient });
  },
});

/** Null says that the digits were wrong: the try must be committed, so it is no refusal yet. */
const enterContactCode = command({
  name: "identity.confirm_contact",
  fence: "platform",
  input: ConfirmContactInput,
  evenReadOnly: true,
  load: (work, { contact }) => lockOwnDigits(work, "contact", contact),
  allow: isOwn,
  run: async (work, { contact, code: typed }, { user, session, newest }): Promise<LoginKeys | null> => {
    if (newest && newest.recipient !== user[contact]) throw codeWrong();
    if (!(await tryCode(work, newest, typed))) return null;
    // Nobody is asked from inside: whoever comes to a login that was made with their number came by a code, and was asked then.
    const after = await setUser(work, user, user[provenColumn(contact)] ? {} : { [provenColumn(contact)]: work.now });
    const answers = session.provenBy === null || contact === user.askedBy;
    if (answers) await setProof(work, session.id, contact);
    return showKeys(work, after, answers ? { ...session, provenBy: contact } : session);
  },
});

/** Shows by the six digits that a contact of my login is mine. @throws Fault `code_wrong` */
export const confirmContact = refuseAfter(enterContactCode, codeWrong);
