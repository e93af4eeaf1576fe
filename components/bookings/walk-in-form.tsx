"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, type Making, useAct } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { PhoneField } from "@/components/ui/phone-field";
import type { WaitlistEntry } from "@/lib/bookings/contract/waitlist";
import { DRAFT_HOLD_MS } from "@/lib/bookings/rules/life";
import { formatShortDate } from "@/lib/i18n/formats";
import type { DialCountry } from "@/lib/i18n/phone";
import { MINUTE } from "@/lib/kernel/durations";
import type { Departure } from "@/lib/packages/contract/departure";
import { pilgrimsOf, startCart, totalOf } from "./cart";
import { CartForm } from "./cart-form";

type Wish = {
  departureId: string;
  payer: { name: string; phone: string | null };
  pilgrims: ReturnType<typeof pilgrimsOf>;
  waitlistId?: string;
};
type WalkInFormProps = {
  departures: readonly Departure[];
  /** Which of them is chosen at first. */
  departureId?: string;
  /** Seats that were offered to somebody who waited: they are booked now. */
  offer: WaitlistEntry | null;
  country: DialCountry;
  home: string;
  /** Where a departure is begun. */
  packages: string;
  place: Making<Wish>;
  wait: Act<{ id: string; seats: number; person: { name: string; phone: string | null } }>;
};

function startOf(departure: Departure | undefined, offer: WaitlistEntry | null) {
  const cart = startCart(departure?.prices ?? []);
  return offer ? { ...cart, counts: { ...cart.counts, adult: offer.seats } } : cart;
}

/** Somebody stands at the desk: departure, who pays, who travels, and the seats are held. */
export function WalkInForm({ departures, departureId, offer, country, home, packages, place, wait }: WalkInFormProps) {
  const t = useTranslations("bookings.flow");
  const words = useTranslations("packages");
  const locale = useLocale();
  const router = useRouter();
  const { busy, act } = useAct();
  const [departure, setDeparture] = useState(departures.find(({ id }) => id === departureId) ?? departures[0]);
  const [cart, setCart] = useState(() => startOf(departure, offer));
  const [name, setName] = useState(offer?.personName ?? "");
  const [phone, setPhone] = useState<string | null>(offer?.phone ?? null);
  const [refused, setRefused] = useState<string | null>(null);
  if (!departure)
    return (
      <Banner kind="info" action={<LinkButton href={packages}>{words("departures.toPackages")}</LinkButton>}>
        {t("noDeparture")}
      </Banner>
    );
  const choose = (id: string) => {
    const chosen = departures.find((one) => one.id === id);
    if (!chosen) return;
    setDeparture(chosen);
    setCart({ ...cart, roomType: startCart(chosen.prices).roomType });
  };
  const asked = cart.counts.adult + cart.counts.child;
  const fits = offer !== null || asked <= departure.seats.left;
  const person = { name: name.trim(), phone };
  const hold = () => {
    setRefused(null);
    const taken = offer ? { waitlistId: offer.id } : {};
    const wish = { departureId: departure.id, payer: person, pilgrims: pilgrimsOf(cart), ...taken };
    act((key) => place(wish, key), { done: ({ id }) => router.push(`${home}?open=${id}`), refused: setRefused });
  };
  const queue = () => {
    setRefused(null);
    act(() => wait({ id: departure.id, seats: asked, person }), {
      said: { text: t("queued") },
      done: () => router.push(`${home}/waiting`),
      refused: setRefused,
    });
  };
  const nothing = asked === 0 || totalOf(departure.prices, cart) === null;
  const unavailable = person.name === "" ? t("nameFirst") : nothing && t("notPriced");
  return (
    <div className="card flex max-w-xl flex-col gap-5 p-5">
      {refused ? <Banner kind="bad">{refused}</Banner> : null}
      <SelectField
        label={t("departure")}
        value={departure.id}
        disabled={offer !== null}
        onChange={(event) => choose(event.target.value)}
        options={departures.map(({ id, packageName, startsAt, timeZone: zone, seats }) => ({
          value: id,
          label: `${formatShortDate(locale, startsAt, { zone, year: true })}\u00a0· ${packageName}\u00a0· ${words("public.left", { count: seats.left })}`,
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
        <PhoneField
          name="phone"
          label={t("payerPhone")}
          country={country}
          defaultValue={offer?.phone ?? ""}
          onValue={setPhone}
        />
      </fieldset>
      <CartForm prices={departure.prices} cart={cart} onCart={setCart} payerTravels={t("payerTravels")} />
      <p className="text-ink-2">
        {fits ? t("holdText", { minutes: DRAFT_HOLD_MS / MINUTE }) : t("waitText", { left: departure.seats.left })}
      </p>
      <Button
        kind="primary"
        size="lg"
        onClick={fits ? hold : queue}
        busy={busy && t("holding")}
        unavailable={unavailable}
      >
        {t(fits ? "hold" : "queue")}
      </Button>
    </div>
  );
}
