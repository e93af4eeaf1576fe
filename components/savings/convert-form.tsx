"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { pilgrimsOf, startCart, totalOf } from "@/components/bookings/cart";
import { CartForm } from "@/components/bookings/cart-form";
import { MoneyField } from "@/components/packages/money-field";
import { type Act, useAct } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { SelectField } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import type { Allowance, BookingRow } from "@/lib/bookings/contract/booking";
import { formatShortDate } from "@/lib/i18n/formats";
import type { Money } from "@/lib/kernel/money";
import type { Departure } from "@/lib/packages/contract/departure";
import type { Converted } from "@/lib/savings/contract/convert";
import type { Plan } from "@/lib/savings/contract/plan";
import { readAsked } from "./asked";
import { useWords } from "./words";

type Wish = {
  id: string;
  bookingId?: string;
  departureId?: string;
  pilgrims?: ReturnType<typeof pilgrimsOf>;
  amount?: Money;
};
type ConvertFormProps = {
  plan: Plan;
  /** Held by the saver and not paid yet. */
  bookings: readonly BookingRow[];
  departures: readonly Departure[];
  /** Before the booking's id, where it is shown afterwards. */
  home: string;
  convert: Act<Wish, Converted>;
  /** What a saver may hold of a departure; null for the office. */
  allowance: Allowance | null;
  /** What a refusal says where nothing is left to pay with. */
  tooLittle: string;
};

/** Savings pay for seats: of a departure at today's price, or of a booking that is held already. */
export function ConvertForm({ plan, bookings, departures, home, convert, allowance, tooLittle }: ConvertFormProps) {
  const t = useTranslations("savings.convert");
  const words = useTranslations("bookings.flow");
  const begin = useTranslations("savings.begin");
  const locale = useLocale();
  const router = useRouter();
  const { money } = useWords();
  const { busy, act } = useAct();
  const [chosen, setChosen] = useState(bookings[0]?.id ?? departures[0]?.id ?? "");
  const departure = departures.find(({ id }) => id === chosen);
  const [cart, setCart] = useState(() => startCart(departures[0]?.prices ?? []));
  const [typed, setTyped] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  if (!chosen) return <Banner kind="info">{t("none")}</Banner>;
  const choose = (id: string) => {
    const next = departures.find((one) => one.id === id);
    if (next) setCart({ ...cart, roomType: startCart(next.prices).roomType });
    setChosen(id);
  };
  const asked = readAsked(typed, plan.balance.currency);
  const booking = bookings.find(({ id }) => id === chosen);
  const left = booking ? booking.owed.amount - booking.paid.amount : 0;
  const rest = departure ? (totalOf(departure.prices, cart)?.amount ?? 0) : left;
  // What the saver is asked about is what is taken: prices and savings may move while they read.
  const amount = asked ?? Math.min(plan.balance.amount - plan.reserved.amount, rest);
  const send = () => {
    setRefused(null);
    const what = departure ? { departureId: chosen, pilgrims: pilgrimsOf(cart) } : { bookingId: chosen };
    act(() => convert({ id: plan.id, ...what, amount: { ...plan.balance, amount } }), {
      refused: setRefused,
      done: ({ booking, amount: paid }) => {
        toast({ text: t("done", { amount: money(paid) }), kind: "done" });
        router.push(`${home}${booking.id}`);
      },
    });
  };
  const isPriced = !departure || totalOf(departure.prices, cart) !== null;
  const missing = !isPriced ? words("notPriced") : asked === null ? begin("amountMissing") : amount < 1 && tooLittle;
  return (
    <div className="card flex max-w-xl flex-col gap-5 p-5">
      {refused ? <Banner kind="bad">{refused}</Banner> : null}
      <p className="tn font-semibold">{t("there", { amount: money(plan.balance) })}</p>
      <SelectField
        label={t("what")}
        value={chosen}
        onChange={(event) => choose(event.target.value)}
        options={[
          ...bookings.map(({ id, code, packageName }) => ({
            value: id,
            label: t("held", { code, package: packageName }),
          })),
          ...departures.map(({ id, packageName, city, startsAt, timeZone: zone }) => ({
            value: id,
            label: `${formatShortDate(locale, startsAt, { zone, year: true })}\u00a0· ${packageName}\u00a0· ${city}`,
          })),
        ]}
      />
      {departure ? (
        <CartForm
          prices={departure.prices}
          cart={cart}
          onCart={setCart}
          payerTravels={words("payerTravels")}
          allowance={allowance}
        />
      ) : null}
      <MoneyField
        label={t("amount", { currency: plan.balance.currency })}
        currency={plan.balance.currency}
        hint={t("amountHint")}
        optional
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Confirm
        title={t("ask", { amount: money({ ...plan.balance, amount }) })}
        text={t("askText")}
        keep={t("keep")}
        verb={t("verb")}
        kind="primary"
        go={(close) => {
          close();
          send();
        }}
        trigger={
          <Button kind="primary" wide busy={busy && t("busy")} unavailable={missing}>
            {t("verb")}
          </Button>
        }
      />
    </div>
  );
}
