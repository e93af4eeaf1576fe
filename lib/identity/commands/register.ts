import type { Call } from "@/lib/kernel/call";
import { anyone, command, nothing } from "@/lib/kernel/command";
import { conflict, Fault, invalid } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { RegisterInput, type User } from "../contract";
import { userOf } from "../queries";
import { HOME_COUNTRY, type Identifier, normalisePhone } from "../rules";
import { addPilgrim, addUser, findCountry, findTaken, findUserById, listMemberships } from "../store";
import { hashPassword } from "./passwords";

/** A new login. At an agency's door its owner becomes a pilgrim there; elsewhere belongs nowhere yet.
 * @throws Fault `identifier_taken` with the field */
export const register = command({
  name: "identity.register",
  fence: "platform",
  input: RegisterInput,
  prepare: async (call, input) => {
    const phone = input.phone === undefined ? undefined : await phoneOf(call, input.phone);
    const { password, ...rest } = input;
    const identifiers = identifiersOf({ ...rest, phone });
    judgePassword(password, [...identifiers.map(({ value }) => value), ...(input.phone ? [input.phone] : [])]);
    return { ...rest, phone, identifiers, passwordHash: await hashPassword(password) };
  },
  load: nothing,
  allow: anyone,
  run: async (work, { name, email, phone, username, locale, identifiers, passwordHash }): Promise<User> => {
    const id = newId();
    const row = { id, personName: name, email, phone, username, passwordHash, locale: locale ?? work.locale };
    if (!(await addUser(work, { ...row, createdAt: work.now }))) {
      throw conflict("identifier_taken", { field: await findTaken(work, identifiers) });
    }
    if (work.agencyId) await addPilgrim(work, work.agencyId, { id, personName: name, phone: phone ?? null });
    const [user, memberships] = await Promise.all([findUserById(work, id), listMemberships(work, id)]);
    if (!user) throw new Error("A user that was just added is not there.");
    return userOf(user, memberships);
  },
});

async function phoneOf(call: Call, typed: string): Promise<string> {
  const { agencyId } = call;
  const country = agencyId ? await call.transact("platform", true, (tx) => findCountry({ tx }, agencyId)) : null;
  const phone = normalisePhone(typed, country ?? HOME_COUNTRY);
  if (!phone) throw invalid("phone", "invalid_format");
  return phone;
}

function identifiersOf(given: { email?: string; phone?: string; username?: string }): Identifier[] {
  const found = (["email", "phone", "username"] as const).flatMap((kind) => {
    const value = given[kind];
    return value === undefined ? [] : [{ kind, value }];
  });
  if (found.length > 0) return found;
  throw new Fault("invalid", "validation", {
    fields: { email: ["required"], phone: ["required"], username: ["required"] },
  });
}

function judgePassword(password: string, names: string[]) {
  const same = (name: string) => name.toLowerCase() === password.trim().toLowerCase();
  if (names.some(same)) throw invalid("password", "same_as_identifier");
}
