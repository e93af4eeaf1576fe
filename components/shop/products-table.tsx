import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { type Column, Table, TwoLines } from "@/components/ui/table";
import { formatMoney } from "@/lib/i18n/formats";
import type { Product } from "@/lib/shop/contract/product";

type ProductsTableProps = { products: readonly Product[]; home: string; footer: ReactNode; empty: ReactNode };

/** What is sold, by which kinds, and how much of each is left. */
export function ProductsTable({ products, home, footer, empty }: ProductsTableProps) {
  const t = useTranslations("shop");
  const locale = useLocale();
  const columns: Column<Product>[] = [
    {
      id: "product",
      header: t("columns.product"),
      cell: ({ id, name, text, mayChange }) => {
        const words = (
          <TwoLines first={<bdi>{name}</bdi>} second={text ? <bdi className="line-clamp-1">{text}</bdi> : null} />
        );
        return mayChange ? <Link href={`${home}/${id}`}>{words}</Link> : words;
      },
    },
    {
      id: "kinds",
      header: t("columns.kinds"),
      card: "below",
      cell: ({ variants }) =>
        variants.map(({ id, name, price, left }) => (
          <span key={id} className="tn block">
            <bdi>{name}</bdi>&nbsp;· {formatMoney(locale, price)}&nbsp;· {t("left", { count: left })}
          </span>
        )),
    },
    {
      id: "state",
      header: t("columns.state"),
      card: "badge",
      cell: ({ published }) => (
        <Badge status={published ? "ok" : "notYet"}>{t(published ? "published" : "hidden")}</Badge>
      ),
    },
  ];
  return (
    <Table label={t("products")} columns={columns} rows={products} rowKey={({ id }) => id} {...{ footer, empty }} />
  );
}
