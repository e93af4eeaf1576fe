import { ExportProducts } from "@/components/shop/export-products";
import type { ListProducts } from "@/lib/shop/contract/product";
import { mayExportProducts } from "@/lib/shop/policy";
import type { PageCall } from "@/server/doors/page";
import { KeptViews } from "../kept-views";
import { exportAll } from "./actions";

type Query = Partial<Pick<ListProducts, "q" | "state" | "sort">>;
type ListToolsProps = { call: PageCall; agency: string; home: string; query: Query };

/** Beside the title of the list: the reader's own views of it, and the file. */
export function ListTools({ call, agency, home, query }: ListToolsProps) {
  const { q, state, sort } = query;
  return (
    <>
      <KeptViews {...{ call, agency, home, query }} place="products" />
      {mayExportProducts(call.actor) ? (
        <ExportProducts query={{ q, state, sort }} read={exportAll.bind(null, agency)} />
      ) : null}
    </>
  );
}
