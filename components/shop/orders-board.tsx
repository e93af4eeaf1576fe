import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { listFoot } from "@/components/shell/list-foot";
import { listHref } from "@/components/shell/list-query";
import { EmptyState } from "@/components/ui/states";
import type { Order, OrderRow } from "@/lib/shop/contract/order";
import { OrderFilter } from "./order-filter";
import { OrderSide } from "./order-side";
import { OrdersTable } from "./orders-table";

type OrdersBoardProps = Omit<ComponentProps<typeof OrderSide>, "order" | "close"> & {
  home: string;
  query: { q?: string; state?: string; open?: string; cursor?: string; trail: string[] };
  page: { data: OrderRow[]; nextCursor: string | null };
  order: Order | null;
};

/** The list with the order that is open beside it; on a narrow screen one or the other. */
export function OrdersBoard({ home, query, page, order, zone, ...desk }: OrdersBoardProps) {
  const t = useTranslations("shop.order");
  const { q, state, open, cursor, trail } = query;
  const none = q || state ? "noneHere" : "none";
  // The open order makes no new list: the page stays where it is.
  const hrefOf = (id: string | undefined) => listHref(home, query, { open: id, cursor, trail });
  return (
    <div className={order ? "grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]" : ""}>
      <div className={order ? "min-w-0 max-lg:hidden" : ""}>
        <OrderFilter home={home} query={query} />
        <OrdersTable
          orders={page.data}
          {...{ hrefOf, zone, openId: open, footer: listFoot(home, query, page) }}
          empty={<EmptyState title={t(none)} text={t(`${none}Text`)} />}
        />
      </div>
      {order ? <OrderSide {...{ order, zone, ...desk }} close={hrefOf(undefined)} /> : null}
    </div>
  );
}
