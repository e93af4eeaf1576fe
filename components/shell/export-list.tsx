"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Act, type Answer, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { saveCsv } from "./csv";

const PAGE = 100;
type Asked<N> = N & { limit?: number; cursor?: string };
type Part<T> = { data: T[]; nextCursor?: string | null };
type ExportListProps<N, T> = {
  /** Name of the file. */
  file: string;
  /** How the list is narrowed now. */
  query: N;
  read: Act<Asked<N>, Part<T>>;
  /** It comes whole, asked for once; else page after page. */
  whole?: boolean;
  /** No more rows than these. */
  most?: number;
  head: readonly string[];
  /** One line, or one for each part of it. */
  linesOf: (one: T) => readonly (readonly string[])[];
};
/** What the file of one list still asks of its page. */
export type Exported<N, T> = Pick<ExportListProps<N, T>, "query" | "read">;

/** A list as it is narrowed now, all of it, as a file. Amounts as plain figures, times in UTC. */
export function ExportList<N extends object, T>(props: ExportListProps<N, T>) {
  const { file, query, read, whole, most = Number.POSITIVE_INFINITY, head, linesOf } = props;
  const t = useTranslations("shell.export");
  const { busy, act } = useAct();
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as N;
  const readAll = async (): Promise<Answer<T[]>> => {
    const all: T[] = [];
    let cursor: string | undefined;
    do {
      const page = await read(whole ? given : { ...given, limit: PAGE, ...(cursor ? { cursor } : {}) });
      if (!page.ok) return page;
      all.push(...page.value.data);
      cursor = page.value.nextCursor ?? undefined;
    } while (cursor && all.length < most);
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
