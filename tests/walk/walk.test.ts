import postgres from "postgres";
import { expect, it } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { openCall } from "@/server/doors/call";
import { type Route, routes } from "@/server/http/routes.gen";
import { TASKS } from "@/server/worker/tasks";
import { openStage } from "../house/stage";
import { askOf, callerOf, sendTo, signIn, withoutLimits } from "../house/visitors";
import { systemCall } from "../inventory/support";
import { disagreements } from "../money/support";
import { dice, sampler } from "./samples";

const SEED = Number(process.env.WALK_SEED ?? 1);
const STEPS = Number(process.env.WALK_STEPS ?? 900);
const AT_ONCE = 12;
const PEOPLE = [
  ...(["owner", "admin", "manager", "operator", "leader", "viewer", "superAdmin"] as const),
  ...(["pilgrim", "otherPilgrim", "companion", "helper", "newcomer"] as const),
];
/** What ends somebody's session, or somebody, or the agency; and what is no JSON of ours. */
const ENDS = /logout|password|auth\/(sessions|login|register)|accept|erase|suspend|reject|webhook|ingest/;
const doors = routes.filter(({ method, path }) => !ENDS.test(path) && !(method === "DELETE" && /users/.test(path)));

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7/;
const MOST = 14;

/** Things that answers have named, by kind; and what was named within which. */
function memory(roll: () => number) {
  const kinds = new Map<string, string[]>();
  const pick = (from: readonly string[]) => from[Math.floor(roll() * from.length)];
  const keep = (kind: string, id: string) =>
    kinds.set(kind, [id, ...(kinds.get(kind) ?? []).filter((one) => one !== id)].slice(0, MOST));
  function notice(value: unknown, kind: string, inside: string | null): void {
    if (Array.isArray(value)) for (const one of value.slice(0, 20)) notice(one, kind, inside);
    else if (value && typeof value === "object") {
      const { id = null } = value as { id?: string | null };
      for (const [name, one] of Object.entries(value)) {
        if (typeof one !== "string") notice(one, name === "data" ? kind : name, id ?? inside);
        else if (UUID.test(one)) {
          keep(name === "id" ? kind : name.replace(/Id$/, ""), one);
          if (inside && one !== inside) keep(inside, one);
        }
      }
    }
  }
  return {
    notice,
    /** One of them by any of its names: "booking" is what "bookings" lists. */
    find: (...names: string[]) =>
      pick(names.flatMap((name) => [...(kinds.get(name) ?? []), ...(kinds.get(`${name}s`) ?? [])])) ?? newId(),
  };
}

it("[R8] [R22] [R88] whatever many people ask for at once, nothing breaks and the books agree", async () => {
  const stage = await openStage(24);
  const { world } = stage;
  withoutLimits(world.house);
  const roll = dice(SEED);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(roll() * from.length)]!;
  const things = memory(roll);
  const sample = sampler(roll, (kind) => things.find(kind));
  const tokens = new Map<string, string>();
  for (const who of PEOPLE) tokens.set(who, await signIn(world.house, world[who]));
  for (const route of doors) things.notice({ ...askOf(stage, route) }, "", null);
  const forged = new Set((await disagreements(systemCall(world))).map(codeOf));
  const broken: string[] = [];

  /** What stands in the path: a thing of that kind, and behind it something of its own. */
  function placeOf({ path }: Route, known: Record<string, string>) {
    const names = [...path.matchAll(/(\w+)?\/:(\w+)/g)].map(([, list = "", name = ""]) => ({ list, name }));
    const params: Record<string, string> = {};
    for (const [i, { list, name }] of names.entries()) {
      const first = params[names[0]!.name];
      if (name === "slug") params[name] = world.agency.slug;
      else if (known[name] && roll() < 0.3) params[name] = known[name];
      else params[name] = things.find(...(i > 0 && first && roll() < 0.8 ? [first] : [list, name.replace(/Id$/, "")]));
    }
    return params;
  }

  async function step() {
    const route = pick(doors);
    const natural = callerOf(route);
    const who = natural && roll() < 0.75 ? natural : pick(PEOPLE);
    const known = askOf(stage, route);
    const params = placeOf(route, known.params);
    const { cursor: _, ...made } = roll() < 0.4 ? known.body : sample(route.endpoint.operation.input);
    const asked = Object.entries(made).filter(([name, value]) => !(name in params) && value !== null);
    const body = Object.fromEntries(asked);
    const answer = await sendTo(route, {
      params,
      body,
      token: tokens.get(who),
      headers: { "x-agency": world.agency.slug },
    });
    const list = route.path
      .split("/")
      .filter((word) => !word.startsWith(":"))
      .at(-1)!;
    if (answer.status < 300) things.notice(answer.body, list, Object.values(params)[0] ?? null);
    if (answer.status >= 500) broken.push(`${who}: ${route.method} ${route.path} ${JSON.stringify({ params, body })}`);
  }

  const owner = postgres(world.house.database.ownerUrl, { max: 1, onnotice: () => undefined });
  /** What follows from it, and what follows from that. */
  async function react() {
    const facts = await owner`delete from facts returning agency_id, name, payload, request_id`;
    for (const { agency_id: agencyId, name, payload, request_id: requestId } of facts) {
      for (const task of TASKS) {
        if (task.kind !== "on" || task.fact !== name) continue;
        const call = openCall({ actor: { kind: "system", task: task.name }, agencyId, via: "task", requestId });
        await task.run(call, payload, world.house.ports).catch((error) => broken.push(`${task.name}: ${error}`));
      }
    }
    if (facts.length > 0) await react();
  }

  for (let i = 0; i < STEPS; i += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, step));
    if (i % (AT_ONCE * 5) === 0) await react();
  }
  await react();
  await owner.end();
  expect(broken).toEqual([]);
  expect((await disagreements(systemCall(world))).filter((one) => !forged.has(codeOf(one)))).toEqual([]);
  await stage.close();
}, 300_000);

/** Which booking a disagreement is about: some of the stage were paid by nobody. */
const codeOf = (disagreement: string) => /QF-\w+/.exec(disagreement)?.[0] ?? disagreement;
