import { approveRefund } from "@/lib/payments/commands/refunds";
import { Refund } from "@/lib/payments/contract/refund";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(approveRefund, { output: Refund, summary: "Approve a refund" });
