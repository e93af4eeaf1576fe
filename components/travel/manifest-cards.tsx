import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { ManifestRow } from "@/lib/travel/contract/manifest";

const PLACES = ["bus", "makkah", "madinah"] as const;

/** The list of who flies where its columns have no room: number and name, where they sit and sleep, what they need. */
export function ManifestCards({ rows }: { rows: readonly ManifestRow[] }) {
  const t = useTranslations("travel");
  return (
    <ol className="md:hidden print:hidden" aria-label={t("manifest.title")}>
      {rows.map((row) => (
        <li key={row.number} className="flex items-start gap-3 border-line border-b py-2.5">
          <span className="tn w-6 flex-none text-end text-ink-3">{row.number}</span>
          <span className="flex min-w-0 flex-1 flex-col gap-1">
            <span className="font-semibold">
              <bdi>{row.passportName}</bdi>
            </span>
            <span className="tn text-ink-2 text-sm">
              {row.gender ? `${t(`col.${row.gender}`)}\u00a0· ` : ""}
              <bdi dir="ltr">{row.passportNumber}</bdi>
            </span>
            <span className="tn flex flex-wrap gap-x-3 text-sm">
              {PLACES.map((place) =>
                row[place] ? (
                  <span key={place}>
                    <span className="text-ink-3">{t(`col.${place}`)}</span> <bdi dir="ltr">{row[place]}</bdi>
                  </span>
                ) : null,
              )}
            </span>
            {row.guardian ? (
              <span className="text-sm">
                <span className="text-ink-3">{t("col.guardian")}</span> <bdi>{row.guardian}</bdi>
              </span>
            ) : null}
            {row.needs ? (
              <Badge status="warn" className="self-start">
                <bdi>{row.needs}</bdi>
              </Badge>
            ) : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
