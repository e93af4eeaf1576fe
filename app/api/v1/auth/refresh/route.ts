import { TokenPair } from "@/lib/identity/contract";
import { endpoint } from "@/server/doors/http";
import { refresh } from "@/server/doors/token-pair";

export const POST = endpoint(refresh, {
  output: TokenPair,
  anonymous: true,
  summary: "Trade a refresh token for the next",
});
