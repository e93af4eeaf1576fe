import type { LayerGroup, Map as LeafletMap } from "leaflet";
import type { L } from "./leaflet";
import type { Tiles } from "./model";
import { type BaseSite, schematicShapes } from "./schematic";

/** Our own drawing of the two mosques: SVG, so that the tones follow the theme by CSS alone. */
export function drawSchematic(L: L, map: LeafletMap, sites: readonly BaseSite[]): LayerGroup {
  const renderer = L.svg({ padding: 0.5, pane: "qm-base" });
  const layers = schematicShapes(sites).map(({ tone, ring, open }) => {
    const shared = { renderer, pane: "qm-base", interactive: false, className: `qm-${tone}`, smoothFactor: 0 };
    const points = ring.map(({ lat, lng }): [number, number] => [lat, lng]);
    return open ? L.polyline(points, shared) : L.polygon(points, shared);
  });
  return L.layerGroup(layers).addTo(map);
}

/** Tiles of the operator's server; `.qm-tiles` filters them towards our tones. */
export const drawTiles = (L: L, map: LeafletMap, { url }: Tiles): LayerGroup =>
  L.layerGroup([L.tileLayer(url, { pane: "qm-base", className: "qm-tiles", maxZoom: 20, maxNativeZoom: 19 })]).addTo(
    map,
  );

/** An operator's attribution as plain words: what comes from configuration never becomes markup here. */
export const plainCredit = (attribution: string): string =>
  attribution
    .replace(/<[^>]*>/g, "")
    .replace(/&copy;/g, "©")
    .replace(/&amp;/g, "&")
    .trim();
