import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { GroupTag } from "@/components/ui/band";
import type { AskedGroup } from "@/lib/groups/contract";
import { formatAge, formatShortDate } from "@/lib/i18n/formats";

/** A group that its leader has yet to open: it stands here until the answer comes, however often the page is left. */
export function AskedCard({ group, now }: { group: AskedGroup; now: Date }) {
  const t = useTranslations("my");
  const locale = useLocale();
  const at = { zone: group.timeZone };
  const dates = {
    start: formatShortDate(locale, group.startsAt, at),
    end: formatShortDate(locale, group.endsAt, at),
  };
  return (
    <section className="card flex flex-col gap-3 p-(--pad-card)">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="text-lg leading-6 font-semibold">
            <bdi>{group.name}</bdi>
          </h2>
          <p className="text-md text-ink-2">{t("group.dates", dates)}</p>
        </div>
        <GroupTag number={group.number} size={34} />
      </div>
      <Badge status="waiting" size="lg" className="self-start">
        {t("asked.badge")}
      </Badge>
      <p className="text-md text-ink-2">{t("asked.text", { ago: formatAge(locale, group.askedAt, now) })}</p>
    </section>
  );
}
