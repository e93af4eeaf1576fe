import { z } from "zod";
import type { History } from "@/lib/tracking/commands/look";
import { readText } from "./body";
import type { Media } from "./http";

type Params = Record<string, string>;

/** A companion app's own protocol: its body and query go to the reader as they came. */
export const readTrackerBody = async (request: Request, { token = "" }: Params) => ({
  token,
  body: await readText(request),
});

export const readTrackerQuery = async (request: Request, { token = "" }: Params) => ({
  token,
  query: new URL(request.url).search,
  body: request.method === "GET" ? "" : await readText(request),
});

const LOCATION = {
  _type: "location",
  tst: 1_795_238_280,
  lat: 21.4225,
  lon: 39.8262,
  acc: 12,
  vel: 4,
  cog: 214,
  batt: 63,
};
const Message = z.looseObject({ _type: z.string() }).meta({
  description:
    "A message of OwnTracks. Locations are kept: vel in km/h, batt in percent; others are taken and ignored.",
  examples: [LOCATION],
});
export const ownTracksAsks = {
  body: { "application/json": z.union([Message, z.array(Message)]).meta({ examples: [LOCATION, [LOCATION]] }) },
} satisfies { body: Media };
export const ownTracksAnswers: Media = { "application/json": z.array(z.never()).meta({ examples: [[]] }) };

const unread = { id: "phone-7", lat: "21.4225", lon: "39.8262" };
const OsmandQuery = z
  .object({
    id: z.string().optional().describe("The device, as the app names it; the token alone says whose it is."),
    lat: z.string().optional(),
    lon: z.string().optional(),
    timestamp: z.string().optional().describe("Seconds or milliseconds since 1970, or ISO 8601; now without it."),
    accuracy: z.string().optional().describe("Metres."),
    speed: z.string().optional().describe("Knots."),
    bearing: z.string().optional().describe("Degrees."),
    batt: z.string().optional().describe("Percent."),
  })
  .meta({ examples: [{ ...unread, timestamp: "1795238280", accuracy: "12", speed: "2.1", batt: "63" }] });
const TRACCAR = {
  device_id: "phone-7",
  location: {
    timestamp: "2026-11-21T05:18:00Z",
    coords: { latitude: 21.4225, longitude: 39.8262, accuracy: 12, speed: 1.1, heading: 214 },
    battery: { level: 0.63 },
  },
};
const Traccar = z
  .looseObject({ location: z.union([z.looseObject({}), z.array(z.looseObject({}))]) })
  .meta({ description: "Traccar Client 9: metres and seconds, battery from 0 to 1.", examples: [TRACCAR] });
export const osmandAsks = {
  query: OsmandQuery,
  body: { "application/json": Traccar, "application/x-www-form-urlencoded": OsmandQuery },
} satisfies { query: z.ZodObject; body: Media };

/** OwnTracks takes any 2xx for delivered, and reads a list of what the server has to say: nothing. */
export const answerOwnTracks = () => Response.json([]);

/** OsmAnd and Traccar Client read only the status. */
export const answerOsmand = () => new Response(null, { status: 200 });

const EXPORT_TYPES = { gpx: "application/gpx+xml", geojson: "application/geo+json", csv: "text/csv; charset=utf-8" };
const asFile = (description: string) => z.string().meta({ description, examples: ["…"] });
export const historyAnswers: Media = {
  "application/gpx+xml": asFile("GPX 1.1, one track"),
  "application/geo+json": asFile("A FeatureCollection of points"),
  "text/csv": asFile("One line per position"),
};
/** A history as the file that was asked for, or null for JSON, which the endpoint writes itself. */
export function answerHistory({ file }: History): Response | null {
  if (!file) return null;
  const { format, text } = file;
  const headers = {
    "content-type": EXPORT_TYPES[format],
    "content-disposition": `attachment; filename="positions.${format}"`,
    "cache-control": "private, no-store",
  };
  return new Response(text, { headers });
}
