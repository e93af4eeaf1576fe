import { resetPassword } from "@/lib/identity/commands/change-password";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(resetPassword, {
  counting: "link",
  secret: true,
  anonymous: true,
  summary: "Set a new password by the link",
});
