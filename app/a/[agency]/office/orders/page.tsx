import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { PageHeader } from "@/components/shell/headers";
import { listHref, type RawQuery, readListQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { OrdersBoard } from "@/components/shop/orders-board";
import { PickUp } from "@/components/shop/pick-up";
import { readAgency } from "@/lib/agencies/queries/agency";
import { OrderState } from "@/lib/shop/contract/order";
import { listOrders, readOrder } from "@/lib/shop/queries/orders";
import { pageCall, read } from "@/server/doors/page";
import { payWay } from "../pay-way";
import { orderActs } from "./acts";
import { ListTools } from "./list-tools";
import { readMeant } from "./meant";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };
export const generateMetadata = titled("shop.orders");

/** Every order in reach, with the one that is open beside the list. */
export default async function OrdersPage({ params, searchParams }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/office/orders`;
  const call = await pageCall(slug, "office", home);
  const shape = { q: "text", state: OrderState.options, sort: ["oldest"], open: "id", code: "text" } as const;
  const { code, ...query } = readListQuery(await searchParams, shape);
  const { q, state, sort, cursor, open } = query;
  const meant = await readMeant(call, code);
  if (meant.id) redirect(listHref(home, {}, { open: meant.id }));
  const [page, order, payHref, agency, t] = await Promise.all([
    read(listOrders(call, { q, state, sort, cursor, limit: 25 })),
    open ? read(readOrder(call, { id: open })) : null,
    open ? payWay(call, slug, open) : null,
    read(readAgency(call, {})),
    getTranslations("shop"),
  ]);
  const acts = call.readOnly ? null : orderActs(slug);
  return (
    <Speak namespaces={["shop"]}>
      <PageHeader title={t("orders")} actions={<ListTools {...{ call, home, query }} agency={slug} />} />
      <PickUp home={home} unknown={meant.unknown} />
      <OrdersBoard {...{ home, query, page, order, payHref, acts }} zone={agency.timeZone} />
    </Speak>
  );
}
