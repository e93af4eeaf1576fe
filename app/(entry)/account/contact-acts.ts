"use server";

import type { z } from "zod";
import { confirmContact, sendContactCode } from "@/lib/identity/commands/contacts";
import type { ConfirmContactInput, OwnContact } from "@/lib/identity/contract";
import { ownAction } from "@/server/doors/entry";

export async function sendCode(input: z.input<typeof OwnContact>) {
  return ownAction(sendContactCode)(input);
}

export async function confirm(input: z.input<typeof ConfirmContactInput>) {
  return ownAction(confirmContact, "password")(input);
}
