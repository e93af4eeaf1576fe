"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Act } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { Departure } from "@/lib/packages/contract/departure";
import { DayField } from "./day-field";
import { readDeparture, withStart } from "./departure-draft";
import { useDraft } from "./use-draft";

type Wish = { id: string; city: string; startsAt: string; endsAt: string; timeZone: string; capacity: number };
type DepartureFormProps = {
  packageId: string;
  /** Of the trip, the first and the last among them. */
  days: number;
  timeZone: string;
  /** Where departures are. */
  home: string;
  create: Act<Wish, Departure>;
};
const SEATS = "45";

/** A dated run of the package; prices begin as the package's. */
export function DepartureForm({ packageId, days, timeZone, home, create }: DepartureFormProps) {
  const t = useTranslations("packages");
  const router = useRouter();
  const { draft, setDraft, field, submit, refused, saving } = useDraft<Wish, Departure>({
    start: () => ({ seats: SEATS }),
    read: (typed) => {
      const found = readDeparture(typed, { timeZone, currency: "" });
      if ("wrong" in found) return found;
      const { city, startsAt, endsAt, capacity } = found.wish;
      return { wish: { id: packageId, timeZone, city, startsAt, endsAt, capacity } };
    },
    save: create,
    done: ({ id }) => router.push(`${home}/${id}`),
  });
  const starts = field("startsAt");
  const setStart: typeof starts.onChange = (event) => {
    starts.onChange(event);
    setDraft(withStart(draft, event.target.value, days));
  };
  return (
    <Form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {refused ? <Banner kind="bad">{refused}</Banner> : null}
      <TextField label={t("field.city")} maxLength={80} {...field("city")} />
      <DayField label={t("field.startsAt")} timeZone={timeZone} {...starts} onChange={setStart} />
      <DayField label={t("field.endsAt")} timeZone={timeZone} {...field("endsAt")} />
      <TextField label={t("field.seats")} inputMode="numeric" maxLength={4} {...field("seats")} />
      <Button type="submit" kind="primary" busy={saving}>
        {t("departures.new")}
      </Button>
    </Form>
  );
}
