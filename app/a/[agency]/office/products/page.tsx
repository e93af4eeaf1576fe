import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { PageHeader } from "@/components/shell/headers";
import { listFoot } from "@/components/shell/list-foot";
import { isNarrowed, type RawQuery, readListQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { ProductFilter } from "@/components/shop/product-filter";
import { ProductsTable } from "@/components/shop/products-table";
import { LinkButton } from "@/components/ui/link-button";
import { EmptyState } from "@/components/ui/states";
import { ProductState } from "@/lib/shop/contract/product";
import { mayChangeProducts } from "@/lib/shop/policy";
import { listProducts } from "@/lib/shop/queries/products";
import { pageCall, read } from "@/server/doors/page";
import { ListTools } from "./list-tools";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = titled("shop.products");

/** What the agency sells beside trips, with what is left. */
export default async function ProductsPage({ params, searchParams }: Props) {
  const { agency } = await params;
  const home = `/a/${agency}/office/products`;
  const call = await pageCall(agency, "office", home);
  const query = readListQuery(await searchParams, { q: "text", state: ProductState.options, sort: ["name"] });
  const { q, state, sort, cursor } = query;
  const [page, t] = await Promise.all([
    read(listProducts(call, { q, state, sort, cursor, limit: 25 })),
    getTranslations("shop"),
  ]);
  const act =
    mayChangeProducts(call.actor) && !call.readOnly ? (
      <LinkButton href={`${home}/new`} kind="primary" icon={<Plus aria-hidden size={18} />}>
        {t("new")}
      </LinkButton>
    ) : null;
  const none = isNarrowed(query) ? "noneHere" : "none";
  return (
    <Speak namespaces={["shop"]}>
      <PageHeader
        title={t("products")}
        actions={
          <>
            <ListTools {...{ call, agency, home, query }} />
            {act}
          </>
        }
      />
      <ProductFilter {...{ home, query }} />
      <ProductsTable
        products={page.data}
        home={home}
        footer={listFoot(home, query, page)}
        empty={<EmptyState title={t(none)} text={t(`${none}Text`)} action={act} />}
      />
    </Speak>
  );
}
