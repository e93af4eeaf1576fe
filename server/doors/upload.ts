import { createHash } from "node:crypto";
import { z } from "zod";
import { PHOTO_MAX_BYTES } from "@/lib/chat/contract";
import { Fault, invalid } from "@/lib/kernel/fault";
import type { Media } from "./http";

type Params = Record<string, string>;

/** Boundaries and headers around the file itself. */
const FORM_SPARE = 10_000;

/** The whole body, never more than the limit, whatever the header said. */
async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw new Fault("too_large", "body_too_large");
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) throw new Fault("too_large", "body_too_large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A multipart form with a `file` and these fields beside it, with the parameters of the path. The file's name and type
 * are the sender's word: not read.
 * @throws Fault `malformed`, `body_too_large`, or `validation` of what is missing */
const readForm =
  (...fields: string[]) =>
  async (request: Request, params: Params) => {
    const type = request.headers.get("content-type") ?? "";
    if (!type.startsWith("multipart/form-data")) throw invalid("file", "required");
    const body = await readBytes(request, PHOTO_MAX_BYTES + FORM_SPARE);
    const form = await new Response(body as BodyInit, { headers: { "content-type": type } }).formData().catch(() => {
      throw new Fault("malformed", "malformed");
    });
    const file = form.get("file");
    const others = [...form.keys()].filter((name) => name !== "file" && !fields.includes(name));
    if (others[0] !== undefined) throw invalid(others[0], "unknown_field");
    if (file === null || typeof file === "string") throw invalid("file", "required");
    const beside = fields.flatMap((name) => (form.has(name) ? [[name, form.get(name)]] : []));
    return { ...Object.fromEntries(beside), ...params, file: named(new Uint8Array(await file.arrayBuffer())) };
  };
export const readPhotoUpload = readForm();
export const readProofUpload = readForm("amount");

/** In the hash of an Idempotency-Key's body a file counts by its own hash, not as megabytes of JSON. */
const named = (bytes: Uint8Array) =>
  Object.defineProperty(bytes, "toJSON", { value: () => createHash("sha256").update(bytes).digest("base64url") });

const binary = (description: string) => z.string().meta({ description, format: "binary", examples: ["…"] });
export const uploadAsks = {
  body: {
    "multipart/form-data": z
      .strictObject({ file: binary("JPEG, PNG, WebP, AVIF or GIF, 12 MB at most") })
      .meta({ examples: [{ file: "…" }] }),
  },
} satisfies { body: Media };
export const photoAnswers: Media = { "image/webp": binary("At most 1,600 pixels wide and high; 480 when small") };

/** Drawn by us, and still nothing a browser should run or show as a page of ours. */
export function answerPhoto({ body, type }: { body: ReadableStream<Uint8Array>; type: string }): Response {
  const headers = {
    "content-type": type,
    "content-disposition": 'inline; filename="photo.webp"',
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  };
  return new Response(body, { headers });
}
