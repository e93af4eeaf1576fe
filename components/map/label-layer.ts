import type { Map as LeafletMap, Marker } from "leaflet";
import type { Spot } from "@/lib/tracking/rules/geo";
import { labelWidth, placeLabels } from "./labels";
import type { L } from "./leaflet";
import { escapeXml } from "./marker-svg";

/** A name on the map; `below` is the same place in Arabic, where the reader's own script is another. */
export type MapLabel = {
  id: string;
  lat: number;
  lng: number;
  name: string;
  below: string | null;
  kind: "place" | "gate" | "poi";
  minZoom: number;
  weight: number;
  /** Pixels below the place, where the name would hide what it names. */
  dropPx?: number;
};

const MAX_SHOWN = 42;
const MARK_PX = 40;
const SIZE = { place: 13, gate: 12, poi: 11 } as const;

const html = ({ name, below, kind }: MapLabel) =>
  `<span class="qm-label qm-label-${kind}" dir="auto">${escapeXml(name)}${below ? `<span lang="ar" dir="rtl">${escapeXml(below)}</span>` : ""}</span>`;

/** Shows the names that have room, chosen anew after every move. */
export class LabelLayer {
  private labels: readonly MapLabel[] = [];
  private readonly shown = new Map<string, Marker>();
  private marks: readonly Spot[] = [];

  constructor(
    private readonly L: L,
    private readonly map: LeafletMap,
  ) {
    map.on("moveend", this.arrange);
  }

  set(labels: readonly MapLabel[]): void {
    for (const marker of this.shown.values()) marker.remove();
    this.shown.clear();
    this.labels = labels;
    this.arrange();
  }

  /** Names keep clear of these marks from the next move on. */
  avoid(marks: readonly Spot[]): void {
    this.marks = marks;
  }

  destroy(): void {
    this.map.off("moveend", this.arrange);
    this.set([]);
  }

  private arrange = (): void => {
    const zoom = this.map.getZoom();
    const bounds = this.map.getBounds();
    const inView = this.labels.filter((label) => zoom >= label.minZoom && bounds.contains([label.lat, label.lng]));
    const boxes = inView.map((label) => {
      const { x, y } = this.map.latLngToContainerPoint([label.lat, label.lng]);
      const size = SIZE[label.kind];
      const longest = label.below && label.below.length > label.name.length ? label.below : label.name;
      return {
        id: label.id,
        x,
        y: y + (label.dropPx ?? 0),
        width: labelWidth(longest, size),
        height: size * (label.below ? 2.6 : 1.5),
        priority: label.weight,
      };
    });
    const marks = this.marks.map(({ lat, lng }, i) => {
      const { x, y } = this.map.latLngToContainerPoint([lat, lng]);
      return { id: `mark ${i}`, x, y, width: MARK_PX, height: MARK_PX, priority: Number.POSITIVE_INFINITY };
    });
    const placed = placeLabels([...marks, ...boxes], MAX_SHOWN);
    for (const [id, marker] of this.shown) {
      if (placed.has(id)) continue;
      marker.remove();
      this.shown.delete(id);
    }
    for (const label of inView)
      if (placed.has(label.id) && !this.shown.has(label.id)) this.shown.set(label.id, this.draw(label));
  };

  private draw(label: MapLabel): Marker {
    const icon = this.L.divIcon({
      className: "qm-label-box",
      html: html(label),
      iconSize: [0, 0],
      iconAnchor: [0, -(label.dropPx ?? 0)],
    });
    return this.L.marker([label.lat, label.lng], {
      icon,
      pane: "qm-labels",
      interactive: false,
      keyboard: false,
    }).addTo(this.map);
  }
}
