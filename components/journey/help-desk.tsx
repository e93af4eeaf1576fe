import { Navigation, PhoneCall } from "lucide-react";
import { useTranslations } from "next-intl";
import { PhoneHeader } from "@/components/shell/headers";
import { GroupTag } from "@/components/ui/band";
import { Banner } from "@/components/ui/banner";
import type { Group, Member } from "@/lib/groups/contract";
import { formatPhone } from "@/lib/i18n/phone";
import { LinkRow } from "./link-row";
import { PersonRow } from "./person-row";

type HelpDeskProps = {
  group: Group | null;
  leaders: readonly Member[];
  office: { name: string; hotline: string | null };
  mapHref: string;
};

/** Who answers: the leaders first, then the agency. Every number is one press away and can be read aloud. */
export function HelpDesk({ group, leaders, office, mapHref }: HelpDeskProps) {
  const t = useTranslations("my.help");
  const reachable = leaders.filter(({ phone }) => phone);
  const nobody = reachable.length === 0 && !office.hotline;
  return (
    <>
      <PhoneHeader
        title={t("title")}
        meta={t("text")}
        end={group ? <GroupTag number={group.number} size={40} /> : null}
      />
      {nobody ? (
        <Banner kind="warn" className="text-md">
          {t("nobody")}
        </Banner>
      ) : null}
      {reachable.map(({ userId, personName, avatar, phone }) => (
        <section key={userId} className="card p-(--pad-card)">
          <PersonRow
            name={personName}
            avatar={avatar}
            detail={<LabelledNumber label={t("leader")} phone={phone} />}
            phone={phone}
            callLabel={t("call", { name: personName })}
            word={t("callWord")}
          />
        </section>
      ))}
      {office.hotline ? (
        <a href={`tel:${office.hotline}`} className="card flex min-h-20 items-center gap-3.5 p-(--pad-card)">
          <span className="grid size-[48px] flex-none place-items-center rounded-full bg-primary-soft text-primary-ink">
            <PhoneCall aria-hidden size={24} />
          </span>
          <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
            <span className="block text-lg leading-6 font-semibold">{t("office", { name: office.name })}</span>
            <span className="block text-md text-ink-2">
              <LabelledNumber label={t("hotline")} phone={office.hotline} />
            </span>
          </span>
        </a>
      ) : null}
      {group?.state === "running" && group.meetingPoint ? (
        <LinkRow href={mapHref} icon={<Navigation aria-hidden size={24} />} detail={group.meetingPoint.label}>
          {t("way")}
        </LinkRow>
      ) : null}
    </>
  );
}

function LabelledNumber({ label, phone }: { label: string; phone: string | null }) {
  return (
    <>
      {label}
      {phone ? (
        <span className="tn block whitespace-nowrap max-[20rem]:whitespace-normal">
          <bdi dir="ltr">{formatPhone(phone)}</bdi>
        </span>
      ) : null}
    </>
  );
}
