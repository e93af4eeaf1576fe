import { createElement } from "react";
import { describe, expect, it } from "vitest";
import type { Outgoing } from "@/components/chat/outbox";
import type { ChatSession } from "@/components/chat/session";
import { WaitingBubble } from "@/components/chat/waiting-bubble";
import { PHOTO_MAX_BYTES } from "@/lib/chat/contract";
import { allMessages } from "@/lib/i18n/load";
import { locales } from "@/lib/i18n/locales";
import { draw } from "@/tests/support/draw";

const waits: Outgoing = { clientId: "0", groupId: "7", kind: "photo", madeAt: 0 };
const refusedFor = (refused: string, locale: (typeof locales)[number]) =>
  draw(createElement(WaitingBubble, { item: { ...waits, refused }, session: {} as ChatSession }), locale);

describe.each(locales)("a message that the server will not take says, in %s,", (locale) => {
  const { chat } = allMessages(locale);

  it("that the file is no picture, and which files are", () => {
    const html = refusedFor("photo_invalid", locale);
    for (const type of ["JPEG", "PNG", "WebP"]) expect(html).toContain(type);
    expect(html).not.toContain(chat.refused);
  });

  it("that the file is too large, and how large one may be", () => {
    const html = refusedFor("body_too_large", locale);
    expect(html).toMatch(new RegExp(`\\b${PHOTO_MAX_BYTES / 1_000_000}\\b`));
    expect(html).not.toContain(chat.refused);
  });

  it("that only leaders write, and of what has no words of its own what can be done", () => {
    expect(refusedFor("chat_leaders_only", locale)).toContain(chat.leadersOnly);
    expect(refusedFor("validation", locale)).toContain(chat.refused);
  });
});
