import { setTripRules } from "@/lib/travel/commands/rules";
import { Rules } from "@/lib/travel/contract/rules";
import { readTripRules } from "@/lib/travel/queries/rules";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readTripRules, { output: Rules, summary: "The rules that hold for a departure" });
export const PUT = endpoint(setTripRules, {
  output: Rules,
  summary: "Give a departure rules of its own, or take them back",
});
