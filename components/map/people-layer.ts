import type {
  DivIcon,
  LatLngExpression,
  Map as LeafletMap,
  Marker,
  MarkerCluster,
  MarkerClusterGroup,
  MarkerOptions,
} from "leaflet";
import { toneOf } from "@/components/ui/avatar";
import { initials } from "@/lib/i18n/names";
import type { Spot } from "@/lib/tracking/rules/geo";
import { freshness, isStale } from "@/lib/tracking/rules/near";
import { freshShare } from "./freshness";
import type { L } from "./leaflet";
import { clusterSvg, personSvg, stepAside } from "./marker-svg";
import type { PersonMarker } from "./model";

type Held = { marker: Marker; person: PersonMarker; html: string; apart: boolean };
type Clusters = { MarkerCluster: { mergeOptions(options: { keyboard: boolean }): unknown } };
/** Whose map it is: what is pressed, and counts in their digits. */
type Reader = { onSelect: (id: string) => void; number: (count: number) => string };
type WithFix = { options: { fixAtMs?: number } };

/** The middle of an icon, px. */
const MIDDLE = 30;

/** Everybody on the map. Those who need help or are looked at stand apart from the clusters, on top. */
export class PeopleLayer {
  private readonly held = new Map<string, Held>();
  private readonly clusters: MarkerClusterGroup;
  private you: Spot | null = null;

  constructor(
    private readonly L: L,
    private readonly map: LeafletMap,
    private readonly reader: Reader,
    private readonly now: () => Date,
  ) {
    // Everybody is a row of the list: markers stay out of the tab order, clusters as well.
    (L as L & Clusters).MarkerCluster.mergeOptions({ keyboard: false });
    this.clusters = L.markerClusterGroup({
      maxClusterRadius: 44,
      showCoverageOnHover: false,
      spiderfyDistanceMultiplier: 1.6,
      animate: !window.matchMedia("(prefers-reduced-motion: reduce)").matches,
      iconCreateFunction: (cluster) => this.clusterIcon(cluster),
    }).addTo(map);
    // How far apart two places are in pixels is another number at every zoom.
    map.on("zoomend", () => this.you && this.clusters.refreshClusters());
  }

  /** Moves, adds and removes; markers that stay keep their element, so nothing flickers. */
  set(people: readonly PersonMarker[]): void {
    const wanted = new Set(people.map((person) => person.id));
    for (const [id, held] of this.held) if (!wanted.has(id)) this.drop(id, held);
    for (const person of people) this.put(person);
    this.clusters.refreshClusters();
  }

  /** Where the reader stands: a leader is in the midst of the group, and its number must stay readable. */
  keepClearOf(you: Spot | null): void {
    const same = you?.lat === this.you?.lat && you?.lng === this.you?.lng;
    this.you = you;
    if (!same) this.clusters.refreshClusters();
  }

  /** Rings empty although nothing arrives (R58). */
  tick(): void {
    for (const held of this.held.values()) this.redraw(held);
    this.clusters.refreshClusters();
  }

  private put(person: PersonMarker): void {
    const apart = person.state === "sos" || person.selected;
    const known = this.held.get(person.id);
    if (known?.apart === apart) this.move(known, person);
    else {
      if (known) this.drop(person.id, known);
      this.hold(person, apart);
    }
  }

  private hold(person: PersonMarker, apart: boolean): void {
    const html = this.svg(person);
    const at: LatLngExpression = [person.lat, person.lng];
    const pane = apart ? "qm-top" : "markerPane";
    const options: MarkerOptions & WithFix["options"] = {
      icon: this.icon(html),
      keyboard: false,
      pane,
      fixAtMs: person.fixAtMs,
    };
    const marker = this.L.marker(at, options);
    marker.on("click", () => this.reader.onSelect(person.id));
    this.held.set(person.id, { marker, person, html, apart });
    marker.addTo(apart ? this.map : this.clusters);
  }

  private move(held: Held, person: PersonMarker): void {
    const moved = held.person.lat !== person.lat || held.person.lng !== person.lng;
    held.person = person;
    (held.marker as unknown as WithFix).options.fixAtMs = person.fixAtMs;
    if (moved && !held.apart) {
      // A cluster files its markers by place: take it out before it moves.
      this.clusters.removeLayer(held.marker);
      held.marker.setLatLng([person.lat, person.lng]);
      this.clusters.addLayer(held.marker);
    } else if (moved) held.marker.setLatLng([person.lat, person.lng]);
    this.redraw(held);
  }

  private redraw(held: Held): void {
    const html = this.svg(held.person);
    if (html === held.html) return;
    held.html = html;
    held.marker.setIcon(this.icon(html));
  }

  private drop(id: string, held: Held): void {
    if (held.apart) held.marker.remove();
    else this.clusters.removeLayer(held.marker);
    this.held.delete(id);
  }

  private svg(person: PersonMarker): string {
    const now = this.now();
    const letters = initials(person.name);
    const at = new Date(person.fixAtMs);
    const state = person.state !== "sos" && isStale(at, now) ? "stale" : person.state;
    return personSvg(letters, toneOf(person.name), state, freshness(at, now), person.selected);
  }

  private clusterIcon(cluster: MarkerCluster): DivIcon {
    const markers = cluster.getAllChildMarkers();
    const fixes = markers.map((marker) => (marker as unknown as WithFix).options.fixAtMs ?? 0);
    return this.icon(
      clusterSvg(
        this.reader.number(markers.length),
        freshShare(fixes, (at) => isStale(at, this.now())),
      ),
      this.aside(cluster.getLatLng()),
    );
  }

  /** How far a cluster is drawn from its place: it is but a middle of places, so a thumb's width says nothing false. */
  private aside(place: Spot): [number, number] {
    if (!this.you) return [0, 0];
    const [at, from] = [place, this.you].map(({ lat, lng }) => this.map.project([lat, lng]));
    const { x, y } = at!.subtract(from!);
    return stepAside(x, y);
  }

  private icon(html: string, [x, y]: readonly [number, number] = [0, 0]): DivIcon {
    const iconAnchor: [number, number] = [MIDDLE - x, MIDDLE - y];
    return this.L.divIcon({ className: "qm-marker", html, iconSize: [2 * MIDDLE, 2 * MIDDLE], iconAnchor });
  }
}
