"use client";

import { ChevronDown } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Banner } from "@/components/ui/banner";
import { Fold } from "@/components/ui/fold";
import type { Booking } from "@/lib/bookings/contract/booking";
import type { Pilgrim } from "@/lib/bookings/contract/pilgrim";
import { mayGuard } from "@/lib/bookings/rules/party";
import { formatShortDate } from "@/lib/i18n/formats";
import { formatList } from "@/lib/i18n/list";
import type { DialCountry } from "@/lib/i18n/phone";
import { dayAt } from "@/lib/i18n/wall";
import type { BookingActs } from "./acts";
import { CancelAct } from "./cancel-act";
import { MrzField } from "./mrz-field";
import { PAPERS, PaperSigns } from "./paper-signs";
import { PapersForm } from "./papers-form";
import { PilgrimForm } from "./pilgrim-form";
import { ShowNumbers } from "./show-numbers";
import { SubstituteAct } from "./substitute-act";

const FOLD = "rounded-lg border border-line px-3 [&[open]]:pb-3";

type PartyPartProps = {
  booking: Booking;
  acts: BookingActs;
  country: DialCountry;
  isLive: boolean;
  hasLeft: boolean;
  isDesk: boolean;
};

/** Who travels, with their papers as signs; pressed, everything about one of them. */
export function PartyPart({ booking, acts, country, isLive, hasLeft, isDesk }: PartyPartProps) {
  const t = useTranslations("bookings");
  const locale = useLocale();
  const party = booking.party.filter(({ state }) => state === "active");
  const nameOf = (one: Pilgrim, i: number) => one.passportName ?? t("person", { number: String(i + 1) });
  if (party.length === 0) return null;
  return (
    <section aria-label={t("people")} className="flex flex-col gap-1 border-line border-t pt-4">
      <h3 className="flex flex-wrap items-baseline justify-between gap-2 font-semibold text-md">
        {t("people")}
        <span className="font-normal text-ink-3 text-sm">
          {PAPERS.map((kind) => t(`paper.kind.${kind}`)).join("\u00a0· ")}
        </span>
      </h3>
      {party.map((one, i) =>
        isLive ? (
          <details
            key={one.id}
            open={booking.status === "draft" && i === 0}
            className="group border-line border-b last-of-type:border-b-0"
          >
            <summary className="flex min-h-14 cursor-pointer list-none items-center gap-3 py-1.5 [&::-webkit-details-marker]:hidden">
              <PersonLine pilgrim={one} name={nameOf(one, i)} />
              <ChevronDown aria-hidden size={18} className="flex-none text-ink-3 group-open:rotate-180" />
            </summary>
            <Person {...{ booking, acts, country, hasLeft, isDesk, party }} pilgrim={one} name={nameOf(one, i)} />
          </details>
        ) : (
          <div
            key={one.id}
            className="flex min-h-14 items-center gap-3 border-line border-b py-1.5 last-of-type:border-b-0"
          >
            <PersonLine pilgrim={one} name={nameOf(one, i)} />
          </div>
        ),
      )}
      {party.map((one, i) =>
        one.passport === "too_short" && one.passportExpiresOn ? (
          <Banner key={one.id} kind="warn" className="mt-2">
            {t("passportShort", {
              name: nameOf(one, i),
              day: formatShortDate(locale, new Date(`${one.passportExpiresOn}T12:00:00Z`), { zone: "UTC", year: true }),
            })}
          </Banner>
        ) : null,
      )}
    </section>
  );
}

function PersonLine({ pilgrim, name }: { pilgrim: Pilgrim; name: string }) {
  return (
    <>
      <Avatar name={name} size={34} />
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">
          <bdi>{name}</bdi>
        </span>
        <Missing pilgrim={pilgrim} />
      </span>
      <PaperSigns pilgrim={pilgrim} />
    </>
  );
}

function Missing({ pilgrim }: { pilgrim: Pilgrim }) {
  const t = useTranslations("bookings");
  const words = useTranslations("packages");
  const line = `${words(`passenger.${pilgrim.passengerType}`)}\u00a0· ${words(`room.${pilgrim.roomType}`)}`;
  return (
    <span className="block text-ink-3 text-sm">
      {pilgrim.missing.length > 0 ? t("missingCount", { count: pilgrim.missing.length }) : line}
    </span>
  );
}

type PersonProps = Omit<PartyPartProps, "isLive"> & { pilgrim: Pilgrim; name: string; party: readonly Pilgrim[] };

function Person({ booking, acts, country, hasLeft, isDesk, pilgrim, name, party }: PersonProps) {
  const t = useTranslations("bookings");
  const locale = useLocale();
  // What a passport filled in stands in the fields at once, before the page has followed.
  const [read, setRead] = useState<{ times: number; one: Pilgrim } | null>(null);
  const filled = (after: Booking) => {
    const one = after.party.find(({ id }) => id === pilgrim.id);
    if (one) setRead({ times: (read?.times ?? 0) + 1, one });
  };
  const shown = read ? { ...read.one, missing: pilgrim.missing } : pilgrim;
  const about = { bookingId: booking.id, pilgrimId: pilgrim.id };
  const leavesOn = dayAt(booking.startsAt, booking.timeZone);
  const adults = party.filter((one) => mayGuard(one, leavesOn));
  const known = pilgrim.missing.map((field) => t(`field.${field as "birthDate"}`));
  return (
    <div className="flex flex-col gap-5 pt-2 pb-5">
      {known.length > 0 ? <p className="text-ink-2">{t("missing", { fields: formatList(locale, known) })}</p> : null}
      <PilgrimForm
        key={read?.times ?? 0}
        bookingId={booking.id}
        pilgrim={shown}
        {...{ adults, country }}
        save={acts.savePilgrim}
      />
      {isDesk ? (
        <>
          <Fold title={t("mrz.title")} className={FOLD}>
            <MrzField {...about} read={acts.readPassport} onRead={filled} />
          </Fold>
          <Fold title={t("paper.title")} className={FOLD}>
            <PapersForm bookingId={booking.id} pilgrim={pilgrim} set={acts.setPaper} />
          </Fold>
          <ShowNumbers {...about} read={acts.readPapers} />
        </>
      ) : null}
      {hasLeft ? null : (
        <div className="flex flex-wrap gap-2.5">
          <SubstituteAct bookingId={booking.id} pilgrim={{ id: pilgrim.id, name }} substitute={acts.substitute} />
          {party.length > 1 ? <CancelAct {...{ booking, acts, isDesk }} pilgrim={{ id: pilgrim.id, name }} /> : null}
        </div>
      )}
    </div>
  );
}
