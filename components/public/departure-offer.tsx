import { Plane } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { DayLine } from "@/components/shell/headers";
import { Link } from "@/components/ui/link";
import { SeatMeter } from "@/components/ui/seat-meter";
import { formatMoney, formatShortDate, formatTime } from "@/lib/i18n/formats";
import { formatList } from "@/lib/i18n/list";
import type { PublicDeparture } from "@/lib/packages/contract/public";

type DepartureOfferProps = { departure: PublicDeparture; slug: string; sells: boolean };

/** One date of a package with every price and what is left, and the way to book it where the agency sells. */
export function DepartureOffer({ departure, slug, sells }: DepartureOfferProps) {
  const t = useTranslations("packages");
  const locale = useLocale();
  const { id, startsAt, timeZone, city, seats, flights, prices } = departure;
  const sentence = <span className="font-semibold text-ink">{t("public.left", { count: seats.left })}</span>;
  return (
    <article id={id} className="card flex scroll-mt-6 flex-col gap-3 p-4">
      <h3>
        <DayLine date={startsAt} zone={timeZone} className="text-md" />
        <span className="block text-base text-ink-2">
          {t("field.city")}: <bdi>{city}</bdi>
        </span>
      </h3>
      <SeatMeter
        sold={seats.sold}
        held={seats.held}
        total={seats.capacity}
        sentence={sentence}
        end={t("public.of", { total: String(seats.capacity) })}
      />
      {flights.length > 0 ? (
        <ul className="flex flex-col gap-1 text-base text-ink-2">
          {flights.map(({ number, from, to, departsAt, departsZone: zone }) => (
            <li key={`${number} ${departsAt.toISOString()}`} className="flex items-center gap-2">
              <Plane aria-hidden size={16} className="mirror flex-none text-ink-3" />
              <span>
                <bdi dir="ltr" className="tn">
                  {number}&nbsp;· {from} – {to}
                </bdi>
                {"\u00a0· "}
                {formatList(locale, [
                  formatShortDate(locale, departsAt, { zone }),
                  formatTime(locale, departsAt, { zone }),
                ])}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <dl className="grid grid-cols-[1fr_auto] max-[17rem]:grid-cols-1 gap-x-4 gap-y-1 text-base">
        {prices.map(({ roomType, passengerType, amount }) => (
          <div key={roomType + passengerType} className="contents">
            <dt className="text-ink-2">
              {t(`room.${roomType}`)}&nbsp;· {t(`passenger.${passengerType}`)}
            </dt>
            <dd className="tn text-end font-semibold">{formatMoney(locale, amount)}</dd>
          </div>
        ))}
      </dl>
      {sells ? (
        <Link
          href={`/a/${slug}/book/${id}`}
          className="btn"
          data-kind={seats.left > 0 ? "primary" : "secondary"}
          data-size="lg"
          data-wide=""
        >
          {t(seats.left > 0 ? "public.choose" : "public.waitFor")}
        </Link>
      ) : null}
    </article>
  );
}
