import { createElement } from "react";
import { expect, it } from "vitest";
import { ReadOnlyLog } from "@/components/chat/read-only-log";
import { Message, type MessagePage, type Original } from "@/lib/chat/contract";
import { locales } from "@/lib/i18n/locales";
import { draw } from "@/tests/support/draw";

const [said] = (Message.meta()?.examples ?? []) as unknown as [Message];
const at = "2026-11-20T06:05:00.000Z";
const [changed, gone] = ["changed", "gone"];
const page = {
  data: [
    { ...said, id: changed, text: "At gate 80", editedAt: at },
    { ...said, id: gone, text: null, withdrawnAt: at },
  ],
  nextCursor: null,
  lastSeq: 2,
  lastRev: 4,
} as MessagePage;
const was: Original = { text: null, attachment: null, position: null, why: "edited", replacedAt: at };

it.each(locales)(
  "[R68] shows the office what a message said before it was changed or withdrawn, folded away, in %s",
  (locale) => {
    const earlier = new Map([
      [changed, [{ ...was, text: "At gate 79" }]],
      [gone, [{ ...was, why: "withdrawn" as const, text: "No key for room 412" }]],
    ]);
    const children = createElement(ReadOnlyLog, { page, earlier, zone: "UTC", here: "/chat", isNewest: true });
    const html = draw(children, locale);
    const folds = html.match(/<details.*?<\/details>/gs) ?? [];
    expect(folds.map((fold) => /At gate \d+|No key for room 412/.exec(fold)?.[0])).toEqual([
      "At gate 79",
      "No key for room 412",
    ]);
    expect(html.replace(/<details.*?<\/details>/gs, "")).not.toContain("room 412");
  },
);
