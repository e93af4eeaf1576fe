import { Invoice } from "@/lib/invoices/contract/invoice";
import { readInvoice } from "@/lib/invoices/queries/invoices";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readInvoice, { output: Invoice, summary: "One invoice: lines, instalments, payments" });
