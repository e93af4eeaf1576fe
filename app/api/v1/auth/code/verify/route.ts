import { SignedIn } from "@/lib/identity/contract";
import { endpoint } from "@/server/doors/http";
import { logInByCode } from "@/server/doors/token-pair";

export const POST = endpoint(logInByCode, {
  output: SignedIn,
  counting: "login",
  anonymous: true,
  summary: "Log in by a code",
});
