import { Fault } from "@/lib/kernel/fault";
import { parseJson } from "@/lib/kernel/parse";

/** Bytes of a JSON body; a map pack may be larger. */
export const BODY_LIMIT = 1_000_000;
export const LARGE_LIMIT = 12_000_000;

/** Path, query (GET, HEAD, DELETE) or JSON body as one input. Values of the path win: the URL names what is meant.
 * @throws Fault `malformed`, `body_too_large`, or `validation` of a query parameter that is there twice */
export async function readInput(
  request: Request,
  params: Record<string, string>,
  limit = BODY_LIMIT,
): Promise<unknown> {
  if (["GET", "HEAD", "DELETE"].includes(request.method)) {
    return { ...readQuery(new URL(request.url).searchParams), ...params };
  }
  const text = strictly(await readBytes(request, limit));
  const body: unknown = text === "" ? {} : parseJson(text);
  if (body === null || typeof body !== "object" || Array.isArray(body)) throw new Fault("malformed", "malformed");
  return { ...body, ...params };
}

function readQuery(query: URLSearchParams): Record<string, string> {
  const twice = [...query.keys()].filter((name, i, all) => all.indexOf(name) !== i);
  if (twice.length === 0) return Object.fromEntries(query);
  throw new Fault("invalid", "validation", { fields: Object.fromEntries(twice.map((name) => [name, ["repeated"]])) });
}

/** JSON is UTF-8 (RFC 8259): other bytes would be written down as another text than was meant. */
const UTF8 = new TextDecoder("utf-8", { fatal: true });
const strictly = (bytes: Uint8Array): string => {
  try {
    return UTF8.decode(bytes);
  } catch {
    throw new Fault("malformed", "malformed");
  }
};

/** The body as text, whatever its sender took for text: a tracker's fix counts also beside a broken label. */
export const readText = async (request: Request, limit = BODY_LIMIT): Promise<string> =>
  (await readBytes(request, limit)).toString("utf8");

/** The body, never more than the limit, whatever the header said. @throws Fault `body_too_large` */
async function readBytes(request: Request, limit: number): Promise<Buffer> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw new Fault("too_large", "body_too_large");
  if (!request.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) throw new Fault("too_large", "body_too_large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
