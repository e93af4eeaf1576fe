import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { useSums } from "@/components/ui/sums";
import { type Column, Table, TwoLines } from "@/components/ui/table";
import { formatMoney, formatShortDate } from "@/lib/i18n/formats";
import type { OrderRow } from "@/lib/shop/contract/order";
import { OrderBadge } from "./order-badge";

type OrdersTableProps = {
  orders: readonly OrderRow[];
  /** The address of the list with this order open beside it. */
  hrefOf: (id: string) => string;
  openId?: string;
  zone: string;
  footer: ReactNode;
  empty: ReactNode;
};

/** Who ordered, for how much, and where it stands. */
export function OrdersTable({ orders, hrefOf, openId, zone, footer, empty }: OrdersTableProps) {
  const t = useTranslations("shop");
  const locale = useLocale();
  const sums = useSums(orders);
  const columns: Column<OrderRow>[] = [
    {
      id: "buyer",
      header: t("columns.buyer"),
      cell: ({ id, code, buyerName, pieces }) => (
        <Link href={hrefOf(id)} scroll={false}>
          <TwoLines
            first={<bdi>{buyerName}</bdi>}
            second={
              <>
                <bdi dir="ltr">{code}</bdi>&nbsp;· {t("pieces", { count: pieces })}
              </>
            }
          />
        </Link>
      ),
    },
    { id: "date", header: t("columns.date"), cell: ({ createdAt }) => formatShortDate(locale, createdAt, { zone }) },
    sums({
      id: "total",
      header: t("columns.total"),
      card: "figure",
      money: ({ total }) => total,
      cell: (sum, { paid, rest }) => (
        <>
          {sum}
          {paid.amount > 0 && rest.amount > 0 ? (
            <span className="block text-ink-3">{t("order.rest", { amount: formatMoney(locale, rest) })}</span>
          ) : null}
        </>
      ),
    }),
    { id: "state", header: t("columns.state"), card: "badge", cell: (order) => <OrderBadge order={order} /> },
  ];
  return (
    <Table
      label={t("orders")}
      columns={columns}
      rows={orders}
      rowKey={({ id }) => id}
      selected={({ id }) => id === openId}
      {...{ footer, empty }}
    />
  );
}
