import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { useSums } from "@/components/ui/sums";
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
  const { day } = useInvoiceWords(zone);
  const sums = useSums(invoices);
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
                    {"\u00a0· "}
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
    sums({
      id: "total",
      header: t("columns.total"),
      card: "figure",
      money: ({ total }) => total,
      cell: (sum) => <span className="font-semibold">{sum}</span>,
    }),
    sums({ id: "paid", header: t("columns.paid"), money: ({ paid }) => paid }),
    {
      id: "state",
      header: t("columns.state"),
      card: "badge",
      cell: (row) => <Badge status={LOOK_STATUS[lookOf(row, now)]}>{t(`look.${lookOf(row, now)}`)}</Badge>,
    },
  ];
  return <Table label={t("invoices")} rows={invoices} rowKey={({ id }) => id} {...{ columns, footer, empty }} />;
}
