import { askTransfer } from "@/lib/invoices/commands/ask";
import { Invoice } from "@/lib/invoices/contract/invoice";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(askTransfer, {
  output: Invoice,
  summary: "Ask for the amount to transfer, by its own code",
});
