"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { fromWall, toWall } from "@/components/groups/wall-time";
import { type Act, useAct } from "@/components/journey/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { readAmount, writeAmount } from "@/lib/kernel/amounts";
import type { Departure } from "@/lib/packages/contract/departure";
import { PASSENGERS, ROOMS } from "./package-draft";

export type DepartureWish = {
  id: string;
  version: number;
  city: string;
  startsAt: string;
  endsAt: string;
  capacity: number;
  prices: Departure["prices"];
  groupId: string | null;
};
type DepartureEditProps = {
  departure: Departure;
  groups: readonly { id: string; name: string; number: number }[];
  update: Act<DepartureWish, Departure>;
};
type Draft = Record<string, string>;

const draftOf = ({ city, startsAt, endsAt, timeZone, capacity, prices, currency, groupId }: Departure): Draft => ({
  ...{ city, startsAt: toWall(startsAt, timeZone), endsAt: toWall(endsAt, timeZone), seats: String(capacity) },
  group: groupId ?? "",
  ...Object.fromEntries(
    prices.map((one) => [`${one.roomType}.${one.passengerType}`, writeAmount(one.amount, currency)]),
  ),
});

/** What the draft means, or the fields that can't be read. */
function readDraft(draft: Draft, { id, version, timeZone, currency }: Departure) {
  const [startsAt, endsAt] = [fromWall(draft.startsAt ?? "", timeZone), fromWall(draft.endsAt ?? "", timeZone)];
  const wrong = [
    ...(draft.city?.trim() ? [] : ["city"]),
    ...(startsAt ? [] : ["startsAt"]),
    ...(endsAt ? [] : ["endsAt"]),
    ...(/^\d{1,4}$/.test(draft.seats ?? "") ? [] : ["seats"]),
  ];
  const prices = ROOMS.flatMap((roomType) =>
    PASSENGERS.flatMap((passengerType) => {
      const typed = draft[`${roomType}.${passengerType}`]?.trim();
      if (!typed) return [];
      const amount = readAmount(typed, currency);
      if (amount === null) wrong.push(`${roomType}.${passengerType}`);
      return [{ roomType, passengerType, amount: amount ?? 0 }];
    }),
  );
  if (wrong.length > 0 || !startsAt || !endsAt) return { wrong };
  const span = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  const wish = { id, version, city: draft.city ?? "", ...span, capacity: Number(draft.seats), prices };
  return { wish: { ...wish, groupId: draft.group || null } };
}

/** Everything about a departure that may still change: its days, seats, prices, and whose group its pilgrims join. */
export function DepartureEdit({ departure, groups, update }: DepartureEditProps) {
  const t = useTranslations("packages");
  const { busy, act } = useAct();
  const [draft, setDraft] = useState(() => draftOf(departure));
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const field = (name: string) => ({
    value: draft[name] ?? "",
    error: wrong.includes(name) ? t("unreadable") : undefined,
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readDraft(draft, departure);
    setRefused(null);
    setWrong("wrong" in read ? (read.wrong ?? []) : []);
    if ("wish" in read && read.wish) {
      const { wish } = read;
      act(() => update(wish), { said: { text: t("saved") }, refused: setRefused });
    }
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      {refused ? <Banner kind="bad">{refused}</Banner> : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label={t("field.city")} maxLength={80} {...field("city")} />
        <TextField label={t("field.seats")} inputMode="numeric" maxLength={4} {...field("seats")} />
        <TextField
          type="datetime-local"
          label={t("field.startsAt")}
          hint={departure.timeZone.replaceAll("_", " ")}
          {...field("startsAt")}
        />
        <TextField type="datetime-local" label={t("field.endsAt")} {...field("endsAt")} />
        <SelectField
          label={t("field.group")}
          hint={t("field.groupHint")}
          {...field("group")}
          options={[
            { value: "", label: t("field.groupNone") },
            ...groups.map(({ id, name, number }) => ({ value: id, label: `${number} · ${name}` })),
          ]}
        />
      </div>
      <PriceGrid currency={departure.currency} field={field} />
      <Button type="submit" kind="primary" className="self-start" busy={busy && t("save")}>
        {t("save")}
      </Button>
    </form>
  );
}

type FieldOf = (name: string) => Pick<Parameters<typeof TextField>[0], "value" | "error" | "onChange">;

function PriceGrid({ currency, field }: { currency: string; field: FieldOf }) {
  const t = useTranslations("packages");
  return (
    <fieldset>
      <legend className="font-semibold">{t("field.prices")}</legend>
      <p className="mb-3 text-ink-3 text-sm">{t("field.pricesHint")}</p>
      <div className="flex flex-col gap-3">
        {ROOMS.map((room) => (
          <div key={room} className="grid gap-3 sm:grid-cols-3">
            {PASSENGERS.map((type) => (
              <TextField
                key={type}
                label={`${t(`room.${room}`)} · ${t(`passenger.${type}`)}`}
                prefix={currency}
                inputMode="decimal"
                dir="ltr"
                {...field(`${room}.${type}`)}
              />
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
