import { MapPin, QrCode, Signal } from "lucide-react";
import { useTranslations } from "next-intl";

const ICONS = { map: MapPin, code: QrCode, signal: Signal } as const;

/** What Qafila does for a group, in three sentences that hold today. */
export function PointList() {
  const t = useTranslations("site.points");
  return (
    <ul className="grid gap-x-8 gap-y-6 md:grid-cols-3">
      {(["map", "code", "signal"] as const).map((point) => {
        const Icon = ICONS[point];
        return (
          <li key={point} className="flex flex-col gap-1.5 border-line border-t pt-4">
            <Icon aria-hidden size={22} strokeWidth={1.75} className="text-primary-ink" />
            <h2 className="mt-1 font-semibold text-md">{t(`${point}.title`)}</h2>
            <p className="text-ink-2 text-md">{t(`${point}.text`)}</p>
          </li>
        );
      })}
    </ul>
  );
}
