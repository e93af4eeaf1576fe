import { listInvoices, readInvoice } from "@/lib/invoices/queries/invoices";
import { type PageCall, read } from "@/server/doors/page";

/** Where the desk writes down what was paid for a booking or an order; null where nothing is owed, or it is not the reader's to keep. */
export async function payWay(call: PageCall, agency: string, subjectId: string): Promise<string | null> {
  const { data } = await read(listInvoices(call, { subjectId, limit: 1 }));
  const owed = data.find(({ state }) => state === "open" || state === "part_paid");
  if (!owed || call.readOnly) return null;
  const { mayKeep } = await read(readInvoice(call, { id: owed.id }));
  return mayKeep ? `/a/${agency}/office/invoices/${owed.id}#pay` : null;
}
