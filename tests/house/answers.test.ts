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

const title = ({ method, path }: (typeof routes)[number]) => `${method} ${path}`;
/** What others would end: the stage's one refresh token, its join code, its invitation, and who may write in its chat. */
const FRAGILE = [
  "/api/v1/auth/refresh",
  "/api/v1/auth/invitations/read",
  "/api/v1/groups/join",
  "/api/v1/messages/:id",
];
/** What ends what others are about: the stage's one booking. */
const ENDING = ["/api/v1/bookings/:id/cancel"];
const turnOf = ({ path }: (typeof routes)[number]) => Number(ENDING.includes(path)) - Number(FRAGILE.includes(path));
const inOrder = routes
  // What reads somebody else's protocol, or a picture, is called as such in a test of its own.
  .filter(({ endpoint: { operation } }) => operation.options.output && !operation.options.read)
  .toSorted((a, b) => turnOf(a) - turnOf(b))
  .map((route) => ({ route, title: title(route) }));

describe("[R88] a valid call", () => {
  it.each(inOrder)("$title is answered in the shape of the document, and with nothing beside it", async ({ route }) => {
    const caller = callerOf(route);
    const token = caller ? await signIn(stage.world.house, stage.world[caller]) : undefined;
    const { status, body } = await sendTo(route, { ...askOf(stage, route), token });
    const { output, status: promised = 200 } = route.endpoint.operation.options;
    expect([status, body.error]).toEqual([promised, undefined]);
    expect(z.safeDecode(output as z.ZodType, body).error?.issues ?? []).toEqual([]);
  });
});
