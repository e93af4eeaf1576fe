import type * as Leaflet from "leaflet";
import "leaflet/dist/leaflet.css";

export type L = typeof Leaflet;

/** Leaflet with clusters. Only ever imported dynamically: it needs a window and comes after the first paint. */
export async function loadLeaflet(): Promise<L> {
  const module = await import("leaflet");
  // The cluster plug-in adds itself to this object, which Leaflet also leaves on window for it.
  await import("leaflet.markercluster");
  return (module as L & { default?: L }).default ?? module;
}
