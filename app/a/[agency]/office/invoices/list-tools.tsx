import { ExportInvoices } from "@/components/invoices/export-invoices";
import type { InvoiceViewName } from "@/components/invoices/invoice-views";
import { mayExportInvoices } from "@/lib/invoices/policy";
import type { PageCall } from "@/server/doors/page";
import { KeptViews } from "../kept-views";
import { exportAll } from "./actions";

type Query = { q?: string; view?: InvoiceViewName };
type ListToolsProps = { call: PageCall; agency: string; home: string; query: Query };

/** Beside the title of the list: the reader's own views of it, and the file. */
export function ListTools({ call, agency, home, query }: ListToolsProps) {
  const { q, view } = query;
  const read = exportAll.bind(null, agency);
  return (
    <>
      <KeptViews {...{ call, agency, home, query }} place="invoices" />
      {mayExportInvoices(call.actor) ? <ExportInvoices query={{ q, ...(view && { view }) }} read={read} /> : null}
    </>
  );
}
