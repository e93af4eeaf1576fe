import { useLocale, useTranslations } from "next-intl";
import { Band, GroupTag } from "@/components/ui/band";
import { Moon } from "@/components/ui/moon";
import type { Invitation } from "@/lib/groups/contract";
import { formatTravelDate } from "@/lib/i18n/formats";
import { hijriDay } from "@/lib/i18n/hijri";

/** What a code opens: the group's band first, so that also who cannot read knows it. */
export function InvitationCard({ invitation: { agency, group, leaders } }: { invitation: Invitation }) {
  const t = useTranslations("join.group");
  const locale = useLocale();
  const zone = group.timeZone;
  return (
    <section className="card overflow-clip" data-density="cosy">
      <Band number={group.number} height={32} />
      <div className="flex flex-col gap-4 p-5">
        <div className="flex items-center gap-4">
          <GroupTag number={group.number} size={40} />
          <div className="min-w-0">
            <p className="font-semibold text-lg">
              <bdi>{group.name}</bdi>
            </p>
            <p className="text-ink-2 text-md">
              <bdi>{agency.name}</bdi>
            </p>
          </div>
        </div>
        <dl className="flex flex-col gap-3 text-md">
          <div>
            <dt className="text-base text-ink-3">{t("ledBy")}</dt>
            <dd>
              {leaders.length > 0
                ? leaders.map((name) => (
                    <span key={name} className="block">
                      <bdi>{name}</bdi>
                    </span>
                  ))
                : t("noLeader")}
            </dd>
          </div>
          <div>
            <dt className="text-base text-ink-3">{t("trip")}</dt>
            <dd className="flex flex-col gap-1">
              {[group.startsAt, group.endsAt].map((at) => (
                <span key={at.toISOString()} className="flex items-start gap-2">
                  <Moon day={hijriDay(at, zone).day} size={20} className="mt-0.5" />
                  <time dateTime={at.toISOString()}>{formatTravelDate(locale, at, { zone })}</time>
                </span>
              ))}
            </dd>
          </div>
        </dl>
      </div>
    </section>
  );
}
