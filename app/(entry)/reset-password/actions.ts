"use server";

import type { z } from "zod";
import { resetPassword } from "@/lib/identity/commands/change-password";
import type { ResetInput } from "@/lib/identity/contract";
import { entryAction } from "@/server/doors/entry";

export async function setPassword(input: z.input<typeof ResetInput>) {
  return entryAction(resetPassword, "link")(input);
}
