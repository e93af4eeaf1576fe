import { forgotPassword } from "@/lib/identity/commands/change-password";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(forgotPassword, {
  status: 202,
  counting: "code",
  anonymous: true,
  summary: "Ask for a link to a new password",
});
