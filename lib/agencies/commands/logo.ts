import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { z } from "zod";
import { agencyOf, type Call, type Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { Fault, forbidden } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import type { Agency } from "../contract/agency";
import { UploadLogo } from "../contract/settings";
import { agencyChanged } from "../facts";
import { mayChangeAgency } from "../policy";
import { logoKey, showAgency } from "../queries/agency";
import { type AgencyRow, lockAgency, setAgency } from "../store/agencies";

const TYPES = new Set(["image/jpeg", "image/png", "image/webp", "image/avif", "image/gif"]);
const EDGE = 512;
/** A picture of a few kilobytes may unpack to gigabytes. */
const PIXELS = 40_000_000;
const noPicture = () => new Fault("invalid", "photo_invalid");

/** Drawn anew by us, whatever it was called, so that nothing but a picture is ever shown. */
async function redraw(call: Call, file: Uint8Array): Promise<string> {
  const type = await fileTypeFromBuffer(file);
  if (!type || !TYPES.has(type.mime)) throw noPicture();
  const drawn = await sharp(file, { limitInputPixels: PIXELS, failOn: "error" })
    .rotate()
    .resize(EDGE, EDGE, { fit: "inside", withoutEnlargement: true })
    .webp({ quality: 86 })
    .toBuffer()
    .catch(() => {
      throw noPicture();
    });
  const logo = newId();
  await call.ports.files.put(logoKey(agencyOf(call), logo), drawn, { type: "image/webp" });
  return logo;
}

async function change(work: Work, agency: AgencyRow, logo: string | null): Promise<Agency> {
  const after = await setAgency(work, agency, { settings: { ...agency.settings, logo } });
  work.tell(agencyChanged, { agencyId: agency.id });
  return showAgency(work, after);
}

/** The picture on the agency's tile. @throws Fault `photo_invalid` for what is no picture */
export const setLogo = command({
  name: "agencies.set_logo",
  input: UploadLogo,
  prepare: async (call, { file }) => {
    // Nobody's picture is worked on before it is known that they may set one.
    if (!mayChangeAgency(call.actor)) throw forbidden();
    return { logo: await redraw(call, file) };
  },
  load: lockAgency,
  allow: mayChangeAgency,
  run: (work, { logo }, agency) => change(work, agency, logo),
});

/** Back to the agency's initials. */
export const dropLogo = command({
  name: "agencies.drop_logo",
  input: z.strictObject({}),
  load: lockAgency,
  allow: mayChangeAgency,
  run: (work, _input, agency) => change(work, agency, null),
});
