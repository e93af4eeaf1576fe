import type { Map as LeafletMap, Polygon, Polyline } from "leaflet";
import type { L } from "./leaflet";
import type { Pack } from "./pack";

type Tones = { road: string; edge: string; block: string; mosque: string };

// A canvas cannot read CSS variables by itself, and knows no oklch in old browsers: let the page compute the colours.
function readTones(host: HTMLElement): Tones {
  const style = getComputedStyle(host);
  const tone = (name: string) => style.getPropertyValue(`--map-${name}`).trim() || "#ccc";
  return { road: tone("road"), edge: tone("edge"), block: tone("block"), mosque: tone("mosque") };
}

/** Width of a footway in pixels at a zoom, so that twenty thousand of them stay lines and not a blot. */
const roadWidth = (zoom: number) => (zoom >= 18 ? 5 : zoom >= 17 ? 3.5 : zoom >= 16 ? 2.2 : zoom >= 14 ? 1.4 : 0.8);

/** Roads and blocks of an imported pack on one canvas; a handful of multi-part layers instead of one per feature. Returns the removal. */
export function drawPack(L: L, map: LeafletMap, pack: Pack, host: HTMLElement): () => void {
  const renderer = L.canvas({ padding: 0.3, pane: "qm-pack" });
  const shared = { renderer, pane: "qm-pack", interactive: false, smoothFactor: 1.2 } as const;
  const surface = (rings: [number, number][][]): Polygon =>
    L.polygon(
      rings.map((ring) => [ring]),
      { ...shared, weight: 0.8, fillOpacity: 1 },
    );
  const blocks = surface(pack.blocks);
  const mosques = surface(pack.mosques);
  const casing: Polyline = L.polyline(pack.lines, shared);
  const roads: Polyline = L.polyline(pack.lines, shared);
  const group = L.layerGroup([blocks, mosques, casing, roads]).addTo(map);

  const paint = () => {
    const tones = readTones(host);
    const width = roadWidth(map.getZoom());
    blocks.setStyle({ fillColor: tones.block, color: tones.edge });
    mosques.setStyle({ fillColor: tones.mosque, color: tones.edge });
    casing.setStyle({ color: tones.edge, weight: width + 1.4 });
    roads.setStyle({ color: tones.road, weight: width });
  };
  paint();
  map.on("zoomend", paint);
  const theme = new MutationObserver(paint);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class"] });
  const night = window.matchMedia("(prefers-color-scheme: dark)");
  night.addEventListener("change", paint);
  return () => {
    theme.disconnect();
    night.removeEventListener("change", paint);
    map.off("zoomend", paint);
    group.remove();
  };
}
