import { asLocale } from "@/lib/i18n/locales";
import type { MapLabel } from "./label-layer";
import type { Pack } from "./pack";
import type { BaseSite } from "./schematic";

/** A shipped site as it lies in lib/sites/sites.json. */
export type NamedSite = BaseSite & { name: { en: string; ar: string } };

/** Reads a place's name in the reader's language by site id; null where we have none. */
export type PlaceNames = (id: string) => string | null;

const WEIGHT: Readonly<Record<string, number>> = {
  makkah_haram: 60,
  madinah_haram: 60,
  mashair: 50,
  makkah_gate: 40,
  madinah_gate: 40,
};
// Inside the mataf every metre carries a name; only what people look for is written.
const HIDDEN = new Set([
  "hajar_aswad",
  "rukn_yamani",
  "hijr",
  "tawaf_green_light",
  "maqam_ibrahim",
  "rawdah_women_entry",
]);
const FAR = new Set(["mashair", "madinah_ziyarah", "makkah_ziyarah", "hill_boundary", "miqat", "transport"]);

function minZoomOf({ category, id }: NamedSite): number {
  if (category.endsWith("_gate")) return 17.25;
  if (FAR.has(category)) return category === "mashair" ? 11 : 12;
  return id === "nabawi" ? 13 : 16;
}

const below = (arabic: string | null, name: string, wanted: boolean) =>
  wanted && arabic && arabic !== name ? arabic : null;

/** Names of the places we ship. `bothScripts`: Arabic beneath, as signs on the spot are (pilgrim screens). */
export function siteLabels(
  sites: readonly NamedSite[],
  locale: string,
  names: PlaceNames,
  bothScripts: boolean,
): MapLabel[] {
  const arabic = asLocale(locale) === "ar";
  const both = bothScripts && !arabic;
  const shipped = sites.flatMap((site): MapLabel[] => {
    if (HIDDEN.has(site.id)) return [];
    const name = names(site.id) ?? (arabic ? site.name.ar : site.name.en);
    const kind = site.category.endsWith("_gate") ? "gate" : "place";
    return [
      {
        id: site.id,
        lat: site.lat,
        lng: site.lng,
        name,
        below: below(site.name.ar, name, both),
        kind,
        minZoom: minZoomOf(site),
        weight: WEIGHT[site.category] ?? 20,
        ...(site.id === "kaaba" && { dropPx: 26 }),
      },
    ];
  });
  const own = (id: string, lat: number, lng: number, ar: string, minZoom: number): MapLabel[] => {
    const name = names(id);
    return name ? [{ id, lat, lng, name, below: below(ar, name, both), kind: "place", minZoom, weight: 90 }] : [];
  };
  return [
    ...shipped,
    ...own("haram", 21.4247, 39.8254, "المسجد الحرام", 13),
    ...own("masa", 21.42345, 39.82731, "المسعى", 16.5),
  ];
}

/** Names an imported pack brings: fewer the farther away one looks. */
export function packLabels(locale: string, pack: Pack, bothScripts: boolean): MapLabel[] {
  const arabic = asLocale(locale) === "ar";
  return pack.places.map((place, i): MapLabel => {
    const name = arabic ? (place.nameAr ?? place.name) : place.name;
    return {
      id: `pack-${i}`,
      lat: place.lat,
      lng: place.lng,
      name,
      below: below(place.nameAr, name, bothScripts && !arabic),
      kind: "poi",
      minZoom: place.weight > 5 ? 16.5 : 17.75,
      weight: place.weight,
    };
  });
}
