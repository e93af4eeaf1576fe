"use client";

import { CircleCheck, CircleDashed, Minus, ShieldCheck, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Choose } from "@/components/shell/choose";
import { ChosenBar, useChosen } from "@/components/shell/chosen";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { type Column, Table, TwoLines } from "@/components/ui/table";
import { formatList } from "@/lib/i18n/list";
import type { Item, ItemState, Readiness, ReadyRow } from "@/lib/travel/contract/readiness";
import { ITEMS, type WaiveAct, WaiveDialog } from "./waive-dialog";

type Markable = "kit" | "manasik" | "visa" | "vaccine";
const MARKABLE: readonly Markable[] = ["kit", "vaccine", "visa", "manasik"];
const SIGNS: Record<ItemState, { icon: typeof Minus; ink: string }> = {
  done: { icon: CircleCheck, ink: "text-ok-ink" },
  open: { icon: CircleDashed, ink: "text-ink-3" },
  late: { icon: TriangleAlert, ink: "text-warn-ink" },
  waived: { icon: ShieldCheck, ink: "text-info-ink" },
  not_needed: { icon: Minus, ink: "text-ink-3" },
};
export type MarkAct = Act<{ item: Markable; pilgrimIds: string[]; done: boolean }, Readiness>;
type ReadinessTableProps = {
  rows: readonly ReadyRow[];
  /** Absent: may only look. */
  mark: MarkAct | null;
  /** Absent: may let nobody go without an item. */
  waive: WaiveAct | null;
  bookings: string;
  /** Which item the list is narrowed to. */
  item?: Item;
  footer?: ReactNode;
  empty: ReactNode;
};

/** Everybody with a sign for each item: shape and word, and whoever is chosen is ticked off at once. */
export function ReadinessTable({ rows, mark, waive, bookings, item, footer, empty }: ReadinessTableProps) {
  const t = useTranslations("travel");
  const locale = useLocale();
  const { chosen, isChosen, column, clear } = useChosen(rows);
  const nameOf = ({ name }: ReadyRow) => name ?? t("place.unnamed");
  const standingOf = (row: ReadyRow, one: Item) => row.items.find((found) => found.item === one);
  const lacking = (row: ReadyRow) =>
    row.items.filter(({ state }) => state === "open" || state === "late").map((one) => t(`item.${one.item}`));
  const columns: Column<ReadyRow>[] = [
    ...(mark ? [column({ all: t("ready.selectAll"), one: (row) => t("ready.select", { name: nameOf(row) }) })] : []),
    {
      id: "name",
      header: t("ready.person"),
      card: "title",
      cell: (row) => (
        <Link href={`${bookings}?open=${row.bookingId}`} className="block min-h-10">
          <TwoLines first={<bdi>{nameOf(row)}</bdi>} second={<bdi dir="ltr">{row.bookingCode}</bdi>} />
        </Link>
      ),
    },
    ...ITEMS.map((one) => ({
      id: one,
      header: t(`item.${one}`),
      cell: (row: ReadyRow) => {
        const { state = "open", reason } = standingOf(row, one) ?? {};
        const words = `${t(`item.${one}`)}: ${t(`state.${state}`)}`;
        return <Sign state={state} words={reason ? `${words}. ${reason}` : words} />;
      },
    })),
    {
      id: "lacks",
      header: <span className="sr-only">{t("state.open")}</span>,
      card: "badge",
      className: "md:hidden",
      cell: (row) => {
        const what = lacking(row);
        return what.length === 0 ? t("ready.all") : t("ready.lacks", { what: formatList(locale, what) });
      },
    },
  ];
  return (
    <>
      {mark && chosen.length > 0 ? (
        <MarkBar key={item} ids={chosen.map(({ id }) => id)} {...{ item, mark, waive }} done={clear} />
      ) : null}
      <Legend />
      <Table
        label={t("ready.title")}
        {...{ columns, footer, empty }}
        rows={rows}
        rowKey={({ id }) => id}
        selected={isChosen}
      />
    </>
  );
}

/** What each sign of the table means, in words. */
function Legend() {
  const t = useTranslations("travel");
  return (
    <ul aria-label={t("ready.signs")} className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-ink-2 text-sm max-md:hidden">
      {(Object.keys(SIGNS) as ItemState[]).map((state) => {
        const { icon: Icon, ink } = SIGNS[state];
        return (
          <li key={state} className="inline-flex items-center gap-1.5">
            <Icon aria-hidden size={16} strokeWidth={1.75} className={ink} />
            {t(`state.${state}`)}
          </li>
        );
      })}
    </ul>
  );
}

function Sign({ state, words }: { state: ItemState; words: string }) {
  const { icon: Icon, ink } = SIGNS[state];
  return (
    <span className={`inline-flex ${ink}`} title={words}>
      <Icon aria-hidden size={18} strokeWidth={1.75} />
      <span className="sr-only">{words}</span>
    </span>
  );
}

type MarkBarProps = { ids: string[]; item?: Item; mark: MarkAct; waive: WaiveAct | null; done: () => void };
/** What is done with whoever is chosen. */
function MarkBar({ ids, item, mark, waive, done }: MarkBarProps) {
  const t = useTranslations("travel");
  const { busy, act } = useAct();
  const [chosen, setItem] = useState<Markable>(MARKABLE.find((one) => one === item) ?? "kit");
  const set = (on: boolean) =>
    act(() => mark({ item: chosen, pilgrimIds: ids, done: on }), { said: { text: t("ready.marked") }, done });
  return (
    <ChosenBar text={t("ready.chosen", { count: ids.length })}>
      <Choose
        label={t("ready.mark")}
        value={chosen}
        onValue={(value) => setItem(value as Markable)}
        options={MARKABLE.map((value) => ({ value, label: t(`item.${value}`) }))}
      />
      <Button kind="primary" busy={busy && t("ready.marking")} onClick={() => set(true)}>
        {t("ready.markDone")}
      </Button>
      <Button onClick={() => set(false)}>{t("ready.markBack")}</Button>
      {waive ? <WaiveDialog {...{ ids, item, waive, done }} /> : null}
    </ChosenBar>
  );
}
