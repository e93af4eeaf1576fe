import { SignedIn } from "@/lib/identity/contract";
import { endpoint } from "@/server/doors/http";
import { logIn } from "@/server/doors/token-pair";

export const POST = endpoint(logIn, { output: SignedIn, counting: "login", anonymous: true, summary: "Log in" });
