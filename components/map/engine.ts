import type { Map as LeafletMap } from "leaflet";
import { serverNow } from "@/components/ui/server-clock";
import type { Spot } from "@/lib/tracking/rules/geo";
import { drawSchematic, drawTiles } from "./base-layer";
import { TICK_MS } from "./freshness";
import { LabelLayer, type MapLabel } from "./label-layer";
import { type L, loadLeaflet } from "./leaflet";
import type { PersonMarker, Tiles } from "./model";
import { type Overlay, OverlayLayer } from "./overlay-layer";
import type { Pack } from "./pack";
import { drawPack } from "./pack-layer";
import { PeopleLayer } from "./people-layer";
import type { BaseSite } from "./schematic";

/** Pixels of the map covered by cards and sheets: what is looked at goes into the rest. */
export type Covered = { top: number; right: number; bottom: number; left: number };
export type Base = { tiles: Tiles | null; sites: readonly BaseSite[]; pack: Pack | null };
export type EngineHandlers = {
  onSelect: (id: string) => void;
  onDragged: () => void;
  onPick: (spot: Spot) => void;
  /** A count in the reader's digits. */
  number: (count: number) => string;
};

// Order from below; Leaflet's own marker pane (600) holds people.
const PANES = [
  ["qm-base", 200],
  ["qm-pack", 250],
  ["qm-lines", 420],
  ["qm-labels", 450],
  ["qm-marks", 590],
  ["qm-top", 640],
] as const;
const CLOSE_ZOOM = 17.5;
/** Half a marker with its badge, and the line that says whose map it is. */
const MARKER_PX = 30;
const CREDIT_PX = 24;

const isSameBase = (a: Base, b: Base) => a.tiles?.url === b.tiles?.url && a.sites === b.sites && a.pack === b.pack;

/** The map without React: draws what it is given and says what was touched. */
export class MapEngine {
  private readonly people: PeopleLayer;
  private readonly overlay: OverlayLayer;
  private readonly labels: LabelLayer;
  private readonly timer: ReturnType<typeof setInterval>;
  private undraw: (() => void)[] = [];
  private base: Base | null = null;
  private covered: Covered = { top: 0, right: 0, bottom: 0, left: 0 };
  private zooming = false;

  private constructor(
    private readonly L: L,
    private readonly host: HTMLElement,
    private readonly map: LeafletMap,
    handlers: EngineHandlers,
  ) {
    for (const [name, level] of PANES) {
      const pane = map.createPane(name);
      pane.style.zIndex = String(level);
      if (name !== "qm-top" && name !== "qm-marks") pane.style.pointerEvents = "none";
    }
    this.people = new PeopleLayer(L, map, handlers, () => new Date(serverNow()));
    this.overlay = new OverlayLayer(L, map);
    this.labels = new LabelLayer(L, map);
    map.on("zoomstart", () => {
      this.zooming = true;
    });
    map.on("zoomend", () => {
      this.zooming = false;
    });
    map.on("dragstart", handlers.onDragged);
    map.on("click", ({ latlng: { lat, lng } }) => handlers.onPick({ lat, lng }));
    this.timer = setInterval(() => this.people.tick(), TICK_MS);
  }

  /** Loads Leaflet and puts a map into `host`, looking at `centre`; whoever left meanwhile gets none. */
  static async open(host: HTMLElement, centre: Spot, handlers: EngineHandlers, left: AbortSignal): Promise<MapEngine> {
    const L = await loadLeaflet();
    left.throwIfAborted();
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const map = L.map(host, {
      center: [centre.lat, centre.lng],
      zoom: 16.75,
      zoomSnap: 0.25,
      zoomDelta: 0.75,
      minZoom: 4,
      maxZoom: 20,
      zoomControl: false,
      attributionControl: false,
      zoomAnimation: !calm,
      fadeAnimation: !calm,
      markerZoomAnimation: !calm,
    });
    return new MapEngine(L, host, map, handlers);
  }

  /** A page read again brings the same tiles as another object: drawn anew they would blink. */
  setBase(wanted: Base): void {
    if (this.base && isSameBase(this.base, wanted)) return;
    this.base = wanted;
    const { tiles, sites, pack } = wanted;
    for (const undo of this.undraw) undo();
    const base = tiles ? drawTiles(this.L, this.map, tiles) : drawSchematic(this.L, this.map, sites);
    this.undraw = [() => base.remove(), ...(pack ? [drawPack(this.L, this.map, pack, this.host)] : [])];
  }

  setLabels = (labels: readonly MapLabel[]): void => this.labels.set(labels);
  setPeople = (people: readonly PersonMarker[]): void => this.people.set(people);
  setOverlay = (overlay: Overlay): void => {
    this.overlay.set(overlay);
    this.people.keepClearOf(overlay.you);
    this.labels.avoid([overlay.you, overlay.meeting].filter((mark) => mark !== null));
  };
  setCovered = (covered: Covered): void => {
    this.covered = covered;
  };

  /** Looks at one spot in the middle of what is not covered. */
  lookAt(spot: Spot, zoom = Math.max(this.map.getZoom(), CLOSE_ZOOM)): void {
    const { top, right, bottom, left } = this.covered;
    const point = this.map.project([spot.lat, spot.lng], zoom).add([(right - left) / 2, (bottom - top) / 2]);
    this.map.setView(this.map.unproject(point, zoom), zoom);
  }

  /** Moves along with a spot without changing how close one looks. */
  pan = (spot: Spot): void => this.lookAt(spot, this.map.getZoom());

  /** What lies in the middle of the map. */
  centre(): Spot {
    const { lat, lng } = this.map.getCenter();
    return { lat, lng };
  }

  /** Is this spot in sight, and not under a card or the sheet? */
  sees(spot: Spot): boolean {
    const { x, y } = this.map.latLngToContainerPoint([spot.lat, spot.lng]);
    const { top, right, bottom, left } = this.covered;
    const size = this.map.getSize();
    return x > left && x < size.x - right && y > top && y < size.y - bottom;
  }

  /** Looks at several spots at once. */
  fit(spots: readonly Spot[]): void {
    const first = spots[0];
    if (spots.length === 1 && first) this.lookAt(first, CLOSE_ZOOM);
    if (spots.length < 2) return;
    const { top, right, bottom, left } = this.covered;
    const bounds = this.L.latLngBounds(spots.map(({ lat, lng }) => [lat, lng]));
    this.map.fitBounds(bounds, {
      paddingTopLeft: [left + MARKER_PX, top + MARKER_PX],
      paddingBottomRight: [right + MARKER_PX, bottom + CREDIT_PX + MARKER_PX],
      maxZoom: CLOSE_ZOOM,
    });
  }

  zoom = (steps: 1 | -1): void => void (steps > 0 ? this.map.zoomIn() : this.map.zoomOut());
  resized = (): void => void this.map.invalidateSize({ animate: false });

  close(): void {
    clearInterval(this.timer);
    this.labels.destroy();
    for (const undo of this.undraw) undo();
    // Leaflet ends a zoom by its own clock, also on a map that is gone, and then fails.
    if (this.zooming) this.map.once("zoomend", () => this.map.remove());
    else this.map.remove();
  }
}
