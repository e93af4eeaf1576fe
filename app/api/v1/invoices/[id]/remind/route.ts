import { remindInvoice } from "@/lib/invoices/commands/remind";
import { RemindedInvoice } from "@/lib/invoices/contract/invoice";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(remindInvoice, {
  output: RemindedInvoice,
  summary: "Ask its payer for what is still owed",
});
