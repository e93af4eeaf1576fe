"use server";

import type { z } from "zod";
import { changeContact, confirmContactChange } from "@/lib/identity/commands/change-contact";
import { confirmContact, sendContactCode } from "@/lib/identity/commands/contacts";
import type { ChangeContactInput, ConfirmContactInput, OwnContact } from "@/lib/identity/contract";
import { ownAction } from "@/server/doors/entry";

export async function send(input: z.input<typeof OwnContact>) {
  return ownAction(sendContactCode)(input);
}

export async function confirm(input: z.input<typeof ConfirmContactInput>) {
  return ownAction(confirmContact, "password")(input);
}

export async function change(input: z.input<typeof ChangeContactInput>) {
  return ownAction(changeContact, "contact")(input);
}

export async function confirmChange(input: z.input<typeof ConfirmContactInput>) {
  return ownAction(confirmContactChange, "password")(input);
}
