import { useTranslations } from "next-intl";
import { MoneyField } from "./money-field";
import { PASSENGERS, ROOMS } from "./package-draft";
import type { FieldOf } from "./use-draft";

/** A price for each kind of room and traveller; what is left empty is not sold. */
export function PriceGrid({ currency, field }: { currency: string; field: FieldOf }) {
  const t = useTranslations("packages");
  return (
    <fieldset>
      <legend className="font-semibold">{t("field.prices")}</legend>
      <p className="mb-3 text-ink-3 text-sm">{t("field.pricesHint")}</p>
      <div className="flex flex-col gap-3">
        {ROOMS.map((room) => (
          <div key={room} className="grid gap-3 sm:grid-cols-3">
            {PASSENGERS.map((type) => (
              <MoneyField
                key={type}
                label={`${t(`room.${room}`)}\u00a0· ${t(`passenger.${type}`)}`}
                currency={currency}
                {...field(`price.${room}.${type}`)}
              />
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
