"use server";

import type { z } from "zod";
import { requestCode } from "@/lib/identity/commands/codes";
import type { CodeInput } from "@/lib/identity/contract";
import { entryAction } from "@/server/doors/entry";

/** The answer is the same whether somebody is there or not. */
export async function sendCode(input: z.input<typeof CodeInput>, agency: string | null) {
  return entryAction(requestCode, "code")(input, agency);
}
