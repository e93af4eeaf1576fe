import type { Work } from "@/lib/kernel/call";
import { addMs, MINUTE } from "@/lib/kernel/clock";
import { anyone, command } from "@/lib/kernel/command";
import { Fault } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { refuseAfter } from "@/lib/kernel/refuse-after";
import { isSame } from "@/lib/kernel/sealed";
import { maskNumber } from "@/lib/kernel/text";
import { CodeInput, CodeLogInInput } from "../contract";
import { codeIssued } from "../facts";
import { userOf } from "../queries";
import {
  CODE_ATTEMPTS,
  CODE_MINUTES,
  CODES_PER_HOUR,
  contactOf,
  digitsFor,
  HOME_COUNTRY,
  readIdentifier,
  subjectOf,
  type Way,
  wayTo,
} from "../rules";
import { addCode, type CodeRow, countRecent, lockNewestCode, type NewCode, setCode } from "../store/codes";
import { listSessions } from "../store/sessions";
import { findCountry, findUser, listMemberships, lockUser, setUser, type UserRow } from "../store/users";
import { showed } from "./keys";
import { openSession } from "./open-session";
import { addLogin, belong } from "./register";

/** The same for wrong, used, old and never sent ones. */
export const codeWrong = () => new Fault("unauthenticated", "code_wrong");

/** Who an identifier means at this door, and whose codes are looked at. */
export async function resolve(work: Work, typed: string) {
  const country = (work.agencyId && (await findCountry(work, work.agencyId))) || HOME_COUNTRY;
  const who = readIdentifier(typed, country);
  const user = who && (await findUser(work, who));
  return { who, user, subject: subjectOf(who, user, typed) };
}

type Issued = Pick<NewCode, "purpose" | "subject"> & Partial<NewCode> & { way: Way | null; lifeMs: number };

/** Keeps a code and has it sent, if there is where to. The same steps for who exists and who does not.
 * @throws Fault `rate_limited` after six within the hour */
export async function issue(work: Work, { way, lifeMs, ...code }: Issued): Promise<string> {
  const asked = await countRecent(work, code.purpose, code.subject);
  if (asked >= CODES_PER_HOUR) throw new Fault("limited", "rate_limited", { retryAfter: 3600 });
  const id = newId();
  await addCode(work, {
    ...code,
    ...way,
    id,
    doorId: code.doorId ?? work.agencyId,
    locale: code.locale ?? work.locale,
    createdAt: work.now,
    expiresAt: addMs(work.now, lifeMs),
  });
  work.tell(codeIssued, { codeId: id });
  return id;
}

/** Sends six digits to whoever an identifier means; the answer is the same when that is nobody. An unknown phone gets
 * one too: its owner becomes a pilgrim by it. @throws Fault `rate_limited` */
export const requestCode = command({
  name: "identity.request_code",
  fence: "platform",
  input: CodeInput,
  evenReadOnly: true,
  load: (work, { identifier }) => resolve(work, identifier),
  allow: anyone,
  run: async (work, { channel = "sms" }, { who, user, subject }): Promise<void> => {
    const way = who && !user?.disabledAt ? wayTo(who, user, channel) : null;
    const locale = user?.locale ?? work.locale;
    await issue(work, { purpose: "login", subject, userId: user?.id, locale, way, lifeMs: CODE_MINUTES * MINUTE });
  },
});

/** The code if these are its digits: then it is spent. Null for wrong ones, which cost one of five tries.
 * @throws Fault `code_wrong` when no code is open */
export async function tryCode(work: Work, code: CodeRow | null, typed: string): Promise<CodeRow | null> {
  const open = code && !code.usedAt && code.expiresAt > work.now && code.attempts < CODE_ATTEMPTS;
  if (!open) throw codeWrong();
  const right = isSame(typed, digitsFor(work, code));
  await setCode(work, code, right ? { usedAt: work.now } : { attempts: code.attempts + 1 });
  return right ? code : null;
}

/** Null says that the digits were wrong: the try must be committed, so it is no refusal yet. */
const enterByCode = command({
  name: "identity.log_in_by_code",
  fence: "platform",
  input: CodeLogInInput,
  evenReadOnly: true,
  load: async (work, { identifier }) => {
    const found = await resolve(work, identifier);
    // The login before its code, as whoever changes it; of nobody by the same step.
    const [, newest] = await Promise.all([
      lockUser(work, found.user?.id ?? newId()),
      lockNewestCode(work, "login", found.subject),
    ]);
    return { ...found, newest };
  },
  allow: anyone,
  run: async (work, { code: typed, name, device }, { who, user: known, newest }) => {
    const code = await tryCode(work, newest, typed);
    if (!code) return null;
    const user = known ? await welcome(work, known.id) : await arrive(work, who, name);
    if (!user) return null;
    const by = contactOf(code.channel);
    const memberships = await listMemberships(work, user.id);
    const opened = await openSession(work, user, memberships, { device, provenBy: by });
    const others = (await listSessions(work, user.id)).length - 1;
    const now = await setUser(work, user, showed(work, user, by, others));
    return { ...opened, user: userOf(now, memberships) };
  },
});

async function welcome(work: Work, userId: string): Promise<UserRow | null> {
  const user = await lockUser(work, userId);
  return user?.disabledAt ? null : user;
}

/** Only a phone arrives by its code. Until it says its name it is called by the end of its number: fellow travellers see
 * each other's names and no phones. */
async function arrive(work: Work, who: Awaited<ReturnType<typeof resolve>>["who"], name?: string) {
  if (who?.kind !== "phone") return null;
  if (work.readOnly) throw new Fault("forbidden", "agency_read_only");
  const user = await addLogin(work, { personName: name ?? maskNumber(who.value), phone: who.value });
  await belong(work, user);
  return user;
}

/** Signs in by the six digits. They count once, for ten minutes, with five tries.
 * @throws Fault `code_wrong` for wrong, used, old and never sent ones alike */
export const logInByCode = refuseAfter(enterByCode, codeWrong);
