import { headers } from "next/headers";
import type { Call } from "@/lib/kernel/call";
import { requestIdOf } from "./answer";
import { openCall } from "./call";
import { readLocale } from "./request-locale";
import { identify } from "./session";
import { atFrontDoor } from "./surface";
import { isIn } from "./visitor";

/** For a layout, which draws the frame around a page: null when the reader has no business here. The page itself is the gate. */
export async function frameCall(agency: string) {
  const given = await headers();
  const identity = await identify(given, "page", { agency }).catch(() => null);
  if (!identity) return null;
  const call: Call = openCall({
    ...identity,
    locale: await readLocale(),
    requestId: requestIdOf(given),
    via: "page",
  });
  return isIn(call) ? call : null;
}

/** Whoever stands at an agency's public door, member or not; null when there is no such agency. */
export async function frontDoorCall(agency: string): Promise<Call | null> {
  const given = await headers();
  const identity = await atFrontDoor(given, agency).catch(() => null);
  if (!identity) return null;
  return openCall({ ...identity, locale: await readLocale(), requestId: requestIdOf(given), via: "page" });
}
