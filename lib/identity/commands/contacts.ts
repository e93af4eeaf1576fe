import { MINUTE } from "@/lib/kernel/clock";
import { command } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { refuseAfter } from "@/lib/kernel/refuse-after";
import { ConfirmContactInput, type Contact, type LoginKeys, OwnContact } from "../contract";
import { isOwn } from "../policy";
import { showKeys } from "../queries";
import { CODE_MINUTES, provenColumn } from "../rules";
import { lockNewestCode } from "../store/codes";
import { setProof } from "../store/sessions";
import { setUser } from "../store/users";
import { codeWrong, issue, tryCode } from "./codes";
import { lockOwn } from "./keys";

const subjectFor = (userId: string, contact: Contact) => `contact:${userId}:${contact}`;

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
    const way = { channel: contact === "email" ? ("mail" as const) : channel, recipient };
    const whose = { subject: subjectFor(user.id, contact), userId: user.id, locale: user.locale };
    await issue(work, { purpose: "contact", ...whose, way, lifeMs: CODE_MINUTES * MINUTE });
  },
});

/** Null says that the digits were wrong: the try must be committed, so it is no refusal yet. */
const enterContactCode = command({
  name: "identity.confirm_contact",
  fence: "platform",
  input: ConfirmContactInput,
  evenReadOnly: true,
  load: async (work, { contact }) => {
    const own = await lockOwn(work);
    return { ...own, newest: await lockNewestCode(work, "contact", subjectFor(own.userId, contact)) };
  },
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
