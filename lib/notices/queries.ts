import { z } from "zod";
import { isSystem } from "@/lib/kernel/actor";
import { nothing } from "@/lib/kernel/command";
import { query } from "@/lib/kernel/query";
import { findContact, findGroupNames } from "./store/people";

/** How to write to a user; for tasks only. */
export const readContact = query({
  name: "notices.read_contact",
  input: z.strictObject({ userId: z.uuid() }),
  fence: "platform",
  load: nothing,
  allow: isSystem,
  run: (work, { userId }) => findContact(work, userId),
});

/** What a letter calls a group and its agency; for tasks only. */
export const readGroupNames = query({
  name: "notices.read_group_names",
  input: z.strictObject({ groupId: z.uuid() }),
  load: nothing,
  allow: isSystem,
  run: (work, { groupId }) => findGroupNames(work, groupId),
});
