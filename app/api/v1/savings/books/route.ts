import { Books } from "@/lib/savings/contract/out";
import { checkBooks } from "@/lib/savings/queries/totals";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(checkBooks, { output: Books, summary: "Check the books: chain, sums and balances" });
