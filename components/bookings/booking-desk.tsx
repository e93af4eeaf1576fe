"use client";

import { useLocale, useTranslations } from "next-intl";
import { type Act, useAct } from "@/components/journey/use-act";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { Booking } from "@/lib/bookings/contract/booking";
import type { Pilgrim } from "@/lib/bookings/contract/pilgrim";
import { formatMoney, formatShortDate, formatTime } from "@/lib/i18n/formats";
import { CancelAct, type CancelActs } from "./cancel-act";
import { LifeThread } from "./life-thread";
import { PilgrimForm, type SavePilgrim } from "./pilgrim-form";
import { BookingBadge } from "./status-badge";

export type BookingActs = CancelActs & {
  update: Act<{ id: string; submit?: true; extend?: true; reseat?: true }, Booking>;
  savePilgrim: SavePilgrim;
};
type BookingDeskProps = {
  booking: Booking;
  acts: BookingActs;
  /** Staff may seat money that came late. */
  maySell: boolean;
};

const LIVE = ["draft", "pending_payment", "partially_paid", "paid"];
const PASSPORT = { missing: "notYet", good: "ok", too_short: "warn" } as const;

/** One booking: where it stands, the money, who travels, and the next act. */
export function BookingDesk({ booking, acts, maySell }: BookingDeskProps) {
  const t = useTranslations("bookings");
  const isLive = LIVE.includes(booking.status) && booking.mayChange;
  const travelling = booking.party.filter(({ state }) => state === "active");
  const nameOf = (one: Pilgrim, i: number) => one.passportName ?? t("person", { number: String(i + 1) });
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-center gap-2.5">
        <BookingBadge booking={booking} />
        <HoldWords booking={booking} />
      </div>
      <LifeThread booking={booking} />
      <NextAct {...{ booking, acts, maySell }} />
      <Money booking={booking} />
      <section aria-label={t("people")} className="flex flex-col gap-3">
        <h3 className="font-semibold text-md">{t("people")}</h3>
        {travelling.map((one, i) => (
          <details
            key={one.id}
            open={isLive && booking.status === "draft" && i === 0}
            className="rounded-lg border border-line p-4"
          >
            <summary className="flex cursor-pointer flex-wrap items-center gap-2">
              <bdi className="min-w-0 flex-1 font-semibold">{nameOf(one, i)}</bdi>
              <Badge status={PASSPORT[one.passport]}>{t(`passport.${one.passport}`)}</Badge>
            </summary>
            <div className="mt-4 flex flex-col gap-3">
              {isLive ? (
                <PilgrimForm
                  bookingId={booking.id}
                  pilgrim={one}
                  adults={travelling.filter(({ passengerType }) => passengerType === "adult")}
                  save={acts.savePilgrim}
                />
              ) : null}
              {isLive && travelling.length > 1 ? (
                <CancelAct booking={booking} pilgrim={{ id: one.id, name: nameOf(one, i) }} acts={acts} />
              ) : null}
            </div>
          </details>
        ))}
      </section>
      {isLive ? <CancelAct booking={booking} acts={acts} /> : null}
    </div>
  );
}

function HoldWords({ booking: { holdEndsAt, timeZone: zone, code } }: { booking: Booking }) {
  const t = useTranslations("bookings");
  const locale = useLocale();
  const ends =
    holdEndsAt && `${formatShortDate(locale, holdEndsAt, { zone })} ${formatTime(locale, holdEndsAt, { zone })}`;
  return (
    <span className="tn text-ink-2">
      <bdi dir="ltr">{code}</bdi>
      {ends ? ` · ${t("holdEnds", { time: ends })}` : ""}
    </span>
  );
}

/** The one thing to do now. */
function NextAct({ booking, acts, maySell }: BookingDeskProps) {
  const t = useTranslations("bookings");
  const { busy, act } = useAct();
  const { id, status, needsDecision, mayChange, mayExtend } = booking;
  if (needsDecision)
    return (
      <Banner kind="warn">
        {t("decision")}
        {maySell ? (
          <Button
            className="mt-2"
            busy={busy && t("reseat")}
            onClick={() => act(() => acts.update({ id, reseat: true }))}
          >
            {t("reseat")}
          </Button>
        ) : null}
      </Banner>
    );
  if (!mayChange) return null;
  if (status === "draft")
    return (
      <Button
        kind="lamp"
        size="lg"
        wide
        busy={busy && t("flow.holding")}
        onClick={() => act(() => acts.update({ id, submit: true }), { said: { text: t("submitted") } })}
      >
        {t("submit")}
      </Button>
    );
  return mayExtend ? (
    <Button
      busy={busy && t("extend")}
      onClick={() => act(() => acts.update({ id, extend: true }), { said: { text: t("extended") } })}
    >
      {t("extend")}
    </Button>
  ) : null;
}

function Money({ booking }: { booking: Booking }) {
  const t = useTranslations("bookings");
  const locale = useLocale();
  const { currency, owed, paid, refund, deposit, status, settleBy, timeZone: zone, code } = booking;
  const money = (amount: number) => formatMoney(locale, { amount, currency });
  return (
    <section aria-label={t("money")} className="flex flex-col gap-2 border-line border-t pt-4">
      <h3 className="flex flex-wrap items-baseline justify-between gap-2 font-semibold text-md">
        {t("money")}
        <span className="tn font-normal text-ink-2">{t("paidOf", { paid: money(paid), owed: money(owed) })}</span>
      </h3>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
        {booking.lines.map(({ id, kind, amount }) => (
          <div key={id} className="contents">
            <dt className="text-ink-2">{t(`line.${kind}`)}</dt>
            <dd className="tn text-end">{money(amount)}</dd>
          </div>
        ))}
      </dl>
      {status === "pending_payment" ? (
        <p className="text-ink-2">
          {t("depositHint", { amount: money(deposit) })} {t("my.pay", { code })}
        </p>
      ) : null}
      {status === "partially_paid" ? (
        <p className="text-ink-2">{t("settleBy", { day: formatShortDate(locale, settleBy, { zone }) })}</p>
      ) : null}
      {refund > 0 ? <p className="font-semibold">{t("refund", { amount: money(refund) })}</p> : null}
    </section>
  );
}
