import { type Spot, spotAt } from "@/lib/tracking/rules/geo";

/** A shape of the drawn base: a class for its tone and a closed ring or an open line. */
export type BaseShape = {
  tone: "court" | "mosque" | "mataf" | "mataf-ring" | "masa" | "kaaba" | "hijr" | "area";
  ring: Spot[];
  open?: boolean;
};
export type BaseSite = Spot & { id: string; category: string; radiusM?: number | undefined };

const p = (lat: number, lng: number): Spot => ({ lat, lng });

/** Corner cutting (Chaikin): keeps the drawn outlines soft without storing curves. */
export function soften(ring: readonly Spot[], rounds = 3): Spot[] {
  let points = [...ring];
  for (let round = 0; round < rounds; round++) {
    points = points.flatMap((a, i) => {
      const b = points[(i + 1) % points.length] ?? a;
      const at = (share: number) => p(a.lat + (b.lat - a.lat) * share, a.lng + (b.lng - a.lng) * share);
      return [at(0.25), at(0.75)];
    });
  }
  return points;
}

const circle = (centre: Spot, metres: number, steps = 72): Spot[] =>
  Array.from({ length: steps }, (_, i) => spotAt(centre, (i * 360) / steps, metres));

/** A strip of `width` metres along a line between two points, reaching `over` metres beyond both. */
function strip(from: Spot, to: Spot, widthM: number, bearing: number, overM: number): Spot[] {
  const start = spotAt(from, bearing + 180, overM);
  const end = spotAt(to, bearing, overM);
  const side = widthM / 2;
  return [
    spotAt(start, bearing - 90, side),
    spotAt(end, bearing - 90, side),
    spotAt(end, bearing + 90, side),
    spotAt(start, bearing + 90, side),
  ];
}

/** The Kaaba's four corners from its centre and two known corners: opposite corners lie through the centre. */
export function kaabaCorners(centre: Spot, blackStone: Spot, yemeni: Spot): Spot[] {
  const through = (corner: Spot) => p(2 * centre.lat - corner.lat, 2 * centre.lng - corner.lng);
  return [blackStone, yemeni, through(blackStone), through(yemeni)];
}

// Outlines drawn by hand around the gates we ship; a picture to find one's way by, not a survey.
const HARAM = [
  p(21.42135, 39.82385),
  p(21.42095, 39.82425),
  p(21.42095, 39.82585),
  p(21.4212, 39.8267),
  p(21.42135, 39.8276),
  p(21.4222, 39.82782),
  p(21.4242, 39.82758),
  p(21.42555, 39.82742),
  p(21.4257, 39.8268),
  p(21.42605, 39.8255),
  p(21.4258, 39.8241),
  p(21.4249, 39.82395),
  p(21.4239, 39.82478),
  p(21.4231, 39.82432),
  p(21.4221, 39.82355),
];
const HARAM_COURT = [
  p(21.4212, 39.8229),
  p(21.42, 39.8237),
  p(21.4199, 39.826),
  p(21.4202, 39.828),
  p(21.4215, 39.8288),
  p(21.424, 39.8287),
  p(21.4262, 39.8284),
  p(21.42705, 39.8268),
  p(21.42705, 39.8244),
  p(21.426, 39.823),
  p(21.4243, 39.8228),
  p(21.4232, 39.8226),
];
const NABAWI = [
  p(24.46785, 39.60925),
  p(24.46995, 39.60905),
  p(24.46998, 39.61325),
  p(24.4678, 39.6132),
  p(24.46782, 39.6117),
  p(24.46728, 39.61168),
  p(24.46728, 39.6106),
  p(24.46785, 39.6105),
];
const NABAWI_COURT = [p(24.4659, 39.6078), p(24.4712, 39.6076), p(24.4713, 39.6147), p(24.4662, 39.6148)];

function makkahShapes(site: (id: string) => Spot | undefined): BaseShape[] {
  const [kaaba, stone, yemeni] = [site("kaaba"), site("hajar_aswad"), site("rukn_yamani")];
  const [safa, marwah] = [site("safa"), site("marwah")];
  const shapes: BaseShape[] = [
    { tone: "court", ring: soften(HARAM_COURT) },
    { tone: "mosque", ring: soften(HARAM, 2) },
  ];
  if (safa && marwah) shapes.push({ tone: "masa", ring: strip(safa, marwah, 34, 355.7, 12) });
  if (!kaaba || !stone || !yemeni) return shapes;
  shapes.push({ tone: "mataf", ring: circle(kaaba, 62) });
  for (const radius of [20, 33, 46]) shapes.push({ tone: "mataf-ring", ring: circle(kaaba, radius) });
  const corners = kaabaCorners(kaaba, stone, yemeni);
  shapes.push({ tone: "kaaba", ring: corners });
  const hijr = site("hijr");
  // The low wall of the hijr opens towards the Kaaba's north-west side.
  if (hijr)
    shapes.push({
      tone: "hijr",
      open: true,
      ring: Array.from({ length: 13 }, (_, i) => spotAt(hijr, 240 + i * 15, 7)),
    });
  return shapes;
}

/** Everything drawn without a tile server: the two mosques from the sites we ship, large places as soft areas. No roads: we know none. */
export function schematicShapes(sites: readonly BaseSite[]): BaseShape[] {
  const byId = new Map(sites.map((site) => [site.id, site]));
  const areas = sites.filter((site) => site.category === "mashair" && (site.radiusM ?? 0) >= 250);
  return [
    ...areas.map((site): BaseShape => ({ tone: "area", ring: circle(site, site.radiusM ?? 250) })),
    ...makkahShapes((id) => byId.get(id)),
    { tone: "court", ring: soften(NABAWI_COURT) },
    { tone: "mosque", ring: soften(NABAWI, 2) },
  ];
}
