import { ChevronLeft, ChevronRight, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CloseByKey } from "@/components/command-list/close-by-key";
import { Speak } from "@/components/shell/speak";
import { CopyButton } from "@/components/ui/copy-button";
import { LinkButton } from "@/components/ui/link-button";
import { Moon } from "@/components/ui/moon";
import type { Booking, KnownPayer } from "@/lib/bookings/contract/booking";
import { formatSpan } from "@/lib/i18n/formats";
import { hijriDay } from "@/lib/i18n/hijri";
import { type DialCountry, formatPhone } from "@/lib/i18n/phone";
import type { BookingActs } from "./acts";
import { BookingDesk } from "./booking-desk";
import { GiveAct } from "./give-act";

type BookingSideProps = {
  booking: Booking;
  acts: BookingActs;
  country: DialCountry;
  maySell: boolean;
  /** Whose it may be, while it is nobody's who has a login. */
  knownPayers: readonly KnownPayer[];
  payHref: string | null;
  now: Date;
  /** The list alone, and with the neighbours of this one. */
  ways: { close: string; previous: string | null; next: string | null };
};

/** The open booking beside the list; on a narrow screen in its place. */
export function BookingSide({ booking, acts, country, maySell, knownPayers, payHref, now, ways }: BookingSideProps) {
  const t = useTranslations("bookings");
  const common = useTranslations("common");
  const locale = useLocale();
  const { startsAt, endsAt, timeZone: zone, payerName, payer, code } = booking;
  return (
    <section
      className="card p-5 xl:sticky xl:top-4 xl:max-h-[calc(100dvh-2rem)] xl:overflow-y-auto"
      aria-label={payerName}
    >
      <CloseByKey href={ways.close} />
      <div className="mb-2 flex items-center gap-1">
        <bdi dir="ltr" className="tn whitespace-nowrap text-ink-2">
          {code}
        </bdi>
        <CopyButton kind="ghost" size="sm" value={code} label={t("copy")} />
        <span className="ms-auto flex gap-1">
          <Way
            href={ways.previous}
            label={t("previous")}
            icon={<ChevronLeft aria-hidden size={18} className="mirror" />}
          />
          <Way href={ways.next} label={t("next")} icon={<ChevronRight aria-hidden size={18} className="mirror" />} />
          <Way href={ways.close} label={common("close")} icon={<X aria-hidden size={18} />} />
        </span>
      </div>
      <h2 className="display text-xl">
        <bdi>{payerName}</bdi>&nbsp;· {t("pilgrims", { count: booking.pilgrims })}
      </h2>
      <p className="mt-1 flex items-center gap-2 text-ink-2">
        <Moon day={hijriDay(startsAt, zone).day} size={16} />
        <span>
          <bdi>{booking.packageName}</bdi>&nbsp;· {formatSpan(locale, startsAt, endsAt, { zone, now })}
        </span>
      </p>
      {payer.phone ? (
        <p className="mt-1">
          <a href={`tel:${payer.phone}`} className="text-primary-ink">
            <bdi dir="ltr" className="tn">
              {formatPhone(payer.phone)}
            </bdi>
          </a>
        </p>
      ) : null}
      <div className="mt-4">
        <Speak namespaces={["bookings", "packages", "reminders"]}>
          {knownPayers.map((payer) => (
            <div key={payer.id} className="mb-4">
              <GiveAct
                {...{ booking, payer }}
                shown={payer.contact.includes("@") ? payer.contact : formatPhone(payer.contact)}
                give={acts.give}
              />
            </div>
          ))}
          <BookingDesk key={booking.id} {...{ booking, acts, country, maySell, payHref }} now={now.getTime()} />
        </Speak>
      </div>
    </section>
  );
}

function Way({ href, label, icon }: { href: string | null; label: string; icon: ReactNode }) {
  if (!href) return null;
  return <LinkButton href={href} scroll={false} kind="ghost" size="sm" icon={icon} aria-label={label} title={label} />;
}
