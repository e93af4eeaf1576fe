import { useTranslations } from "next-intl";
import { useWords } from "./words";

const [SIZE, WIDTH] = [200, 18];
const RADIUS = (SIZE - WIDTH) / 2;
const AROUND = 2 * Math.PI * RADIUS;

/** How far a saver has come; the lamp marks the end of the way so far. */
export function Ring({ percent }: { percent: number }) {
  const t = useTranslations("savings");
  const words = useWords();
  const share = Math.min(1, percent / 100);
  const angle = 2 * Math.PI * share - Math.PI / 2;
  const [x, y] = [SIZE / 2 + RADIUS * Math.cos(angle), SIZE / 2 + RADIUS * Math.sin(angle)];
  const circle = { cx: SIZE / 2, cy: SIZE / 2, r: RADIUS, strokeWidth: WIDTH, className: "fill-none" };
  return (
    <div className="relative mx-auto aspect-square w-full max-w-50">
      <svg viewBox={`-6 -6 ${SIZE + 12} ${SIZE + 12}`} aria-hidden="true" className="size-full">
        <circle {...circle} className="fill-none stroke-chip" />
        <circle
          {...circle}
          className="fill-none stroke-d1"
          strokeLinecap="round"
          strokeDasharray={`${AROUND * share} ${AROUND}`}
          transform={`rotate(-90 ${SIZE / 2} ${SIZE / 2})`}
        />
        <circle cx={x} cy={y} r="10" className="fill-lamp stroke-ink" strokeWidth="2" />
      </svg>
      <p className="absolute inset-0 grid place-content-center text-center">
        <span className="tn display text-4xl">{words.percent(percent)}</span>
        <span className="text-ink-2 text-md">{t("my.ofTarget")}</span>
      </p>
    </div>
  );
}
