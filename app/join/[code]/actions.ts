"use server";

import type { z } from "zod";
import { joinGroup } from "@/lib/groups/commands/join-group";
import type { JoinGroup } from "@/lib/groups/contract";
import { codeAction } from "@/server/doors/join";

const use = codeAction(joinGroup);

export async function join(input: z.input<typeof JoinGroup>) {
  return use(input);
}
