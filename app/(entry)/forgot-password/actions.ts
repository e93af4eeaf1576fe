"use server";

import type { z } from "zod";
import { forgotPassword } from "@/lib/identity/commands/change-password";
import type { ForgotInput } from "@/lib/identity/contract";
import { entryAction } from "@/server/doors/entry";

/** The answer is the same whether somebody is there or not. */
export async function sendLink(input: z.input<typeof ForgotInput>, agency: string | null) {
  return entryAction(forgotPassword, "code")(input, agency);
}
