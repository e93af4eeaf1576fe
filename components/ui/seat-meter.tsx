import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** Sold solid, held hatched, left empty, and always the sentence. */
export function SeatMeter({
  sold,
  held,
  total,
  sentence,
  end,
  className,
}: {
  sold: number;
  held: number;
  total: number;
  /** In place of "38 sold, 4 held of 45", where nothing is sold. */
  sentence?: ReactNode;
  /** At the other end of its line. */
  end?: ReactNode;
  className?: string;
}) {
  const t = useTranslations("common");
  const share = (count: number) => `${total > 0 ? Math.min(100, (count / total) * 100) : 0}%`;
  return (
    <div className={`flex min-w-28 flex-col gap-1 ${className ?? ""}`}>
      <span
        aria-hidden="true"
        className="seats rtl:-scale-x-100"
        style={{ backgroundSize: `${share(sold)} 100%, ${share(sold + held)} 100%` }}
      />
      <span className="tn flex flex-wrap justify-between gap-x-3 text-sm text-ink-2">
        <span>{sentence ?? t("seats", { sold, held, total })}</span>
        {end}
      </span>
    </div>
  );
}
