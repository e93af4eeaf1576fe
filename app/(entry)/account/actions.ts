"use server";

import type { z } from "zod";
import { changePassword } from "@/lib/identity/commands/change-password";
import { endSession, logOutEverywhere } from "@/lib/identity/commands/log-out";
import { updateProfile } from "@/lib/identity/commands/profile";
import type { ChangePasswordInput, ProfileInput, SessionInput } from "@/lib/identity/contract";
import { ownAction } from "@/server/doors/entry";

export async function saveProfile(input: z.input<typeof ProfileInput>) {
  return ownAction(updateProfile)(input);
}

export async function setPassword(input: z.input<typeof ChangePasswordInput>) {
  return ownAction(changePassword, "password")(input);
}

export async function endDevice(input: z.input<typeof SessionInput>) {
  return ownAction(endSession)(input);
}

export async function leaveEverywhere() {
  return ownAction(logOutEverywhere)({});
}
