import { Liability } from "@/lib/savings/contract/out";
import { readLiability } from "@/lib/savings/queries/totals";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readLiability, { output: Liability, summary: "What is owed to all savers together" });
