import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCity } from "@/components/groups/use-city";
import { zonesWith } from "@/components/groups/zones";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { FLIGHTS, flightCount, withFlight, withoutFlight } from "./departure-draft";
import type { Draft, FieldOf } from "./use-draft";

type FlightFieldsProps = { draft: Draft; onDraft: (draft: Draft) => void; timeZone: string; field: FieldOf };

/** The flights of a departure, each with its times as the two airports read them. */
export function FlightFields({ draft, onDraft, timeZone, field }: FlightFieldsProps) {
  const t = useTranslations("packages");
  const cityOf = useCity();
  const count = flightCount(draft);
  const zones = zonesWith(timeZone).map((value) => ({ value, label: cityOf(value) }));
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-2 font-semibold">{t("field.flights")}</legend>
      {count === 0 ? <p className="text-ink-2">{t("flight.none")}</p> : null}
      {Array.from({ length: count }, (_, i) => `flight.${i}`).map((key, i) => (
        <div key={key} className="grid gap-3 border-line border-t pt-3 xl:grid-cols-2">
          <div className="col-span-full grid grid-cols-[1fr_1fr_auto] items-end gap-3 sm:grid-cols-[1fr_5.5rem_5.5rem_auto]">
            <TextField
              label={t("flight.number")}
              dir="ltr"
              maxLength={7}
              className="max-sm:col-span-full"
              {...field(`${key}.number`)}
            />
            <TextField label={t("flight.from")} dir="ltr" maxLength={3} {...field(`${key}.from`)} />
            <TextField label={t("flight.to")} dir="ltr" maxLength={3} {...field(`${key}.to`)} />
            <Button
              kind="ghost"
              icon={<Trash2 aria-hidden size={16} />}
              aria-label={t("flight.remove", { number: draft[`${key}.number`] || String(i + 1) })}
              onClick={() => onDraft(withoutFlight(draft, i))}
            />
          </div>
          {(["departs", "arrives"] as const).map((way) => (
            <div key={way} className="grid gap-2 sm:grid-cols-[minmax(0,1fr)_8rem]">
              <TextField type="datetime-local" label={t(`flight.${way}At`)} {...field(`${key}.${way}At`)} />
              <SelectField label={t("flight.zone")} options={zones} {...field(`${key}.${way}Zone`)} />
            </div>
          ))}
        </div>
      ))}
      {count < FLIGHTS ? (
        <Button
          className="self-start"
          icon={<Plus aria-hidden size={16} />}
          onClick={() => onDraft(withFlight(draft, timeZone))}
        >
          {t("flight.add")}
        </Button>
      ) : null}
    </fieldset>
  );
}
