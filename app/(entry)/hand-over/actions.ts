"use server";

import { handOver } from "@/lib/identity/commands/hand-over";
import { ownAction } from "@/server/doors/entry";

export async function takeAlong() {
  return ownAction(handOver)({});
}
