import { z } from "zod";
import type { Media } from "./http";

const binary = (description: string) => z.string().meta({ description, format: "binary", examples: ["…"] });

export const proofAsks = {
  body: {
    "multipart/form-data": z
      .strictObject({ file: binary("JPEG, PNG, WebP or PDF, 5 MB at most") })
      .meta({ examples: [{ file: "…" }] }),
  },
} satisfies { body: Media };
export const transferAsks = {
  body: {
    "multipart/form-data": z
      .strictObject({
        file: binary("JPEG, PNG, WebP or PDF, 5 MB at most"),
        amount: z
          .string()
          .regex(/^[1-9]\d*$/)
          .optional()
          .describe("A form's field: minor units of the invoice's currency alone, where it is not what is asked for."),
      })
      .meta({ examples: [{ file: "…", amount: "850041700" }] }),
  },
} satisfies { body: Media };
export const proofAnswers: Media = {
  "image/webp": binary("Drawn anew, at most 2,000 pixels wide and high"),
  "application/pdf": binary("As it came; to be saved, not shown"),
};

/** Nothing a browser should run or show as a page of ours: a picture in its place, a PDF only as a file. */
export function answerProof({ body, type }: { body: ReadableStream<Uint8Array>; type: string }): Response {
  const isImage = type === "image/webp";
  const headers = {
    "content-type": type,
    "content-disposition": isImage ? 'inline; filename="proof.webp"' : 'attachment; filename="proof.pdf"',
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  };
  return new Response(body, { headers });
}
