import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { PageHeader } from "@/components/shell/headers";
import { ListFilter } from "@/components/shell/list-filter";
import { listPages } from "@/components/shell/list-pages";
import { type RawQuery, readListQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { ExportProducts } from "@/components/shop/export-products";
import { ProductsTable } from "@/components/shop/products-table";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { mayChangeProducts, mayExportProducts } from "@/lib/shop/policy";
import { listProducts } from "@/lib/shop/queries/products";
import { pageCall, read } from "@/server/doors/page";
import { KeptViews } from "../kept-views";
import { exportAll } from "./actions";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = titled("shop.products");

/** What the agency sells beside trips, with what is left. */
export default async function ProductsPage({ params, searchParams }: Props) {
  const { agency } = await params;
  const home = `/a/${agency}/office/products`;
  const call = await pageCall(agency, "office", home);
  const query = readListQuery(await searchParams, { q: "text" });
  const [page, t] = await Promise.all([
    read(listProducts(call, { q: query.q, cursor: query.cursor, limit: 25 })),
    getTranslations("shop"),
  ]);
  const act =
    mayChangeProducts(call.actor) && !call.readOnly ? (
      <LinkButton href={`${home}/new`} kind="primary">
        {t("new")}
      </LinkButton>
    ) : null;
  const file = <ExportProducts query={{ q: query.q }} read={exportAll.bind(null, agency)} />;
  return (
    <Speak namespaces={["shop"]}>
      <PageHeader
        title={t("products")}
        actions={
          <>
            <KeptViews {...{ call, agency, home, query }} place="products" />
            {mayExportProducts(call.actor) ? file : null}
            {act}
          </>
        }
      />
      <ListFilter home={home} query={query} search={t("search")} />
      <ProductsTable
        products={page.data}
        home={home}
        footer={listPages(home, query, page)}
        empty={<EmptyState title={t("none")} text={t("noneText")} action={act} />}
      />
    </Speak>
  );
}
