import "server-only";
import { asDialCountry, type DialCountry } from "@/lib/i18n/phone";
import { readCountry } from "@/lib/identity/queries";
import type { Call } from "@/lib/kernel/call";
import { frontDoorCall } from "./frame";

/** The prefix a phone field begins with: the one of the agency whose page somebody came from, else of the host's. */
export async function readDialCountry(call: Call, agency: string | null): Promise<DialCountry> {
  const door = agency === null ? null : await frontDoorCall(agency);
  return asDialCountry(await readCountry(door ?? call, {}));
}
