"use client";

import { useTranslations } from "next-intl";
import type { Act } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { Departure } from "@/lib/packages/contract/departure";
import { DayField } from "./day-field";
import { type DepartureWish, draftDeparture, readDeparture } from "./departure-draft";
import { FlightFields } from "./flight-fields";
import { PriceGrid } from "./price-grid";
import { useDraft } from "./use-draft";

type DepartureEditProps = {
  departure: Departure;
  groups: readonly { id: string; name: string; number: number }[];
  update: Act<DepartureWish & { id: string; version: number }, Departure>;
};

/** Everything about a departure that may still change: its days, seats, flights, prices, and whose group its pilgrims
 * join. */
export function DepartureEdit({ departure, groups, update }: DepartureEditProps) {
  const t = useTranslations("packages");
  const { id, version, timeZone, currency } = departure;
  const { draft, setDraft, field, submit, refused, saving } = useDraft<DepartureWish, Departure>({
    start: () => draftDeparture(departure),
    read: (typed) => readDeparture(typed, departure),
    save: (wish) => update({ id, version, ...wish }),
  });
  return (
    <Form onSubmit={submit} noValidate className="flex flex-col gap-5">
      {refused ? <Banner kind="bad">{refused}</Banner> : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label={t("field.city")} maxLength={80} {...field("city")} />
        <TextField label={t("field.seats")} inputMode="numeric" maxLength={4} {...field("seats")} />
        <DayField label={t("field.startsAt")} timeZone={timeZone} {...field("startsAt")} />
        <DayField label={t("field.endsAt")} timeZone={timeZone} {...field("endsAt")} />
        <SelectField
          label={t("field.group")}
          hint={t("field.groupHint")}
          {...field("group")}
          options={[
            { value: "", label: t("field.groupNone") },
            ...groups.map((one) => ({ value: one.id, label: `${one.number}\u00a0· ${one.name}` })),
          ]}
        />
      </div>
      <FlightFields {...{ draft, timeZone, field }} onDraft={setDraft} />
      <PriceGrid currency={currency} field={field} />
      <Button type="submit" kind="primary" className="self-start" busy={saving}>
        {t("save")}
      </Button>
    </Form>
  );
}
