import { remindInvoice } from "@/lib/invoices/commands/remind";
import { Invoice } from "@/lib/invoices/contract/invoice";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(remindInvoice, { output: Invoice, summary: "Ask its payer for what is still owed" });
