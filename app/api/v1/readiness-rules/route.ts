import { setRules } from "@/lib/travel/commands/rules";
import { Rules } from "@/lib/travel/contract/rules";
import { readRules } from "@/lib/travel/queries/rules";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readRules, { output: Rules, summary: "By when items are due, and which block a manifest" });
export const PUT = endpoint(setRules, {
  output: Rules,
  summary: "Say by when items are due, and which block a manifest",
});
