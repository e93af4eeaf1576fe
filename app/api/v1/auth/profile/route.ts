import { updateProfile } from "@/lib/identity/commands/profile";
import { User } from "@/lib/identity/contract";
import { readProfile } from "@/lib/identity/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readProfile, { output: User, summary: "Read my profile" });
export const PATCH = endpoint(updateProfile, { output: User, summary: "Change my profile" });
