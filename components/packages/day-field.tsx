import { useLocale } from "next-intl";
import { useCity } from "@/components/groups/use-city";
import { TextField, type TextFieldProps } from "@/components/ui/field";
import { formatTravelDate } from "@/lib/i18n/formats";
import { fromWall } from "@/lib/i18n/wall-time";

type DayFieldProps = TextFieldProps & { value: string; timeZone: string };

/** A day and an hour on the wall of one city; below it that day in words, by both calendars. */
export function DayField({ timeZone: zone, ...field }: DayFieldProps) {
  const locale = useLocale();
  const city = useCity()(zone);
  const at = fromWall(field.value, zone);
  return (
    <TextField
      type="datetime-local"
      {...field}
      hint={at ? `${formatTravelDate(locale, at, { zone })}\u00a0· ${city}` : city}
    />
  );
}
