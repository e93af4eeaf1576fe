import { useLocale, useTranslations } from "next-intl";
import { SheetFrame } from "@/components/shell/sheet-frame";
import { Band, GroupTag } from "@/components/ui/band";
import { formatHijri, formatSpan } from "@/lib/i18n/formats";
import { formatPhone } from "@/lib/i18n/phone";
import type { Manifest } from "@/lib/travel/contract/manifest";

/** What a stranger reads, in Arabic whatever the reader of this page speaks. */
export type StrangerWords = Record<"lost" | "leader" | "makkah" | "madinah", string>;
type BadgeSheetProps = { manifest: Manifest; arabic: StrangerWords; back: string; now: Date };
const side = "relative flex h-[124mm] w-[86mm] flex-col overflow-hidden rounded-xl border border-line bg-surface";

/** A badge for each pilgrim, both sides beside each other, to be cut and folded: the band and its number first; behind, in
 * Arabic, where a stranger takes whoever is lost. */
export function BadgeSheet({ manifest, arabic, back, now }: BadgeSheetProps) {
  return (
    <SheetFrame back={back} portrait>
      <ul className="flex flex-col gap-[6mm]">
        {manifest.rows.map((row) => (
          <li key={row.number} className="flex break-inside-avoid flex-wrap gap-[6mm]">
            <Front manifest={manifest} row={row} />
            <Back {...{ manifest, arabic, now }} />
          </li>
        ))}
      </ul>
    </SheetFrame>
  );
}

function Front({ manifest, row }: { manifest: Manifest; row: Manifest["rows"][number] }) {
  const t = useTranslations("travel");
  const { group, agencyName, licenceNumber } = manifest;
  const places = [
    { label: t("item.seat"), value: row.bus },
    { label: t("city.makkah"), value: row.makkah },
    { label: t("city.madinah"), value: row.madinah },
  ];
  return (
    <section className={side} aria-label={row.passportName}>
      {group ? <Band number={group.number} height={52} /> : null}
      <div className="flex flex-1 flex-col gap-[4mm] p-[6mm]">
        <div className="flex items-start justify-between gap-3">
          <p className="display text-6xl leading-none">{group?.number ?? ""}</p>
          <p className="text-end">
            <bdi className="block font-semibold">{agencyName}</bdi>
            <bdi dir="ltr">{licenceNumber}</bdi>
          </p>
        </div>
        <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-[5mm] gap-y-[3mm]">
          {places.map(({ label, value }) =>
            value ? (
              <div key={label} className="contents">
                <dt>{label}</dt>
                <dd className="display tn text-2xl">
                  <bdi dir="ltr">{value}</bdi>
                </dd>
              </div>
            ) : null,
          )}
        </dl>
        <p className="display mt-auto border-line border-t pt-[4mm] text-2xl">
          <bdi>{row.passportName}</bdi>
        </p>
      </div>
    </section>
  );
}

function Back({ manifest, arabic, now }: Omit<BadgeSheetProps, "back">) {
  const t = useTranslations("travel");
  const locale = useLocale();
  const { group, leader, hotels, startsAt, endsAt, timeZone: zone, packageName } = manifest;
  return (
    <section className={side} aria-label={t("badge.back")}>
      <div lang="ar" dir="rtl" className="flex flex-1 flex-col gap-[4mm] p-[6mm] text-center">
        <p className="text-md">{arabic.lost}</p>
        {hotels.map(({ city, name }) => (
          <p key={city + name}>
            <bdi dir="auto" className="display block text-xl">
              {name}
            </bdi>
            <span className="block">{arabic[city]}</span>
          </p>
        ))}
        {leader?.phone ? (
          <p className="rounded-lg border-2 border-ink p-[3mm]">
            <span className="block">
              {arabic.leader}&nbsp;· <bdi>{leader.name}</bdi>
            </span>
            <bdi dir="ltr" className="display tn block text-xl">
              {formatPhone(leader.phone)}
            </bdi>
          </p>
        ) : null}
      </div>
      <div className="flex items-end justify-between gap-3 p-[6mm] pt-0">
        <p className="text-sm">
          <bdi className="block">{packageName}</bdi>
          <span className="block">{formatSpan(locale, startsAt, endsAt, { zone, now })}</span>
          <span className="block">{formatHijri(locale, startsAt, { zone })}</span>
        </p>
        {group ? <GroupTag number={group.number} size={24} /> : null}
      </div>
    </section>
  );
}
