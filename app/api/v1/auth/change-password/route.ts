import { changePassword } from "@/lib/identity/commands/change-password";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(changePassword, { counting: "password", secret: true, summary: "Change my password" });
