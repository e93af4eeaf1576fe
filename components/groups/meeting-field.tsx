"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import type { MapHandle } from "@/components/map/map-canvas";
import type { Tiles } from "@/components/map/model";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import type { MeetingPoint } from "@/lib/groups/contract";
import { asLocale } from "@/lib/i18n/locales";
import { PickMap } from "./pick-map";

type Spot = Pick<MeetingPoint, "lat" | "lng">;
type Place = MeetingPoint & { id: string };
type MeetingFieldProps = {
  value: MeetingPoint | null;
  tiles: Tiles | null;
  error: string | null;
  onChange: (point: MeetingPoint | null) => void;
  /** Another way to choose, above these; the page's title names the field then. */
  other?: (put: (spot: Spot) => void) => ReactNode;
};

/** Where people stand and wait: gates first, then what else ships with the product. */
const WAITING_PLACES =
  /_gate$|_haram$|_service$|makkah_place|makkah_ziyarah|madinah_ziyarah|mashair|miqat|transport|hill_boundary/;
// Seven decimals are a centimetre.
const fine = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

/** The places shipped with the product by name, in the reader's language; they come after the first paint. */
function usePlaces(): Place[] {
  const locale = useLocale();
  const t = useTranslations("map");
  const [places, setPlaces] = useState<Place[]>([]);
  useEffect(() => {
    let gone = false;
    // The sites as plain data: their contract would bring zod along.
    void import("@/lib/sites/sites.json").then(({ default: { sites } }) => {
      if (gone) return;
      const named = (id: string) => (t.has(`place.${id}` as "place.kaaba") ? t(`place.${id}` as "place.kaaba") : null);
      const all = sites.filter(({ category }) => WAITING_PLACES.test(category));
      setPlaces(
        all.map(({ id, lat, lng, name }) => ({
          id,
          lat,
          lng,
          label: named(id) ?? (asLocale(locale) === "ar" ? name.ar : name.en),
        })),
      );
    });
    return () => {
      gone = true;
    };
  }, [locale, t]);
  return places;
}

/** The meeting point: chosen from the list or pressed on the map, with the words people will read. */
export function MeetingField({ value, tiles, error, onChange, other }: MeetingFieldProps) {
  const t = useTranslations("office.form");
  const words = useTranslations("groups");
  const places = usePlaces();
  const [map, setMap] = useState<MapHandle | null>(null);
  const [before] = useState(value?.label);
  const known = places.find(({ lat, lng }) => lat === value?.lat && lng === value.lng);
  const choose = (id: string) => {
    const place = places.find((one) => one.id === id);
    if (!place) return onChange(null);
    const { lat, lng, label } = place;
    onChange({ lat, lng, label });
    map?.lookAt({ lat, lng });
  };
  const move = ({ lat, lng }: Spot, keepsWords: boolean) =>
    onChange({ lat: fine(lat), lng: fine(lng), label: keepsWords ? (value?.label ?? "") : "" });
  const pick = (spot: Spot) => move(spot, !known);
  // The words of the place before are not those of another.
  const put = (spot: Spot) => {
    move(spot, !known && value?.label !== before);
    map?.lookAt(spot);
  };
  const options = [
    { value: "", label: value ? t("ownPlace") : t("choosePlace") },
    ...places.map(({ id, label }) => ({ value: id, label })),
  ];
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className={other ? "sr-only" : "mb-3 text-md font-semibold"}>{words("meetingPoint")}</legend>
      {other?.(put)}
      <SelectField
        label={t("place")}
        hint={t("placeHint")}
        options={options}
        value={known?.id ?? ""}
        onChange={(event) => choose(event.target.value)}
      />
      <PickMap spot={value} tiles={tiles} onPick={pick} onMap={setMap} />
      {value ? (
        <div className="flex flex-wrap items-end gap-3">
          <TextField
            className="grow basis-48"
            label={t("meetingLabel")}
            hint={t("meetingLabelHint")}
            error={error}
            maxLength={120}
            value={value.label}
            onChange={(event) => onChange({ ...value, label: event.target.value })}
          />
          <Button kind="ghost" onClick={() => onChange(null)}>
            {t("noMeeting")}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
