import { waiveItem } from "@/lib/travel/commands/rules";
import { Readiness } from "@/lib/travel/contract/readiness";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(waiveItem, { output: Readiness, summary: "Let pilgrims go without an item, and why" });
