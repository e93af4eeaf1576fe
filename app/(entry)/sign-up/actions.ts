"use server";

import type { z } from "zod";
import type { SignUpAnswer } from "@/components/entry/sign-up-form";
import type { RegisterInput } from "@/lib/identity/contract";
import { registerVisitor } from "@/server/doors/sign-up";

/** Makes the login; the form then signs in with it, so that no token passes through here. */
export async function signUp(input: z.input<typeof RegisterInput>): Promise<SignUpAnswer> {
  return registerVisitor(input);
}
