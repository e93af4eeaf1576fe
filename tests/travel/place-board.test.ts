import { createElement } from "react";
import { expect, it } from "vitest";
import { PlaceBoard } from "@/components/travel/place-board";
import { type Locale, locales } from "@/lib/i18n/locales";
import type { Arrangement, LastMove } from "@/lib/travel/contract/place";
import { draw } from "@/tests/support/draw";
import { NOON } from "../support/world";

/** The board of a bus whose last change was this one. */
function boardAfter(kind: LastMove["kind"], people: number, locale: Locale): string {
  const undo = [{ leg: "bus" as const, kind, reason: null, people, at: NOON }];
  const board: Arrangement = { units: [], guests: [], undo, mayChange: true };
  const acts = {} as Parameters<typeof PlaceBoard>[0]["acts"];
  const children = createElement(PlaceBoard, { leg: "bus", board, acts, readOnly: false });
  return draw(children, locale);
}

it.each(locales)(
  "whoever takes a whole suggestion back reads how many lose their place, not that it is a move, in %s",
  (locale) => {
    const [suggested, moved] = [boardAfter("suggested", 17, locale), boardAfter("by_hand", 1, locale)];
    expect(suggested).toContain("17");
    expect(moved).not.toContain("17");
  },
);
