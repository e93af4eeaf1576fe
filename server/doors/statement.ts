import "server-only";
import { headers } from "next/headers";
import { isFault } from "@/lib/kernel/fault";
import type { CheckedStatement } from "@/lib/savings/contract/out";
import { checkStatement } from "@/lib/savings/queries/totals";
import { requestIdOf } from "./answer";
import { openCall } from "./call";
import { agencyOfCode } from "./directory";
import { limitCall } from "./rate-limit";
import { readLocale } from "./request-locale";
import { identify } from "./session";

/** What a printed code says, for nobody in particular; null when it is not known, or was guessed at too often. */
export async function checkCode(code: string): Promise<CheckedStatement | null> {
  const given = await headers();
  try {
    const identity = await identify(given, "page", { anonymous: true });
    const counted = await limitCall("join", given, identity.actor, { code }, new Headers());
    const inside = await identity.within(await agencyOfCode("statement", { code }));
    await counted.settle(true);
    const call = openCall({ ...inside, locale: await readLocale(), requestId: requestIdOf(given), via: "page" });
    return await checkStatement(call, { code });
  } catch (error) {
    if (isFault(error)) return null;
    throw error;
  }
}
