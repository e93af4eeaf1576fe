import { requestCode } from "@/lib/identity/commands/codes";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(requestCode, {
  status: 202,
  counting: "code",
  anonymous: true,
  summary: "Ask for a code",
});
