"use client";

import { CircleCheck, CircleDashed, Minus, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { type Act, useAct } from "@/components/journey/use-act";
import { Choose } from "@/components/shell/choose";
import { Button } from "@/components/ui/button";
import { type Column, Table, TwoLines } from "@/components/ui/table";
import type { Item, ItemState, Readiness, ReadyRow } from "@/lib/travel/contract/readiness";

type Markable = "kit" | "manasik" | "visa" | "vaccine";
const MARKABLE: readonly Markable[] = ["kit", "vaccine", "visa", "manasik"];
const ITEMS: readonly Item[] = ["documents", "payment", "visa", "vaccine", "kit", "manasik", "room", "seat"];
const SIGNS: Record<ItemState, { icon: typeof Minus; ink: string }> = {
  done: { icon: CircleCheck, ink: "text-ok-ink" },
  open: { icon: CircleDashed, ink: "text-ink-3" },
  late: { icon: TriangleAlert, ink: "text-warn-ink" },
  not_needed: { icon: Minus, ink: "text-ink-3" },
};
export type MarkAct = Act<{ item: Markable; pilgrimIds: string[]; done: boolean }, Readiness>;
type ReadinessTableProps = {
  rows: readonly ReadyRow[];
  /** Absent: may only look. */
  mark: MarkAct | null;
  bookings: string;
  /** Which item the list is narrowed to. */
  item?: Item;
  footer?: ReactNode;
  empty: ReactNode;
};

/** Everybody with a sign for each item: shape and word, and whoever is chosen is ticked off at once. */
export function ReadinessTable({ rows, mark, bookings, item, footer, empty }: ReadinessTableProps) {
  const t = useTranslations("travel");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const here = rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const toggle = (ids: readonly string[], on: boolean) =>
    setChosen(new Set(on ? [...chosen, ...ids] : [...chosen].filter((id) => !ids.includes(id))));
  const nameOf = ({ name }: ReadyRow) => name ?? t("place.unnamed");
  const stateOf = (row: ReadyRow, one: Item) => row.items.find((found) => found.item === one)?.state ?? "open";
  const lacking = (row: ReadyRow) =>
    row.items.filter(({ state }) => state === "open" || state === "late").map((one) => t(`item.${one.item}`));
  const columns: Column<ReadyRow>[] = [
    ...(mark
      ? [
          {
            id: "choose",
            header: (
              <Tick
                label={t("ready.selectAll")}
                checked={rows.length > 0 && here.length === rows.length}
                onChange={(on) =>
                  toggle(
                    rows.map(({ id }) => id),
                    on,
                  )
                }
              />
            ),
            card: "actions" as const,
            className: "w-10",
            cell: (row: ReadyRow) => (
              <Tick
                label={t("ready.select", { name: nameOf(row) })}
                checked={chosen.has(row.id)}
                onChange={(on) => toggle([row.id], on)}
              />
            ),
          },
        ]
      : []),
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
      cell: (row: ReadyRow) => (
        <Sign state={stateOf(row, one)} words={`${t(`item.${one}`)}: ${t(`state.${stateOf(row, one)}`)}`} />
      ),
    })),
    {
      id: "lacks",
      header: <span className="sr-only">{t("state.open")}</span>,
      card: "badge",
      className: "md:hidden",
      cell: (row) => {
        const what = lacking(row);
        return what.length === 0 ? t("ready.all") : t("ready.lacks", { what: what.join(", ") });
      },
    },
  ];
  return (
    <>
      {mark && here.length > 0 ? (
        <MarkBar key={item} ids={here} item={item} mark={mark} done={() => setChosen(new Set())} />
      ) : null}
      <Table
        label={t("ready.title")}
        {...{ columns, footer, empty }}
        rows={rows}
        rowKey={({ id }) => id}
        selected={({ id }) => chosen.has(id)}
      />
    </>
  );
}

const Tick = ({ label, checked, onChange }: { label: string; checked: boolean; onChange: (on: boolean) => void }) => (
  <input
    type="checkbox"
    className="tick"
    aria-label={label}
    checked={checked}
    onChange={(event) => onChange(event.target.checked)}
  />
);

function Sign({ state, words }: { state: ItemState; words: string }) {
  const { icon: Icon, ink } = SIGNS[state];
  return (
    <span className={`inline-flex ${ink}`} title={words}>
      <Icon aria-hidden size={18} strokeWidth={1.75} />
      <span className="sr-only">{words}</span>
    </span>
  );
}

type MarkBarProps = { ids: string[]; item?: Item; mark: MarkAct; done: () => void };
/** What is done with whoever is chosen. */
function MarkBar({ ids, item, mark, done }: MarkBarProps) {
  const t = useTranslations("travel");
  const { busy, act } = useAct();
  const [chosen, setItem] = useState<Markable>(MARKABLE.find((one) => one === item) ?? "kit");
  const set = (on: boolean) =>
    act(() => mark({ item: chosen, pilgrimIds: ids, done: on }), { said: { text: t("ready.marked") }, done });
  return (
    <div className="sticky top-2 z-10 mb-3 flex flex-wrap items-center gap-2.5 rounded-lg border border-line bg-raised p-3 shadow-pop">
      <span className="tn font-semibold">{t("ready.chosen", { count: ids.length })}</span>
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
    </div>
  );
}
