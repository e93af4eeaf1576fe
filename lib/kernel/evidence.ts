import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { Fault } from "./fault";
import { redraw } from "./picture";

/** PRODUCT 5. */
const MOST_BYTES = 5_000_000;
/** Sides of the small grey picture whose neighbours are compared. */
const SIDE = 16;
const HEX = 4;

/** A difference hash of 256 bits (dHash, N. Krawetz 2013): is each point brighter than its neighbour in the row? Pictures that
 * look alike differ in few bits. Null for a picture without contrast. */
async function lookOf(picture: Uint8Array): Promise<string | null> {
  const grey = await sharp(picture)
    .greyscale()
    .resize(SIDE + 1, SIDE, { fit: "fill" })
    .raw()
    .toBuffer();
  const bits: boolean[] = [];
  for (let y = 0; y < SIDE; y += 1)
    for (let x = 0; x < SIDE; x += 1) bits.push(grey[y * (SIDE + 1) + x]! > grey[y * (SIDE + 1) + x + 1]!);
  const set = bits.filter(Boolean).length;
  if (set < SIDE / 2 || set > bits.length - SIDE / 2) return null;
  return Array.from({ length: bits.length / HEX }, (_, i) =>
    bits
      .slice(i * HEX, (i + 1) * HEX)
      .reduce((sum, bit) => sum * 2 + Number(bit), 0)
      .toString(16),
  ).join("");
}

/** What runs, opens something, or is another kind of file at the same time has no place in a proof. */
const UNWANTED = [
  "/JavaScript",
  "/JS ",
  "/Launch",
  "/EmbeddedFile",
  "/OpenAction",
  "<script",
  "<html",
  "PK\u0003\u0004",
  "PK\u0005\u0006",
];
function refuseDangerous(file: Uint8Array) {
  const text = Buffer.from(file).toString("latin1");
  const isWhole = text.startsWith("%PDF-") && text.slice(-2_048).includes("%%EOF");
  if (!isWhole || UNWANTED.some((one) => text.toLowerCase().includes(one.toLowerCase())))
    throw new Fault("invalid", "proof_invalid");
}

export type Evidence = {
  type: "image/webp" | "application/pdf";
  body: Uint8Array;
  contentHash: string;
  lookHash: string | null;
};
/** What the evidence of a payment really is, by its bytes: a picture, drawn anew, or a plain PDF, which is only ever handed
 * out as a file.
 * @throws Fault `proof_invalid`, `proof_too_large` */
export async function cleanEvidence(file: Uint8Array): Promise<Evidence> {
  if (file.byteLength > MOST_BYTES) throw new Fault("too_large", "proof_too_large");
  const contentHash = createHash("sha256").update(file).digest("base64url");
  const sniffed = await fileTypeFromBuffer(file);
  if (sniffed?.mime === "application/pdf") {
    refuseDangerous(file);
    return { type: "application/pdf", body: file, contentHash, lookHash: null };
  }
  const { data } = await redraw(file, {
    edge: 2_000,
    quality: 82,
    code: "proof_invalid",
    types: ["image/jpeg", "image/png", "image/webp"],
  });
  return { type: "image/webp", body: data, contentHash, lookHash: await lookOf(data) };
}
