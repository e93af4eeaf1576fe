import { requestRefund } from "@/lib/payments/commands/refunds";
import { Refund } from "@/lib/payments/contract/refund";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(requestRefund, { output: Refund, status: 201, summary: "Ask that money goes back" });
