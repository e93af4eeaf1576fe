import { CalendarClock, Globe, MapPin } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { StatusLine } from "@/components/ui/badge";
import { Card, Row } from "@/components/ui/card";
import type { AgencyFile } from "@/lib/agencies/contract/platform";
import { formatShortDate, formatTime } from "@/lib/i18n/formats";
import { formatPhone } from "@/lib/i18n/phone";
import { countryName } from "@/lib/i18n/places";
import { checksOf } from "./checks";
import { AgencyBadge } from "./status-badge";

type Props = { file: AgencyFile; host: string };

/** Who it is. */
export function AgencyHead({ file, host }: Props) {
  return (
    <header className="flex flex-wrap items-center gap-4">
      <Avatar name={file.name} size={56} square />
      <div className="min-w-0">
        <h2 className="display text-2xl">
          <bdi>{file.name}</bdi>
        </h2>
        <AgencyLine file={file} host={host} />
      </div>
    </header>
  );
}

/** Where it stands, and what it is. */
export const AgencyMeta = (props: Props) => (
  <>
    <AgencyBadge status={props.file.status} />
    <AgencyLine {...props} />
  </>
);

function AgencyLine({ file, host }: Props) {
  const t = useTranslations("platform");
  const locale = useLocale();
  const at = file.appliedAt ?? file.createdAt;
  const when = `${formatShortDate(locale, at, { zone: "UTC", year: true })} ${formatTime(locale, at, { zone: "UTC" })} UTC`;
  return (
    <p className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-ink-2">
      <Fact icon={MapPin}>{countryName(locale, file.country)}</Fact>
      <Fact icon={Globe}>
        <bdi dir="ltr">
          {file.slug}.{host}
        </bdi>
      </Fact>
      <Fact icon={CalendarClock}>{t("approvals.applied", { when })}</Fact>
    </p>
  );
}

const Fact = ({ icon: Icon, children }: { icon: typeof MapPin; children: React.ReactNode }) => (
  <span className="inline-flex items-center gap-1.5">
    <Icon aria-hidden size={16} strokeWidth={1.75} className="flex-none text-ink-3" />
    {children}
  </span>
);

/** What is known before one decides: each fact with whether it gives pause. */
export function Checks({ file }: { file: AgencyFile }) {
  const t = useTranslations("platform.checks");
  const checks = checksOf(file);
  const clear = checks.filter(({ ok }) => ok).length;
  return (
    <Card flush title={t("title")} aside={t("clear", { clear, count: checks.length })}>
      {checks.map(({ id, ok, values }) => (
        <Row key={id} className={ok ? "" : "bg-warn-soft"}>
          <StatusLine status={ok ? "ok" : "warn"} className="text-base">
            <span className="block font-semibold text-ink">{t(`${id}.title`, values)}</span>
            <span className={`block ${ok ? "text-ink-2" : ""}`}>{t(`${id}.${ok ? "ok" : "doubt"}`, values)}</span>
          </StatusLine>
        </Row>
      ))}
      {file.decisionReason ? (
        <Row>
          <span className="block font-semibold">{t("said")}</span>
          <bdi className="block whitespace-pre-line text-ink-2">{file.decisionReason}</bdi>
        </Row>
      ) : null}
    </Card>
  );
}

/** Who asked, and how to reach them. */
export function OwnerCard({ file }: { file: AgencyFile }) {
  const t = useTranslations("platform.owner");
  return (
    <Card title={t("title", { count: file.owners.length })}>
      <ul className="flex flex-col gap-4">
        {file.owners.map(({ userId, name, email, phone, emailProven, phoneProven, otherAgencies }) => (
          <li key={userId} className="flex items-start gap-3">
            <Avatar name={name} size={40} />
            <div className="min-w-0 flex-1">
              <p className="font-semibold">
                <bdi>{name}</bdi>
              </p>
              {email ? (
                <a href={`mailto:${email}`} className="block break-all text-primary-ink underline">
                  <bdi>{email}</bdi>
                </a>
              ) : null}
              {phone ? (
                <a href={`tel:${phone}`} className="block text-primary-ink underline">
                  <bdi dir="ltr">{formatPhone(phone)}</bdi>
                </a>
              ) : null}
              <p className="mt-1 text-ink-2 text-sm">
                {t(emailProven || phoneProven ? "proven" : "unproven")} {t("others", { count: otherAgencies })}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
