import type { Call, Work } from "@/lib/kernel/call";
import { anyone, command, nothing } from "@/lib/kernel/command";
import { conflict, Fault, invalid } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { RegisterInput, type User } from "../contract";
import { userOf } from "../queries";
import { HOME_COUNTRY, type Identifier, normalisePhone } from "../rules";
import { findGuest } from "../store/guests";
import {
  addPilgrim,
  addUser,
  findCountry,
  findTaken,
  findUserById,
  listMemberships,
  type UserRow,
} from "../store/users";
import { hashPassword, judgePassword } from "./passwords";

/** A new login. At an agency's door its owner becomes a pilgrim there; elsewhere belongs nowhere yet.
 * @throws Fault `identifier_taken` with the field */
export const register = command({
  name: "identity.register",
  fence: "platform",
  input: RegisterInput,
  prepare: async (call, input) => {
    const phone = input.phone === undefined ? undefined : await phoneOf(call, input.phone);
    const { password, guestToken, ...rest } = input;
    const isProven = guestToken !== undefined && (await provesPhone(call, guestToken, phone));
    const identifiers = identifiersOf({ ...rest, phone });
    judgePassword(password, [...identifiers.map(({ value }) => value), input.phone]);
    return { ...rest, phone, isProven, passwordHash: await hashPassword(password) };
  },
  load: nothing,
  allow: anyone,
  run: async (work, { name, isProven, ...given }): Promise<User> => {
    const shown = isProven ? { phoneProvenAt: work.now, passwordBy: "phone" as const } : {};
    const user = await addLogin(work, { personName: name, ...given, ...shown, passwordAt: work.now });
    await belong(work, user);
    return userOf(user, await listMemberships(work, user.id));
  },
});

type NewLogin = { personName: string } & Partial<
  Pick<UserRow, "email" | "phone" | "username" | "locale" | "emailProvenAt" | "phoneProvenAt">
> &
  Partial<Pick<UserRow, "passwordHash" | "passwordBy" | "passwordAt">>;

/** Adds a login that belongs nowhere yet. @throws Fault `identifier_taken` with the field */
export async function addLogin(work: Work, { locale = work.locale, ...given }: NewLogin): Promise<UserRow> {
  const id = newId();
  if (!(await addUser(work, { ...given, id, locale, createdAt: work.now }))) {
    throw conflict("identifier_taken", { field: await findTaken(work, identifiersOf(given)) });
  }
  const user = await findUserById(work, id);
  if (!user) throw new Error("A user that was just added is not there.");
  return user;
}

/** At an agency's door who is new becomes a pilgrim there. */
export async function belong(work: Work, user: UserRow): Promise<void> {
  if (work.agencyId) await addPilgrim(work, work.agencyId, user);
}

/** A guest showed already that this phone is theirs. @throws Fault `validation` for the token of another phone, or an old one */
async function provesPhone(call: Call, token: string, phone: string | undefined): Promise<boolean> {
  const guest = await call.transact("platform", true, (tx) => findGuest({ tx }, token, call.now));
  if (!guest || guest.phone !== phone) throw invalid("guestToken", "invalid_format");
  return true;
}

async function phoneOf(call: Call, typed: string): Promise<string> {
  const { agencyId } = call;
  const country = agencyId ? await call.transact("platform", true, (tx) => findCountry({ tx }, agencyId)) : null;
  const phone = normalisePhone(typed, country ?? HOME_COUNTRY);
  if (!phone) throw invalid("phone", "invalid_format");
  return phone;
}

type Named = Partial<Record<Identifier["kind"], string | null>>;

function identifiersOf(given: Named): Identifier[] {
  const found = (["email", "phone", "username"] as const).flatMap((kind) => {
    const value = given[kind];
    return value ? [{ kind, value }] : [];
  });
  if (found.length > 0) return found;
  throw new Fault("invalid", "validation", {
    fields: { email: ["required"], phone: ["required"], username: ["required"] },
  });
}
