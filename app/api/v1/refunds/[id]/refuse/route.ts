import { refuseRefund } from "@/lib/payments/commands/refunds";
import { Refund } from "@/lib/payments/contract/refund";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(refuseRefund, { output: Refund, summary: "Refuse a refund" });
