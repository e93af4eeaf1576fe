import "server-only";
import { runtime } from "../runtime";

/** The part of the configuration that pages draw with: where we are reached, and the operator's map tiles if any. */
export function readHouse() {
  const { publicUrl, tileUrl, tileAttribution } = runtime().settings;
  return { publicUrl, tiles: tileUrl ? { url: tileUrl, attribution: tileAttribution ?? "" } : null };
}
