import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { routes } from "@/server/http/routes.gen";
import { openStage, type Stage } from "./stage";
import { askOf, callerOf, sendTo, signIn, withoutLimits } from "./visitors";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  withoutLimits(stage.world.house);
});
afterAll(() => stage.close());

type Route = (typeof routes)[number];
const fieldsOf = ({ endpoint: { operation } }: Route) =>
  operation.input instanceof z.ZodObject ? (operation.input.shape as Record<string, z.ZodType>) : {};
const ordersOf = (route: Route) =>
  (z.toJSONSchema(fieldsOf(route).sort!, { io: "input" }) as { enum: string[] }).enum.map((sort) => ({ sort }));
/** On the stage one waits; tests/bookings/desk has three. */
const ALONE = "/api/v1/waitlist";

describe("[R88] a list that is sorted in several ways", () => {
  const lists = routes.filter((route) => "sort" in fieldsOf(route) && "cursor" in fieldsOf(route));
  it.each(lists.filter(({ path }) => path !== ALONE))("$path goes on in the order it began in alone", async (route) => {
    const token = await signIn(stage.world.house, stage.world[callerOf(route)!]);
    const asked = askOf(stage, route);
    const ask = (query: object) => sendTo(route, { ...asked, body: { ...asked.body, limit: "1", ...query }, token });
    for (const order of ordersOf(route)) {
      const { nextCursor: cursor } = (await ask(order)).body;
      expect([order, cursor]).toEqual([order, expect.any(String)]);
      for (const next of ordersOf(route)) {
        const told = next.sort === order.sort ? [200, undefined] : [400, "cursor_invalid"];
        const { status, body } = await ask({ ...next, cursor });
        expect([order, next, status, body.error]).toEqual([order, next, ...told]);
      }
    }
  });
});
