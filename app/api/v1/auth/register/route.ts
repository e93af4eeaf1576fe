import { SignedIn } from "@/lib/identity/contract";
import { endpoint } from "@/server/doors/http";
import { register } from "@/server/doors/token-pair";

export const POST = endpoint(register, { output: SignedIn, status: 201, anonymous: true, summary: "Make a login" });
