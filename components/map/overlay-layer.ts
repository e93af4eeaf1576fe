import type { Layer, LayerGroup, Map as LeafletMap, Marker } from "leaflet";
import type { Spot } from "@/lib/tracking/rules/geo";
import type { L } from "./leaflet";
import { busSvg, meetingSvg, youSvg } from "./marker-svg";
import type { BusMarker, You } from "./model";

/** Circles are drawn only for fixes worse than this (DESIGN 7). */
const VAGUE_M = 25;

export type Overlay = {
  you: You | null;
  meeting: Spot | null;
  bus: BusMarker | null;
  /** Where the selected member has been, oldest first. */
  trail: readonly Spot[];
  /** The way to go, as dots. */
  route: readonly Spot[];
  /** The selected member, for the accuracy circle. */
  picked: (Spot & { accuracy: number | null }) | null;
};

/** Everything on the map that is not a member: few things, so they are simply drawn again. */
export class OverlayLayer {
  private readonly under: LayerGroup;
  private readonly marks = new Map<string, Marker>();

  constructor(
    private readonly L: L,
    private readonly map: LeafletMap,
  ) {
    this.under = L.layerGroup().addTo(map);
  }

  set({ you, meeting, bus, trail, route, picked }: Overlay): void {
    this.under.clearLayers();
    if (picked) this.vague(picked);
    if (you) this.vague(you);
    this.dots(route, "route");
    for (const [i, spot] of trail.entries()) this.crumb(spot, (i + 1) / trail.length);
    this.mark("meeting", meeting, meetingSvg, [44, 56], [22, 54]);
    this.mark("bus", bus, () => busSvg(bus?.number ?? 0), [44, 44], [22, 22]);
    this.mark("you", you, () => youSvg(you?.heading ?? null), [72, 72], [36, 36]);
  }

  private vague({ lat, lng, accuracy }: Spot & { accuracy: number | null }): void {
    if (accuracy === null || accuracy <= VAGUE_M) return;
    this.below(
      this.L.circle([lat, lng], { radius: accuracy, className: "qm-accuracy", pane: "qm-lines", interactive: false }),
    );
  }

  private dots(spots: readonly Spot[], name: string): void {
    if (spots.length < 2) return;
    const points = spots.map(({ lat, lng }): [number, number] => [lat, lng]);
    const shared = { pane: "qm-lines", interactive: false, lineCap: "round" } as const;
    this.below(this.L.polyline(points, { ...shared, className: `qm-${name}-casing`, weight: 9 }));
    this.below(this.L.polyline(points, { ...shared, className: `qm-${name}`, weight: 5, dashArray: "0.1 11" }));
  }

  private crumb({ lat, lng }: Spot, age: number): void {
    const style = {
      radius: 2.4 + 2 * age,
      className: "qm-crumb",
      pane: "qm-lines",
      interactive: false,
      fillOpacity: 0.35 + 0.65 * age,
    };
    this.below(this.L.circleMarker([lat, lng], style));
  }

  private below(layer: Layer): void {
    this.under.addLayer(layer);
  }

  private mark(
    name: string,
    at: Spot | null,
    svg: () => string,
    size: [number, number],
    anchor: [number, number],
  ): void {
    const known = this.marks.get(name);
    if (!at) {
      known?.remove();
      this.marks.delete(name);
      return;
    }
    const icon = this.L.divIcon({ className: "qm-marker", html: svg(), iconSize: size, iconAnchor: anchor });
    if (known) return void known.setLatLng([at.lat, at.lng]).setIcon(icon);
    const pane = name === "you" ? "qm-top" : "qm-marks";
    this.marks.set(
      name,
      this.L.marker([at.lat, at.lng], { icon, pane, interactive: false, keyboard: false }).addTo(this.map),
    );
  }
}
