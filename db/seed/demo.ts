import { readAgencyAtDoor } from "@/lib/identity/queries";
import type { Runtime } from "@/server/runtime";
import { PLANS, type Plan, seedAgency } from "./agencies";
import { type Builder, house } from "./people";

/** One way in to the demo: made for this installation only. */
export type DemoLogin = { agency: string; role: string; identifier: string; password: string; path: string };

/** Fills a house with two agencies by using commands. A seed that was killed halfway leaves its slug behind: the next takes another. */
export async function seedDemo(runtime: Runtime, now = new Date()): Promise<DemoLogin[]> {
  const seed = async (plan: Plan) => seedAgency(await openBuilder(runtime, plan, now), plan);
  // Side by side: each waits for the database most of its time.
  return (await Promise.all(PLANS.map(seed))).flat();
}

/** Where an agency's seed begins: under its slug, or the next one that is free. */
export async function openBuilder(runtime: Runtime, plan: Plan, now: Date): Promise<Builder> {
  const { slug, locale, phones } = plan;
  const builder = { runtime, slug, locale, now, phone: () => phones };
  for (let attempt = 1; ; attempt += 1) {
    const free = attempt === 1 ? slug : `${slug}-${attempt}`;
    if (await readAgencyAtDoor(house(builder, null), { slug: free })) continue;
    let given = attempt * 1_000;
    const phone = () => {
      given += 1;
      return `${phones}${String(given).padStart(5, "0")}`;
    };
    return { ...builder, slug: free, phone };
  }
}
