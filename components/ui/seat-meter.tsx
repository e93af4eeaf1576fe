import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";

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
  const id = useId();
  const share = (count: number) => `${total > 0 ? Math.min(100, (count / total) * 100) : 0}%`;
  return (
    <div className={`flex min-w-28 flex-col gap-1 ${className ?? ""}`}>
      <svg width="100%" height="8" aria-hidden="true" className="block rounded-[3px] rtl:-scale-x-100">
        <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" className="fill-primary-soft" />
          <rect width="2.2" height="5" className="fill-d1" />
        </pattern>
        <rect width="100%" height="8" className="fill-chip" />
        <rect width={share(sold + held)} height="8" fill={`url(#${id})`} />
        <rect width={share(sold)} height="8" className="fill-d1" />
      </svg>
      <span className="tn flex flex-wrap justify-between gap-x-3 text-sm text-ink-2">
        <span>{sentence ?? t("seats", { sold, held, total })}</span>
        {end}
      </span>
    </div>
  );
}
