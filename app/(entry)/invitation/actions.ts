"use server";

import type { z } from "zod";
import type { AcceptInvitation, ReadInvitation } from "@/lib/users/contract";
import { readInvitation } from "@/lib/users/queries";
import { acceptHere, entryAction } from "@/server/doors/entry";

export async function look(input: z.input<typeof ReadInvitation>) {
  return entryAction(readInvitation, "link")(input);
}

export async function accept(input: z.input<typeof AcceptInvitation>) {
  return acceptHere(input);
}
