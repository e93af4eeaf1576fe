import { requestGuestCode } from "@/lib/identity/commands/guests";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(requestGuestCode, {
  status: 202,
  counting: "code",
  anonymous: true,
  summary: "Ask for a code as a guest",
});
