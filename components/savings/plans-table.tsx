import { useTranslations } from "next-intl";
import { listFoot } from "@/components/shell/list-foot";
import { isNarrowed } from "@/components/shell/list-query";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { SeatMeter } from "@/components/ui/seat-meter";
import { EmptyState } from "@/components/ui/states";
import { useSums } from "@/components/ui/sums";
import { type Column, Table, TwoLines } from "@/components/ui/table";
import type { Plan } from "@/lib/savings/contract/plan";
import { PlanBadge } from "./deposit-badge";
import type { PlansQuery } from "./plans-query";
import { useWords } from "./words";

type PlansTableProps = {
  home: string;
  query: PlansQuery;
  page: { data: readonly Plan[]; nextCursor: string | null };
};

/** Plans as rows, each leading to its statement. */
export function PlansTable({ home, query, page }: PlansTableProps) {
  const t = useTranslations("savings");
  const words = useWords();
  const { month } = words;
  const sums = useSums(page.data);
  const columns: Column<Plan>[] = [
    {
      id: "saver",
      header: t("columns.saver"),
      cell: ({ id, personName, name }) => (
        <Link href={`${home}/${id}`} className="flex min-h-10 items-center">
          <TwoLines first={<bdi>{personName}</bdi>} second={<bdi>{name}</bdi>} />
        </Link>
      ),
    },
    sums({ id: "balance", header: t("columns.balance"), card: "figure", money: ({ balance }) => balance }),
    {
      id: "progress",
      header: t("columns.progress"),
      className: "md:w-52",
      cell: ({ balance, checking, target, percent }) => (
        <SeatMeter
          sold={balance.amount}
          held={checking.amount}
          total={target.amount}
          sentence={t("reached", { percent: words.percent(percent) })}
        />
      ),
    },
    {
      id: "finish",
      header: t("columns.finish"),
      cell: ({ finishMonth }) => (finishMonth ? month(finishMonth) : t("enough")),
    },
    { id: "state", header: t("columns.status"), card: "badge", cell: ({ state }) => <PlanBadge state={state} /> },
  ];
  return (
    <Table
      label={t("title")}
      columns={columns}
      rows={page.data}
      rowKey={({ id }) => id}
      footer={listFoot(home, query, page)}
      empty={
        isNarrowed(query) ? (
          <EmptyState
            title={t("office.noMatch")}
            text={t("office.noMatchText")}
            action={<LinkButton href={home}>{t("office.showAll")}</LinkButton>}
          />
        ) : (
          <EmptyState title={t("office.noneTitle")} text={t("office.noneText")} />
        )
      }
    />
  );
}
