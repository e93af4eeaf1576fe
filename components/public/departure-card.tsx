import { Building2, Plane } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { apart } from "@/components/entry/next-path";
import { Horizon, type Sky } from "@/components/ui/horizon";
import { Link } from "@/components/ui/link";
import { SeatMeter } from "@/components/ui/seat-meter";
import { formatDistance, formatHijri, formatMoney, formatSpan } from "@/lib/i18n/formats";
import { hijriDay } from "@/lib/i18n/hijri";
import type { PublicDeparture } from "@/lib/packages/contract/public";
import { PackagePhoto } from "./package-photo";

const SKIES: readonly Sky[] = ["isya", "duha", "magrib", "subuh"];

/** The room an offer's lowest price is for. */
const cheapest = ({ prices, priceFrom }: Pick<PublicDeparture, "prices" | "priceFrom">) =>
  prices.find(({ passengerType, amount }) => passengerType === "adult" && amount.amount === priceFrom?.amount);

type DepartureCardProps = { departure: PublicDeparture; slug: string; now: Date; seed: number };

/** One dated offer: moon and ridge, hotels, seats as they are, and the price. */
export function DepartureCard({ departure, slug, now, seed }: DepartureCardProps) {
  const t = useTranslations("packages");
  const locale = useLocale();
  const { startsAt, endsAt, timeZone: zone, hotels, airline, seats, priceFrom, days, photos } = departure;
  const day = hijriDay(startsAt, zone).day;
  const sky = SKIES[seed % SKIES.length] ?? "isya";
  const isNight = sky === "isya";
  const href = `/a/${slug}/packages/${departure.packageId}#${departure.id}`;
  const best = cheapest(departure);
  const photo = photos[0];
  const cover = (
    <div className={`relative p-4 ${isNight || photo ? "text-white" : "text-petrol-950"}`}>
      <p className="display pe-20 text-xl">{formatSpan(locale, startsAt, endsAt, { zone, now })}</p>
      <p className="pe-20 text-base">
        {formatHijri(locale, startsAt, { zone })}&nbsp;· {t("public.days", { count: days })}
      </p>
    </div>
  );
  return (
    <article className="card flex flex-col overflow-hidden">
      {photo ? (
        <div className="relative h-32 bg-petrol-900">
          <PackagePhoto
            {...{ slug, photo }}
            packageId={departure.packageId}
            className="absolute inset-0 size-full object-cover opacity-60"
          />
          {cover}
        </div>
      ) : (
        <Horizon moonDay={day} sky={sky} seed={seed} className="h-32">
          {cover}
        </Horizon>
      )}
      <div className="flex flex-1 flex-col gap-3 p-4">
        <h3 className="font-semibold text-lg">
          <bdi>{departure.packageName}</bdi>
        </h3>
        <ul className="flex flex-col gap-1.5 text-base text-ink-2">
          {hotels.slice(0, 2).map(({ city, name, distanceM }) => (
            <li key={city + name} className="flex items-center gap-2">
              <Building2 aria-hidden size={16} className="flex-none text-ink-3" />
              {t("public.hotel", { name: apart(name), distance: formatDistance(locale, distanceM) })}
            </li>
          ))}
          <li className="flex items-center gap-2">
            <Plane aria-hidden size={16} className="mirror flex-none text-ink-3" />
            <bdi>{[departure.city, airline].filter(Boolean).join("\u00a0· ")}</bdi>
          </li>
        </ul>
        <SeatMeter
          sold={seats.sold}
          held={seats.held}
          total={seats.capacity}
          sentence={<span className="font-semibold text-ink">{t("public.left", { count: seats.left })}</span>}
          end={t("public.of", { total: String(seats.capacity) })}
        />
        <div className="mt-auto flex flex-wrap items-end justify-between gap-x-2 gap-y-3 border-line border-t pt-3">
          {best && priceFrom ? (
            <p className="min-w-0 flex-1">
              <span className="block text-ink-3 text-sm">{t("public.from", { room: t(`room.${best.roomType}`) })}</span>
              <span className="tn whitespace-nowrap font-semibold text-lg">{formatMoney(locale, priceFrom)}</span>
            </p>
          ) : null}
          <Link href={href} className="btn" data-kind={seed === 0 ? "primary" : "secondary"} data-size="md">
            {t("public.view")}
          </Link>
        </div>
      </div>
    </article>
  );
}
