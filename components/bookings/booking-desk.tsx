"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RemindButton } from "@/components/invoices/remind-button";
import { useAct } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import type { Booking } from "@/lib/bookings/contract/booking";
import type { DialCountry } from "@/lib/i18n/phone";
import type { BookingActs } from "./acts";
import { CancelAct } from "./cancel-act";
import { HoldClock } from "./hold-clock";
import { LifeThread } from "./life-thread";
import { MoneyPart } from "./money-part";
import { PartyPart } from "./party-part";
import { BookingBadge } from "./status-badge";
import { SubmitAct } from "./submit-act";

type BookingDeskProps = {
  booking: Booking;
  acts: BookingActs;
  /** Of the agency: its phone numbers are typed without a prefix. */
  country: DialCountry;
  /** Staff: they may seat money that came late, and judge papers. */
  maySell: boolean;
  /** Where its payments are written down, for whoever may. */
  payHref?: string | null;
  /** The way to other seats when the time of these is up, for whoever books for themself. */
  again?: ReactNode;
  /** Server time, ms. */
  now: number;
};

const LEFT = ["departed", "completed"];
const LIVE = ["draft", "pending_payment", "partially_paid", "paid"];

/** One booking: where it stands, the money, who travels, and the next act. */
export function BookingDesk({ booking, acts, country, maySell, payHref = null, again = null, now }: BookingDeskProps) {
  const t = useTranslations("bookings");
  const isOpen = LIVE.includes(booking.status) && booking.mayChange;
  const isLive = isOpen && !booking.isFrozen;
  const { holdEndsAt, timeZone, status } = booking;
  // Who is under way is taken off no more: their details may still be mended.
  const hasLeft = LEFT.includes(booking.departureStatus);
  const isHeld = status === "draft" || status === "pending_payment";
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center gap-2.5">
        <BookingBadge booking={booking} now={now} />
      </div>
      <LifeThread booking={booking} />
      {holdEndsAt && isHeld ? <HoldClock endsAt={holdEndsAt} zone={timeZone} now={now} after={again} /> : null}
      {status === "expired" && !booking.needsDecision ? again : null}
      <NextAct {...{ booking, acts, maySell, payHref }} />
      <MoneyPart booking={booking} />
      <PartyPart {...{ booking, acts, country, isLive, hasLeft }} isDesk={maySell} />
      {isLive && !hasLeft ? (
        <div className="border-line border-t pt-4">
          <CancelAct booking={booking} acts={acts} isDesk={maySell} />
        </div>
      ) : isOpen && booking.isFrozen ? (
        <p className="border-line border-t pt-4 text-ink-2">{t("frozen")}</p>
      ) : null}
    </div>
  );
}

/** The one thing to do now. */
function NextAct({
  booking,
  acts,
  maySell,
  payHref,
}: Pick<BookingDeskProps, "booking" | "acts" | "maySell" | "payHref">) {
  const t = useTranslations("bookings");
  const { busy, act } = useAct();
  const { id, status, needsDecision, mayChange, mayExtend, remindedAt, timeZone: zone } = booking;
  const reseat =
    maySell && status === "expired" ? (
      <Button
        className="self-start"
        busy={busy && t("reseat")}
        onClick={() => act(() => acts.update({ id, reseat: true }))}
      >
        {t("reseat")}
      </Button>
    ) : null;
  if (needsDecision)
    return (
      <Banner kind="warn" action={reseat}>
        {t("decision")}
      </Banner>
    );
  if (reseat && booking.departureStatus === "open") return reseat;
  if (!mayChange) return null;
  if (status === "draft") return <SubmitAct booking={booking} update={acts.update} isDesk={maySell} />;
  const owes =
    booking.owed.amount > booking.paid.amount && (status === "pending_payment" || status === "partially_paid");
  return mayExtend || payHref || (maySell && owes) ? (
    <div className="flex flex-wrap gap-2.5">
      {maySell && owes ? <RemindButton kind="primary" {...{ id, zone, remindedAt }} remind={acts.remind} /> : null}
      {payHref ? <LinkButton href={payHref}>{t("recordPayment")}</LinkButton> : null}
      {mayExtend ? (
        <Button
          busy={busy && t("extend")}
          onClick={() => act(() => acts.update({ id, extend: true }), { said: { text: t("extended") } })}
        >
          {t("extend")}
        </Button>
      ) : null}
    </div>
  ) : null;
}
