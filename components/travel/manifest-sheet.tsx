import { useLocale, useTranslations } from "next-intl";
import { SheetFrame } from "@/components/shell/sheet-frame";
import { GroupTag } from "@/components/ui/band";
import { Banner } from "@/components/ui/banner";
import type { LetterheadAgency } from "@/components/ui/letterhead";
import { Sideways } from "@/components/ui/sideways";
import { formatMoment, formatShortDate, formatSpan } from "@/lib/i18n/formats";
import { formatPhone } from "@/lib/i18n/phone";
import type { Manifest } from "@/lib/travel/contract/manifest";
import { ManifestCards } from "./manifest-cards";

type ManifestSheetProps = { agency: LetterheadAgency; manifest: Manifest; back: string; printedBy: string; now: Date };
const COLUMNS = [
  "no",
  "name",
  "sex",
  "born",
  "nationality",
  "passport",
  "validTo",
  "makkah",
  "madinah",
  "bus",
  "guardian",
  "needs",
  "boarded",
] as const;
const cell = "border-line border-b px-1.5 py-1.5 align-top";

/** The list of who flies on paper: number and name first, a square to tick, version, time, who printed, check code. */
export function ManifestSheet({ agency, manifest, back, printedBy, now }: ManifestSheetProps) {
  const t = useTranslations("travel");
  const locale = useLocale();
  const zone = manifest.timeZone;
  const at = (moment: Date) => formatMoment(locale, moment, { zone, year: true });
  const day = (iso: string | null) =>
    iso && formatShortDate(locale, new Date(`${iso}T12:00:00Z`), { zone: "UTC", year: true });
  const count = (sex: "female" | "male") => manifest.rows.filter(({ gender }) => gender === sex).length;
  const isOld = manifest.version !== null && manifest.newest !== null && manifest.version < manifest.newest;
  return (
    <SheetFrame back={back} agency={agency}>
      {manifest.changed || isOld ? (
        <Banner kind="warn" className="mb-4">
          {isOld ? t("manifest.older", { version: manifest.newest ?? 0 }) : t("manifest.changed")}
        </Banner>
      ) : null}
      <header className="mb-4 flex flex-wrap items-start justify-between gap-4">
        <div className="flex flex-wrap items-center gap-4">
          {manifest.group ? <GroupTag number={manifest.group.number} size={40} /> : null}
          <div className="basis-48 grow">
            <h1 className="display text-xl">
              {t("manifest.title")}&nbsp;· <bdi>{manifest.packageName}</bdi>
            </h1>
            <p>
              {formatSpan(locale, manifest.startsAt, manifest.endsAt, { zone, now })}
              {manifest.flights.map(({ number }) => `\u00a0· ${number}`)}
            </p>
            {manifest.leader ? (
              <p>
                {t("manifest.leader", { name: manifest.leader.name })}{" "}
                {manifest.leader.phone ? (
                  <bdi dir="ltr" className="inline-block">
                    {formatPhone(manifest.leader.phone)}
                  </bdi>
                ) : null}
              </p>
            ) : null}
          </div>
        </div>
        <div className="md:text-end print:text-end">
          <p className="font-semibold">
            {manifest.version === null
              ? t("manifest.notFrozen")
              : t("manifest.versionFrozen", { version: manifest.version })}
          </p>
          {manifest.frozenAt ? (
            <p>{t("manifest.by", { at: at(manifest.frozenAt), name: manifest.frozenBy ?? "–" })}</p>
          ) : null}
          <p className="tn">
            {t("manifest.people", { count: manifest.rows.length })}:{" "}
            {t("manifest.sexes", { men: count("male"), women: count("female") })}
          </p>
        </div>
      </header>
      <ManifestCards rows={manifest.rows} />
      <Sideways label={t("manifest.title")} className="not-print:max-md:hidden">
        <table className="w-full border-collapse text-start text-sm" aria-label={t("manifest.title")}>
          <thead>
            <tr>
              {COLUMNS.map((key) => (
                <th key={key} scope="col" className="border-ink border-y px-1.5 py-1.5 text-start font-semibold">
                  {t(`col.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {manifest.rows.map((row) => (
              <tr key={row.number}>
                <td className={`tn ${cell}`}>{row.number}</td>
                <td className={`font-semibold ${cell}`}>
                  <bdi>{row.passportName}</bdi>
                </td>
                <td className={cell}>{row.gender && t(`col.${row.gender}`)}</td>
                <td className={`tn whitespace-nowrap ${cell}`}>{day(row.birthDate)}</td>
                <td className={cell}>{row.nationality}</td>
                <td className={`tn ${cell}`}>
                  <bdi dir="ltr">{row.passportNumber}</bdi>
                </td>
                <td className={`tn whitespace-nowrap ${cell}`}>{day(row.passportExpiresOn)}</td>
                {[row.makkah, row.madinah, row.bus].map((label, i) => (
                  <td key={COLUMNS[i + 7]} className={`tn whitespace-nowrap ${cell}`}>
                    <bdi dir="ltr">{label}</bdi>
                  </td>
                ))}
                <td className={cell}>
                  <bdi>{row.guardian}</bdi>
                </td>
                <td className={`font-semibold ${cell}`}>
                  <bdi>{row.needs}</bdi>
                </td>
                <td className={cell}>
                  <span aria-hidden className="block size-4 border border-ink" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      <footer className="mt-4 flex flex-wrap justify-between gap-2 text-sm">
        <p>{t("manifest.printed", { at: at(now), name: printedBy })}</p>
        {manifest.code ? <p>{t("manifest.shred", { code: manifest.code })}</p> : null}
      </footer>
    </SheetFrame>
  );
}
