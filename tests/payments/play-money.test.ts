import { createElement } from "react";
import { afterAll, beforeAll, expect, it } from "vitest";
import { GatewaysCard } from "@/components/payments/gateways-card";
import { allMessages } from "@/lib/i18n/load";
import { addGateway } from "@/lib/payments/commands/gateways";
import { listGateways } from "@/lib/payments/queries/gateways";
import { draw } from "@/tests/support/draw";
import { as, newWorld, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await newWorld(4);
});
afterAll(() => world.close());

it("a key of the gateway's play area is known by sight: what it reports is nobody's money, and is booked like any other", async () => {
  const owner = as(world.owner);
  for (const serverKey of ["SB-Mid-server-PLAY", "Mid-server-REAL"])
    await addGateway(owner, { kind: "midtrans", serverKey });
  const { data } = await listGateways(owner, {});
  expect(data.map(({ keyEnds, isSandbox }) => [keyEnds, isSandbox])).toEqual([
    ["PLAY", true],
    ["REAL", false],
  ]);
  const shown = data.map((one) => {
    const children = createElement(GatewaysCard, { gateways: [one], acts: null });
    return draw(children);
  });
  const word = allMessages("en").payments.settings.sandbox;
  expect(shown.map((html) => html.includes(word))).toEqual([true, false]);
});
