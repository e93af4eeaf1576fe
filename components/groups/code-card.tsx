import { useLocale, useTranslations } from "next-intl";
import { joinAddress } from "@/components/journey/trip";
import type { Act } from "@/components/shell/use-act";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { QrCode } from "@/components/ui/qr-code";
import type { Group } from "@/lib/groups/contract";
import { formatMoment } from "@/lib/i18n/formats";
import { RotateCode } from "./rotate-code";

type CodeCardProps = {
  group: Group;
  publicUrl: string;
  now: Date;
  rotate: Act<{ groupId: string; expiresAt: string | null }>;
};

/** How people come into the group: to scan, to send on, to read aloud. */
export function CodeCard({ group, publicUrl, now, rotate }: CodeCardProps) {
  const t = useTranslations("office.code");
  const words = useTranslations("groups.code");
  const locale = useLocale();
  const { joinCode, joinCodeExpiresAt: expiresAt, timeZone: zone } = group;
  if (!joinCode) return null;
  const link = joinAddress(publicUrl, joinCode);
  const over = group.state === "past" || (expiresAt !== null && expiresAt <= now);
  const date = expiresAt && formatMoment(locale, expiresAt, { zone });
  const life = over ? t("over") : date ? words("expires", { date }) : words("untilEnd");
  return (
    <Card title={words("title")}>
      <div className="flex flex-wrap items-start gap-4">
        <QrCode
          value={link}
          label={t("qr", { number: String(group.number) })}
          size={132}
          className="border border-line"
        />
        <div className="min-w-36 flex-1">
          <p className="display tn text-2xl">
            <bdi dir="ltr">{joinCode}</bdi>
          </p>
          <p className={`text-sm ${over ? "text-warn-ink" : "text-ink-3"}`}>{life}</p>
          <p className="mt-1 text-ink-3 text-sm">{t(group.needsApproval ? "withApproval" : "atOnce")}</p>
        </div>
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        <CopyButton size="sm" value={link} label={t("copyLink")} />
        <CopyButton size="sm" value={joinCode} label={t("copyCode")} />
        <RotateCode group={{ id: group.id, number: group.number, joinCode, timeZone: zone }} rotate={rotate} />
      </div>
    </Card>
  );
}
