"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { fromWall } from "@/components/groups/wall-time";
import { type Act, useAct } from "@/components/journey/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { Departure } from "@/lib/packages/contract/departure";

type Wish = { id: string; city: string; startsAt: string; endsAt: string; timeZone: string; capacity: number };
type DepartureFormProps = { packageId: string; timeZone: string; create: Act<Wish, Departure> };

/** A dated run of the package; prices begin as the package's. */
export function DepartureForm({ packageId, timeZone, create }: DepartureFormProps) {
  const t = useTranslations("packages");
  const { busy, act } = useAct();
  const [draft, setDraft] = useState({ city: "", startsAt: "", endsAt: "", seats: "45" });
  const [refused, setRefused] = useState<string | null>(null);
  const field = (name: keyof typeof draft) => ({
    value: draft[name],
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [starts, ends] = [fromWall(draft.startsAt, timeZone), fromWall(draft.endsAt, timeZone)];
    const capacity = /^\d{1,4}$/.test(draft.seats) ? Number(draft.seats) : null;
    setRefused(null);
    if (!draft.city.trim() || !starts || !ends || capacity === null) return setRefused(t("unreadable"));
    const span = { startsAt: starts.toISOString(), endsAt: ends.toISOString() };
    act(() => create({ id: packageId, city: draft.city, ...span, timeZone, capacity }), {
      said: { text: t("saved") },
      refused: setRefused,
    });
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {refused ? <Banner kind="bad">{refused}</Banner> : null}
      <TextField label={t("field.city")} maxLength={80} {...field("city")} />
      <TextField type="datetime-local" label={t("field.startsAt")} hint={timeZone} {...field("startsAt")} />
      <TextField type="datetime-local" label={t("field.endsAt")} {...field("endsAt")} />
      <TextField label={t("field.seats")} inputMode="numeric" maxLength={4} {...field("seats")} />
      <Button type="submit" kind="primary" busy={busy && t("save")}>
        {t("departures.new")}
      </Button>
    </form>
  );
}
