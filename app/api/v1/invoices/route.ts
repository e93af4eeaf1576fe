import { InvoicePage } from "@/lib/invoices/contract/invoice";
import { listInvoices } from "@/lib/invoices/queries/invoices";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listInvoices, { output: InvoicePage, summary: "List the invoices you may see" });
