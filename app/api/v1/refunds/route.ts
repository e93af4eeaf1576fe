import { RefundPage } from "@/lib/payments/contract/refund";
import { listRefunds } from "@/lib/payments/queries/refunds";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listRefunds, { output: RefundPage, summary: "List the refunds you may see" });
