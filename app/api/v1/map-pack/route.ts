import { dropMapPack, importMapPack } from "@/lib/tracking/commands/map-packs";
import { MapPack, MapPackInfo } from "@/lib/tracking/contract";
import { readMapPack } from "@/lib/tracking/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readMapPack, { output: MapPack, summary: "The imported base map" });
export const PUT = endpoint(importMapPack, {
  output: MapPackInfo,
  large: true,
  summary: "Import a GeoJSON base map",
});
export const DELETE = endpoint(dropMapPack, { summary: "Go back to the schematic base" });
