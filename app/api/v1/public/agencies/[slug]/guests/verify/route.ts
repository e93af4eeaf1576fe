import { verifyGuest } from "@/lib/identity/commands/guests";
import { GuestSession } from "@/lib/identity/contract";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(verifyGuest, {
  output: GuestSession,
  counting: "login",
  secret: true,
  anonymous: true,
  summary: "Come in as a guest",
});
