import { readText } from "./body";

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

/** OwnTracks takes any 2xx for delivered, and reads a list of what the server has to say: nothing. */
export const answerOwnTracks = () => Response.json([]);

/** OsmAnd and Traccar Client read only the status. */
export const answerOsmand = () => new Response(null, { status: 200 });

const EXPORT_TYPES = { gpx: "application/gpx+xml", geojson: "application/geo+json", csv: "text/csv; charset=utf-8" };
type Exported = { data: unknown[]; nextCursor: null; format: "json" | keyof typeof EXPORT_TYPES; text: string | null };

/** A history as the file that was asked for, or null for JSON, which the endpoint writes itself. */
export function answerHistory({ format, text }: Exported): Response | null {
  if (format === "json" || text === null) return null;
  const headers = {
    "content-type": EXPORT_TYPES[format],
    "content-disposition": `attachment; filename="positions.${format}"`,
    "cache-control": "private, no-store",
  };
  return new Response(text, { headers });
}
