"use client";

import { useState } from "react";
import type { Column } from "@/components/ui/table";

type Words<Row> = { all: string; one: (row: Row) => string };

/** Rows of a page that somebody picks to do one thing with all of them. */
export function useChosen<Row extends { id: string }>(rows: readonly Row[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const chosen = rows.filter(({ id }) => ids.has(id));
  const toggle = (some: readonly Row[], on: boolean) => {
    const named = some.map(({ id }) => id);
    setIds(new Set(on ? [...ids, ...named] : [...ids].filter((id) => !named.includes(id))));
  };
  const isChosen = ({ id }: { id: string }) => ids.has(id);
  /** The first column of the table: a box for each row, and one for all of them. */
  const column = ({ all, one }: Words<Row>): Column<Row> => ({
    id: "choose",
    card: "tick",
    className: "md:w-10",
    header: (
      <Tick
        label={all}
        checked={rows.length > 0 && chosen.length === rows.length}
        onChange={(on) => toggle(rows, on)}
      />
    ),
    cell: (row) => <Tick label={one(row)} checked={isChosen(row)} onChange={(on) => toggle([row], on)} />,
  });
  return { chosen, isChosen, column, clear: () => setIds(new Set()) };
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

/** What is done with whoever is chosen, over the list while one scrolls. */
export const ChosenBar = ({ text, children }: { text: string; children: React.ReactNode }) => (
  <div className="sticky top-2 z-10 mb-3 flex flex-wrap items-center gap-2.5 rounded-lg border border-line bg-raised p-3 shadow-pop">
    <span className="tn font-semibold">{text}</span>
    {children}
  </div>
);
