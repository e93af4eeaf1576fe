import { findLogin, readAgencyAtDoor } from "@/lib/identity/queries";
import type { Call } from "@/lib/kernel/call";
import { openWork } from "@/lib/kernel/work";
import type { Runtime } from "@/server/runtime";
import { PLANS, type Plan, seedAgency } from "./agencies";
import { type Builder, house } from "./people";

/** One way in to the demo: made for this installation only. */
export type DemoLogin = { agency: string; role: string; identifier: string; password: string; path: string };

/** Fills a house with two agencies by using commands. A seed that was killed halfway leaves its slug behind: the next takes another. */
export async function seedDemo(runtime: Runtime, now = new Date()): Promise<DemoLogin[]> {
  const seed = async (plan: Plan) => seedAgency(await openBuilder(runtime, plan, now), plan);
  // Side by side: each waits for the database most of its time. One that fails is told once the other has stopped writing.
  const seeds = PLANS.map(seed);
  await Promise.allSettled(seeds);
  return (await Promise.all(seeds)).flat();
}

/** Where an agency's seed begins: under its slug, or the next one that is free. */
export async function openBuilder(runtime: Runtime, plan: Plan, now: Date): Promise<Builder> {
  const { slug, locale, phones } = plan;
  const builder = { runtime, slug, locale, now, phone: () => phones };
  for (let attempt = 1; ; attempt += 1) {
    const free = attempt === 1 ? slug : `${slug}-${attempt}`;
    const nth = (n: number) => `${phones}${String(attempt * 1_000 + n).padStart(5, "0")}`;
    const call = house(builder, null);
    if ((await readAgencyAtDoor(call, { slug: free })) || (await hasOwner(call, nth(1)))) continue;
    let given = 0;
    const phone = () => {
      given += 1;
      return nth(given);
    };
    return { ...builder, slug: free, phone };
  }
}

/** The owner comes before the agency: a seed that was killed in between leaves them behind alone. */
const hasOwner = (call: Call, phone: string): Promise<boolean> =>
  call.transact("platform", true, async (tx) => (await findLogin(openWork(call, tx, "demo"), { phone })) !== null);
