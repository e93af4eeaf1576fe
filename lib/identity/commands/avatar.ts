import { isPerson } from "@/lib/kernel/actor";
import type { Call, Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { newId } from "@/lib/kernel/ids";
import { redraw } from "@/lib/kernel/picture";
import { AvatarInput, NoInput, type User } from "../contract";
import { avatarDropped } from "../facts";
import { isOwn } from "../policy";
import { ownUser, userOf } from "../queries";
import { avatarKey } from "../rules";
import { lockUser, setAvatarEverywhere, setUser } from "../store/users";
import { unauthenticated } from "./open-session";

const EDGE = 256;

async function keepFile(call: Call, userId: string, file: Uint8Array): Promise<string> {
  const { data } = await redraw(file, { edge: EDGE, quality: 82, fit: "cover" });
  const avatar = newId();
  await call.ports.files.put(avatarKey(userId, avatar), data, { type: "image/webp" });
  return avatar;
}

type Mine = Awaited<ReturnType<typeof ownUser>>;
/** The memberships come before the login, as where a person is erased. What the login has then is what goes: of two pictures
 * sent at once the second takes the place of the first. */
async function change(work: Work, { user: { id }, memberships }: Mine, avatar: string | null): Promise<User> {
  await setAvatarEverywhere(work, id, avatar);
  const user = await lockUser(work, id);
  if (!user || user.erasedAt) {
    if (avatar) await work.ports.files.remove(avatarKey(id, avatar));
    throw unauthenticated();
  }
  if (user.avatar) work.tell(avatarDropped, { userId: id, avatar: user.avatar });
  return userOf(await setUser(work, user, { avatar }), memberships);
}

const mine = { load: ownUser, allow: (actor: Call["actor"], { user }: Mine) => isOwn(actor, { userId: user.id }) };

/** My picture. @throws Fault `photo_invalid` for what is no picture */
export const setAvatar = command({
  name: "identity.set_avatar",
  fence: "platform",
  input: AvatarInput,
  evenReadOnly: true,
  prepare: async (call, { file }) => {
    if (!isPerson(call.actor)) throw unauthenticated();
    return { avatar: await keepFile(call, call.actor.userId, file) };
  },
  ...mine,
  run: (work, { avatar }, me) => change(work, me, avatar),
});

/** Back to my initials. */
export const dropAvatar = command({
  name: "identity.drop_avatar",
  fence: "platform",
  input: NoInput,
  evenReadOnly: true,
  ...mine,
  run: (work, _input, me) => change(work, me, null),
});
