"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Act, type Answer, useAct } from "@/components/journey/use-act";
import { Button } from "@/components/ui/button";
import { saveCsv } from "./csv";

const PAGE = 100;
type Asked<N> = N & { limit: number; cursor?: string };
type ExportListProps<N, T> = {
  /** Name of the file. */
  file: string;
  /** How the list is narrowed now. */
  query: N;
  read: Act<Asked<N>, { data: T[]; nextCursor: string | null }>;
  head: readonly string[];
  /** One line, or one for each part of it. */
  linesOf: (one: T) => readonly (readonly string[])[];
};
/** What the file of one list still asks of its page. */
export type Exported<N, T> = Pick<ExportListProps<N, T>, "query" | "read">;

/** A list as it is narrowed now, all of its pages, as a file. Amounts as plain figures, times in UTC. */
export function ExportList<N extends object, T>({ file, query, read, head, linesOf }: ExportListProps<N, T>) {
  const t = useTranslations("shell.export");
  const { busy, act } = useAct();
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as N;
  const readAll = async (): Promise<Answer<T[]>> => {
    const all: T[] = [];
    let cursor: string | undefined;
    do {
      const page = await read({ ...given, limit: PAGE, ...(cursor ? { cursor } : {}) });
      if (!page.ok) return page;
      all.push(...page.value.data);
      cursor = page.value.nextCursor ?? undefined;
    } while (cursor);
    return { ok: true, value: all };
  };
  return (
    <Button
      icon={<Download aria-hidden size={16} />}
      busy={busy && t("busy")}
      onClick={() => act(readAll, { done: (rows) => saveCsv(file, [head, ...rows.flatMap(linesOf)]) })}
    >
      {t("act")}
    </Button>
  );
}
