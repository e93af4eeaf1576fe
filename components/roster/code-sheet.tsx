import { useLocale, useTranslations } from "next-intl";
import { GroupTag } from "@/components/ui/band";
import { QrCode } from "@/components/ui/qr-code";
import type { Group } from "@/lib/groups/contract";
import { isCodeLive } from "@/lib/groups/rules";
import { formatMoment } from "@/lib/i18n/formats";

type CodeSheetProps = { group: Group; code: string; link: string; now: Date };

/** What a leader holds up: scanned from the phone, or read aloud. Drawn on the server, so it needs no script. */
export function CodeSheet({ group, code, link, now }: CodeSheetProps) {
  const t = useTranslations("groups");
  const own = useTranslations("lead.code");
  const office = useTranslations("office.code");
  const locale = useLocale();
  const at = { zone: group.timeZone };
  const until = group.joinCodeExpiresAt;
  return (
    <section className="card flex flex-col items-center gap-4 px-(--pad-card) py-6 text-center">
      <GroupTag number={group.number} size={40} />
      <p className="text-md text-ink-2">{own("text")}</p>
      <QrCode value={link} label={own("qr", { name: group.name })} size={264} />
      <p className="display tn text-4xl" dir="ltr">
        {code}
      </p>
      {isCodeLive(group, now) ? (
        <p className="text-md text-ink-2">
          {until ? t("code.expires", { date: formatMoment(locale, until, at) }) : t("code.untilEnd")}
          {group.needsApproval ? `\u00a0· ${own("approval")}` : ""}
        </p>
      ) : (
        <p className="text-md text-warn-ink">{office("over")}</p>
      )}
    </section>
  );
}
