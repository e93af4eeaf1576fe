import { useTranslations } from "next-intl";
import { cityOf } from "./zones";

/** A zone by its city, as the reader calls it. */
export function useCity(): (zone: string) => string {
  const t = useTranslations("shell.cities");
  return (zone) => {
    const key = (zone.split("/").at(-1) ?? zone) as "Riyadh";
    return t.has(key) ? t(key) : cityOf(zone);
  };
}
