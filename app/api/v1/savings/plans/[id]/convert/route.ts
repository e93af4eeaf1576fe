import { convertSavings } from "@/lib/savings/commands/convert";
import { Converted } from "@/lib/savings/contract/convert";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(convertSavings, { output: Converted, status: 201, summary: "Turn savings into seats" });
