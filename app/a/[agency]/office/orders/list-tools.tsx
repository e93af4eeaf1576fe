import { ExportOrders } from "@/components/shop/export-orders";
import type { OrderState } from "@/lib/shop/contract/order";
import { mayExportOrders } from "@/lib/shop/policy";
import type { PageCall } from "@/server/doors/page";
import { KeptViews } from "../kept-views";
import { exportAll } from "./actions";

type Query = { q?: string; state?: OrderState; sort?: "oldest" };
type ListToolsProps = { call: PageCall; agency: string; home: string; query: Query };

/** Beside the title of the list: the reader's own views of it, and the file. */
export function ListTools({ call, agency, home, query }: ListToolsProps) {
  const { q, state, sort } = query;
  return (
    <>
      <KeptViews {...{ call, agency, home, query }} place="orders" />
      {mayExportOrders(call.actor) ? (
        <ExportOrders query={{ q, state, sort }} read={exportAll.bind(null, agency)} />
      ) : null}
    </>
  );
}
