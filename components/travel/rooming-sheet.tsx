import { useLocale, useTranslations } from "next-intl";
import { SheetFrame } from "@/components/shell/sheet-frame";
import type { LetterheadAgency } from "@/components/ui/letterhead";
import { Sideways } from "@/components/ui/sideways";
import { formatMoment, formatSpan } from "@/lib/i18n/formats";
import type { Departure } from "@/lib/packages/contract/departure";
import type { Rooming } from "@/lib/travel/contract/place";

type RoomingSheetProps = {
  agency: LetterheadAgency;
  departure: Departure;
  rooming: Rooming;
  back: string;
  printedBy: string;
  now: Date;
};
const cell = "border-line border-b px-2 py-1.5 align-top";

/** Room by room, who sleeps there: what a hotel gets. */
export function RoomingSheet({ agency, departure, rooming, back, printedBy, now }: RoomingSheetProps) {
  const t = useTranslations("travel");
  const room = useTranslations("packages.room");
  const locale = useLocale();
  const zone = departure.timeZone;
  const at = formatMoment(locale, now, { zone, year: true });
  return (
    <SheetFrame back={back} agency={agency}>
      <h1 className="display text-xl">
        {t("rooming.title")}&nbsp;· <bdi>{departure.packageName}</bdi>
      </h1>
      <p className="mb-4">{formatSpan(locale, departure.startsAt, departure.endsAt, { zone, now })}</p>
      {(["makkah", "madinah"] as const).map((city) => (
        <section key={city} className="mb-5">
          <h2 className="mb-1 font-semibold text-md">{t(`city.${city}`)}</h2>
          <Sideways label={t(`city.${city}`)}>
            <table className="w-full border-collapse text-start text-sm" aria-label={t(`city.${city}`)}>
              <tbody>
                {rooming.data
                  .filter(({ leg }) => leg === city)
                  .map(({ name, roomType, sex, places, beds }) => (
                    <tr key={name}>
                      <th scope="row" className={`w-40 text-start not-print:max-md:w-28 ${cell}`}>
                        <bdi dir="ltr">{name}</bdi>
                        <span className="block font-normal">
                          {[roomType ? room(roomType) : null, sex === "any" ? null : t(`sex.${sex}`)]
                            .filter(Boolean)
                            .join("\u00a0· ")}
                        </span>
                      </th>
                      <td className={`tn w-20 not-print:max-md:w-12 ${cell}`}>
                        {t("place.taken", { taken: beds.length, places })}
                      </td>
                      <td className={cell}>
                        <ol>
                          {beds.map((bed) => (
                            <li key={bed.number}>
                              <span className="tn">{bed.number}. </span>
                              <bdi className="font-semibold">{bed.name ?? t("place.unnamed")}</bdi>
                              {bed.gender ? ` (${t(`col.${bed.gender}`)})` : ""}
                              {bed.roomWish ? `\u00a0· ${bed.roomWish}` : ""}
                            </li>
                          ))}
                        </ol>
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </Sideways>
        </section>
      ))}
      <p className="text-sm">{t("manifest.printed", { at, name: printedBy })}</p>
    </SheetFrame>
  );
}
