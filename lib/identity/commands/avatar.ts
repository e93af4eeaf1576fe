import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { isPerson } from "@/lib/kernel/actor";
import type { Call, Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { Fault } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { AvatarInput, NoInput, type User } from "../contract";
import { avatarDropped } from "../facts";
import { isOwn } from "../policy";
import { ownUser, userOf } from "../queries";
import { avatarKey } from "../rules";
import { setAvatarEverywhere, setUser } from "../store/users";
import { unauthenticated } from "./open-session";

const TYPES = new Set(["image/jpeg", "image/png", "image/webp", "image/avif", "image/gif"]);
const EDGE = 256;
/** A picture of a few kilobytes may unpack to gigabytes. */
const PIXELS = 60_000_000;
const noPicture = () => new Fault("invalid", "photo_invalid");

/** Drawn anew, upright and square, without what the camera wrote beside it. */
async function redraw(call: Call, userId: string, file: Uint8Array): Promise<string> {
  const type = await fileTypeFromBuffer(file);
  if (!type || !TYPES.has(type.mime)) throw noPicture();
  const drawn = await sharp(file, { limitInputPixels: PIXELS, failOn: "error" })
    .rotate()
    .resize(EDGE, EDGE, { fit: "cover" })
    .webp({ quality: 82 })
    .toBuffer()
    .catch(() => {
      throw noPicture();
    });
  const avatar = newId();
  await call.ports.files.put(avatarKey(userId, avatar), drawn, { type: "image/webp" });
  return avatar;
}

type Mine = Awaited<ReturnType<typeof ownUser>>;
async function change(work: Work, { user, memberships }: Mine, avatar: string | null): Promise<User> {
  if (user.avatar) work.tell(avatarDropped, { userId: user.id, avatar: user.avatar });
  await setAvatarEverywhere(work, user.id, avatar);
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
    return { avatar: await redraw(call, call.actor.userId, file) };
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
