"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Act } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { formatShortDate } from "@/lib/i18n/formats";
import type { PersonTies } from "@/lib/travel/contract/ties";

type LeavingProps = { id: string; name: string; look: Act<{ id: string }, PersonTies> };

/** What hangs on somebody, before they are taken out of the agency: places they give up, and what stays as it is. */
export function Leaving({ id, name, look }: LeavingProps) {
  const t = useTranslations("agency.staff.ties");
  const locale = useLocale();
  const [ties, setTies] = useState<PersonTies | "unknown" | null>(null);
  useEffect(() => {
    let shown = true;
    look({ id })
      .then((answer) => shown && setTies(answer.ok ? answer.value : "unknown"))
      .catch(() => shown && setTies("unknown"));
    return () => {
      shown = false;
    };
  }, [id, look]);
  if (ties === null) return <p className="text-ink-2">{t("wait")}</p>;
  if (ties === "unknown") return <Banner kind="warn">{t("unknown")}</Banner>;
  const lines = [
    ...ties.groups.map((one) => t(one.leadsAlone ? "leads" : "group", { number: one.number, group: one.name })),
    ...ties.bookings.map((one) =>
      t("booking", {
        code: one.code,
        package: one.packageName,
        date: formatShortDate(locale, one.startsAt, { zone: one.timeZone, year: true }),
      }),
    ),
    ...ties.plans.map((one) => t("plan", { plan: one.name })),
    ...(ties.elsewhere > 0 ? [t("elsewhere", { count: ties.elsewhere })] : []),
  ];
  if (lines.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  return (
    <div className="flex flex-col gap-2">
      <p className="font-semibold">{t("some", { name })}</p>
      <ul className="list-disc ps-5">
        {lines.map((line) => (
          <li key={line}>
            <bdi>{line}</bdi>
          </li>
        ))}
      </ul>
      <p className="text-ink-2">{t("hint", { name })}</p>
    </div>
  );
}
