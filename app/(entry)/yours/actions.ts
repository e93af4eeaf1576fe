"use server";

import type { z } from "zod";
import { settleKeys } from "@/lib/identity/commands/keys";
import type { SettleKeysInput } from "@/lib/identity/contract";
import { ownAction } from "@/server/doors/entry";

export async function settle(input: z.input<typeof SettleKeysInput>) {
  return ownAction(settleKeys)(input);
}
