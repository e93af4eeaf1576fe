import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { type Column, Table, TwoLines } from "@/components/ui/table";
import type { InvoiceRow } from "@/lib/invoices/contract/invoice";
import { LOOK_STATUS, lookOf, useInvoiceWords } from "./words";

type InvoicesTableProps = {
  home: string;
  invoices: readonly InvoiceRow[];
  zone: string;
  /** Server time, ms. */
  now: number;
  /** The reader's own: what each is for comes first, since the payer is always the same. */
  mine?: boolean;
  footer?: ReactNode;
  empty: ReactNode;
};

/** Who owes what, by when, and how much came in. */
export function InvoicesTable({ home, invoices, zone, now, mine, footer, empty }: InvoicesTableProps) {
  const t = useTranslations("payments");
  const { money, day } = useInvoiceWords(zone);
  const columns: Column<InvoiceRow>[] = [
    {
      id: "payer",
      header: t(mine ? "columns.title" : "columns.payer"),
      cell: (row) => (
        <Link href={`${home}/${row.id}`} className="flex min-h-10 items-center">
          <TwoLines
            first={<bdi>{mine ? row.title : row.payerName}</bdi>}
            second={
              <>
                <bdi dir="ltr">{row.number}</bdi>
                {mine ? null : (
                  <>
                    {" · "}
                    <bdi>{row.title}</bdi>
                  </>
                )}
              </>
            }
          />
        </Link>
      ),
    },
    { id: "due", header: t("columns.due"), cell: ({ dueAt }) => (dueAt ? day(dueAt) : "–") },
    {
      id: "total",
      header: t("columns.total"),
      align: "end",
      card: "figure",
      cell: ({ total, currency }) => <span className="font-semibold">{money(total, currency)}</span>,
    },
    { id: "paid", header: t("columns.paid"), align: "end", cell: ({ paid, currency }) => money(paid, currency) },
    {
      id: "state",
      header: t("columns.state"),
      card: "badge",
      cell: (row) => <Badge status={LOOK_STATUS[lookOf(row, now)]}>{t(`look.${lookOf(row, now)}`)}</Badge>,
    },
  ];
  return <Table label={t("invoices")} rows={invoices} rowKey={({ id }) => id} {...{ columns, footer, empty }} />;
}
