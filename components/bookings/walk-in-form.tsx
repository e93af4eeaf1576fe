"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/journey/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { PhoneField } from "@/components/ui/phone-field";
import type { BookingRow } from "@/lib/bookings/contract/booking";
import { formatShortDate } from "@/lib/i18n/formats";
import type { DialCountry } from "@/lib/i18n/phone";
import type { Departure } from "@/lib/packages/contract/departure";
import { CartForm, pilgrimsOf, startCart, totalOf } from "./cart-form";

type Wish = {
  departureId: string;
  payer: { name: string; phone: string | null };
  pilgrims: ReturnType<typeof pilgrimsOf>;
};
type WalkInFormProps = {
  departures: readonly Departure[];
  country: DialCountry;
  home: string;
  place: Act<Wish, BookingRow>;
};

/** Somebody stands at the desk: departure, who pays, who travels, and the seats are held. */
export function WalkInForm({ departures, country, home, place }: WalkInFormProps) {
  const t = useTranslations("bookings.flow");
  const words = useTranslations("packages");
  const locale = useLocale();
  const router = useRouter();
  const { busy, act } = useAct();
  const [departure, setDeparture] = useState(departures[0]);
  const [cart, setCart] = useState(() => startCart(departure?.prices ?? []));
  const [name, setName] = useState("");
  const [phone, setPhone] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  if (!departure) return <Banner kind="info">{t("noDeparture")}</Banner>;
  const choose = (id: string) => {
    const chosen = departures.find((one) => one.id === id);
    if (!chosen) return;
    setDeparture(chosen);
    setCart({ ...cart, roomType: startCart(chosen.prices).roomType });
  };
  const hold = () => {
    setRefused(null);
    const wish = { departureId: departure.id, payer: { name, phone }, pilgrims: pilgrimsOf(cart) };
    act(() => place(wish), { done: ({ id }) => router.push(`${home}?open=${id}`), refused: setRefused });
  };
  return (
    <div className="card flex max-w-xl flex-col gap-5 p-5">
      {refused ? <Banner kind="bad">{refused}</Banner> : null}
      <SelectField
        label={t("departure")}
        value={departure.id}
        onChange={(event) => choose(event.target.value)}
        options={departures.map(({ id, packageName, startsAt, timeZone: zone, seats }) => ({
          value: id,
          label: `${packageName} · ${formatShortDate(locale, startsAt, { zone, year: true })} · ${words("public.left", { count: seats.left })}`,
        }))}
      />
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-2 font-semibold">{t("payer")}</legend>
        <TextField
          label={t("payerName")}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <PhoneField name="phone" label={t("payerPhone")} country={country} onValue={setPhone} />
      </fieldset>
      <CartForm
        prices={departure.prices}
        currency={departure.currency}
        cart={cart}
        onCart={setCart}
        payerTravels={t("payerTravels")}
      />
      <p className="text-ink-2">{t("holdText")}</p>
      <Button
        kind="primary"
        size="lg"
        onClick={hold}
        busy={busy && t("holding")}
        unavailable={totalOf(departure.prices, cart) === null ? t("notPriced") : false}
      >
        {t("hold")}
      </Button>
    </div>
  );
}
