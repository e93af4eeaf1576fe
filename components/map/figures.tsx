import { useLocale } from "next-intl";
import { formatNumber } from "@/lib/i18n/formats";
import type { Board } from "./board";
import { type MarkKind, StateMark } from "./state-mark";

type FiguresProps = { board: Board; labels: Record<"near" | "away" | "silent", string> };

/** Near, away, silent: three numbers that add up to the group; one below the other where text is of twice the size. */
export function Figures({ board, labels }: FiguresProps) {
  const locale = useLocale();
  const counts: [kind: MarkKind & keyof typeof labels, count: number | null][] = [
    ["near", board.near],
    ["away", board.away],
    ["silent", board.noSignal],
  ];
  return (
    <dl className="grid gap-2 min-[17rem]:grid-cols-[repeat(3,minmax(min-content,1fr))]">
      {counts.map(([kind, count]) => (
        <div key={kind} className="flex flex-col rounded-xl border border-line px-2.5 py-2">
          <dt className="order-2 text-base leading-5 text-ink-2">{labels[kind]}</dt>
          <dd className="display tn flex items-center gap-2 text-2xl leading-8">
            <StateMark kind={kind} />
            {count === null ? "–" : formatNumber(locale, count)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
