import { setRules } from "@/lib/travel/commands/rules";
import { Rules } from "@/lib/travel/contract/rules";
import { readRules } from "@/lib/travel/queries/rules";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readRules, { output: Rules, summary: "The rules that hold for a departure" });
export const PUT = endpoint(setRules, {
  output: Rules,
  summary: "Give a departure rules of its own, or take them back",
});
