import { fileTypeFromBuffer } from "file-type";
import sharp, { type FitEnum } from "sharp";
import { Fault } from "./fault";

/** What phones and cameras make; everything else, whatever its name, is no picture. */
const TYPES = ["image/jpeg", "image/png", "image/webp", "image/avif", "image/gif"] as const;
/** A picture of a few kilobytes may unpack to gigabytes. */
const PIXELS = 60_000_000;

/** `edge`: longest side in pixels; `cover` makes it a square. `pixels`: the most it may
 * unpack to. `code`: what something else is refused with. */
export type Redrawing = {
  edge: number;
  quality: number;
  fit?: keyof Pick<FitEnum, "inside" | "cover">;
  types?: readonly (typeof TYPES)[number][];
  pixels?: number;
  code?: string;
};

/** A WebP of ours, its sides in pixels. */
export type Picture = { data: Uint8Array; width: number; height: number };

/**
 * An uploaded picture drawn anew, upright and without what the camera wrote beside it (where, when, which device), so
 * that nothing but a picture is ever kept or shown. What it is, its bytes say, not its name.
 * @throws Fault `photo_invalid` or the code given, for what is no picture
 */
export async function redraw(
  file: Uint8Array,
  { edge, quality, fit = "inside", types = TYPES, pixels = PIXELS, code = "photo_invalid" }: Redrawing,
): Promise<Picture> {
  const invalid = () => new Fault("invalid", code);
  const type = await fileTypeFromBuffer(file);
  if (!types.some((one) => one === type?.mime)) throw invalid();
  const { data, info } = await sharp(file, { limitInputPixels: pixels, failOn: "error" })
    .rotate()
    .resize(edge, edge, { fit, withoutEnlargement: fit === "inside" })
    .webp({ quality })
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw invalid();
    });
  return { data, width: info.width, height: info.height };
}
