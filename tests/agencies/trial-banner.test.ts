import { createElement } from "react";
import { expect, it } from "vitest";
import { StandingBanner } from "@/components/office/standing-banner";
import { Agency } from "@/lib/agencies/contract/agency";
import { addMs } from "@/lib/kernel/clock";
import { DAY } from "@/lib/kernel/durations";
import { draw } from "@/tests/support/draw";
import { NOON } from "../support/world";

const [example] = (Agency.meta()?.examples ?? []) as [Agency];

it.each([
  ["en", "not change"],
  ["id", "tidak mengubah"],
  ["ms", "tidak boleh mengubah"],
  ["ar", "دون تعديل"],
  ["ru", "не менять"],
  ["kk", "өзгертуге болмайды"],
] as const)(
  "a trial about to end says what its office can do after that: only the day stood there, in %s",
  (locale, then) => {
    const own = { ...example.own!, trialEndsAt: addMs(NOON, 3 * DAY), decisionReason: null };
    const agency = { ...example, status: "trial" as const, own };
    expect(draw(createElement(StandingBanner, { agency, now: NOON }), locale)).toContain(then);
  },
);
