"use server";

import type { z } from "zod";
import type { SignUpAnswer } from "@/components/entry/sign-up-form";
import { register } from "@/lib/identity/commands/register";
import type { RegisterInput } from "@/lib/identity/contract";
import { entryAction } from "@/server/doors/entry";

/** Makes the login; the form then signs in with it, so that no token passes through here. */
export async function signUp(input: z.input<typeof RegisterInput>, agency: string | null): Promise<SignUpAnswer> {
  return entryAction(register, "call")(input, agency);
}
