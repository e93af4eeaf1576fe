import { every, on, type Task } from "@/lib/kernel/task";
import { forgetCodes } from "./commands/forget-codes";
import { avatarDropped } from "./facts";
import { avatarKey } from "./rules";

export const tasks: Task[] = [
  every("37 * * * *", "identity.forget_codes", (call) => forgetCodes(call, {})),
  on(avatarDropped, "identity.remove_avatar", (_call, { userId, avatar }, { files }) =>
    files.remove(avatarKey(userId, avatar)),
  ),
];
