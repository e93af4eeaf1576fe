import { Statistics } from "@/lib/agencies/contract/platform";
import { readStatistics } from "@/lib/agencies/queries/platform";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readStatistics, { output: Statistics, summary: "Figures across agencies" });
