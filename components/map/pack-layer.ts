import type { Map as LeafletMap } from "leaflet";
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

/** Lines that begin near each other, as one layer: Leaflet then skips everything out of sight at once. */
const CELL_DEG = 0.004;
type Lines = Pack["lines"];
export function byCell(lines: Lines): Lines[] {
  const cells = new Map<string, Lines>();
  for (const line of lines) {
    const [lat = 0, lng = 0] = line[0] ?? [];
    const key = `${Math.floor(lat / CELL_DEG)} ${Math.floor(lng / CELL_DEG)}`;
    const cell = cells.get(key);
    if (cell) cell.push(line);
    else cells.set(key, [line]);
  }
  return [...cells.values()];
}

/** Paints now and whenever zoom or theme change. Returns the end of it. */
function keepPainted(map: LeafletMap, paint: () => void): () => void {
  const theme = new MutationObserver(paint);
  const night = window.matchMedia("(prefers-color-scheme: dark)");
  paint();
  map.on("zoomend", paint);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class"] });
  night.addEventListener("change", paint);
  return () => {
    theme.disconnect();
    night.removeEventListener("change", paint);
    map.off("zoomend", paint);
  };
}

/** Roads and blocks of an imported pack on one canvas. Returns the removal. */
export function drawPack(L: L, map: LeafletMap, pack: Pack, host: HTMLElement): () => void {
  const renderer = L.canvas({ padding: 0.3, pane: "qm-pack" });
  const shared = { renderer, pane: "qm-pack", interactive: false, smoothFactor: 1.2 } as const;
  const surfaces = (rings: Lines) => {
    const shapes = byCell(rings).map((cell) => cell.map((ring) => [ring]));
    return L.featureGroup(shapes.map((cell) => L.polygon(cell, { ...shared, weight: 0.8, fillOpacity: 1 })));
  };
  const lines = () => L.featureGroup(byCell(pack.lines).map((cell) => L.polyline(cell, shared)));
  // Drawn in this order: every casing lies under every road, so that crossings stay open.
  const [blocks, mosques, casing, roads] = [surfaces(pack.blocks), surfaces(pack.mosques), lines(), lines()];
  const group = L.layerGroup([blocks, mosques, casing, roads]);
  const stop = keepPainted(map, () => {
    const tones = readTones(host);
    const width = roadWidth(map.getZoom());
    blocks.setStyle({ fillColor: tones.block, color: tones.edge });
    mosques.setStyle({ fillColor: tones.mosque, color: tones.edge });
    casing.setStyle({ color: tones.edge, weight: width + 1.4 });
    roads.setStyle({ color: tones.road, weight: width });
  });
  group.addTo(map);
  return () => {
    stop();
    group.remove();
  };
}
