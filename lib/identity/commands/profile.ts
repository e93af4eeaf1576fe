import { command } from "@/lib/kernel/command";
import { ProfileInput, type User } from "../contract";
import { isOwn } from "../policy";
import { ownUser, userOf } from "../queries";
import { renameMemberships, setUser } from "../store/users";

/** What people say about themselves. Identifiers change only with proof, elsewhere. */
export const updateProfile = command({
  name: "identity.update_profile",
  fence: "platform",
  input: ProfileInput,
  evenReadOnly: true,
  load: ownUser,
  allow: (actor, { user }) => isOwn(actor, { userId: user.id }),
  run: async (work, { name, locale, timeZone }, { user, memberships }): Promise<User> => {
    const change = {
      ...(name === undefined ? {} : { personName: name }),
      ...(locale === undefined ? {} : { locale }),
      ...(timeZone === undefined ? {} : { timeZone }),
    };
    if (name !== undefined) await renameMemberships(work, user.id, user.personName, name);
    return userOf(await setUser(work, user, change), memberships);
  },
});
