import { z } from "zod";
import { agencyOf, type Call, type Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { forbidden } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { redraw } from "@/lib/kernel/picture";
import type { Agency } from "../contract/agency";
import { UploadLogo } from "../contract/settings";
import { agencyChanged } from "../facts";
import { mayChangeAgency } from "../policy";
import { logoKey, showAgency } from "../queries/agency";
import { type AgencyRow, lockAgency, setAgency } from "../store/agencies";

const EDGE = 512;
const PIXELS = 40_000_000;

async function keepFile(call: Call, file: Uint8Array): Promise<string> {
  const { data } = await redraw(file, { edge: EDGE, quality: 86, pixels: PIXELS });
  const logo = newId();
  await call.ports.files.put(logoKey(agencyOf(call), logo), data, { type: "image/webp" });
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
    return { logo: await keepFile(call, file) };
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
