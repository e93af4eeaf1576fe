import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { Talk } from "@/components/chat/talk";
import { locales } from "@/lib/i18n/locales";
import { draw } from "@/tests/support/draw";

// What stands there before any script has come: on a slow network the chat's own take seconds.

const [ME, LEADER] = ["0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e01", "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e02"] as const;
const AT = "2026-11-24T03:05:00.000Z";
const PHOTO = { id: "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e03", width: 400, height: 300 };

const said = (seq: number, senderId: string, text: string | null, more: object = {}) => ({
  id: `m${seq}`,
  groupId: "g",
  seq,
  rev: seq,
  clientId: `c${seq}`,
  senderId,
  senderName: senderId === ME ? "Siti Aminah" : "Lukman Hakim",
  kind: "text" as const,
  text,
  attachment: null,
  position: null,
  leadersOnly: null,
  replyTo: null,
  sentAt: AT,
  editedAt: null,
  withdrawnAt: null,
  ...more,
});
const reader = (userId: string, seq: number) => ({
  userId,
  personName: userId === ME ? "Siti Aminah" : "Lukman Hakim",
  avatar: null,
  role: "pilgrim" as const,
  joinedAt: "2026-11-01T00:00:00.000Z",
  seq,
});
/** As the server sends a page: the newest first. */
const SAID = [
  said(4, LEADER, null, { kind: "photo", attachment: PHOTO }),
  said(3, LEADER, "The bus leaves at seven."),
  said(2, ME, "We are at the gate."),
  said(1, LEADER, null, { withdrawnAt: AT }),
];
const drawn = (data: typeof SAID, locale: (typeof locales)[number] = "en") => {
  const members = [reader(ME, 2), reader(LEADER, 4)];
  const may = { leadersOnly: false, mayWrite: true, mayModerate: false, muted: false };
  const chat = { groupId: "g", lastSeq: 4, lastRev: 4, readSeq: 2, unread: 2, members, ...may };
  const leader = { name: "Lukman Hakim", phone: "+628123456789" };
  const group = { id: "g", number: 7, name: "Umrah Akhir Musim", members: 2, zone: "Asia/Riyadh", leader };
  const initial = { chat, page: { data, nextCursor: null, lastSeq: 4, lastRev: 4 } };
  return draw(createElement(Talk, { agency: "nurani", userId: ME, group, back: null, initial }), locale);
};

describe("before the chat has come", () => {
  it.each(locales)("in %s, a pilgrim reads what was said and can call the leader", (locale) => {
    const html = drawn(SAID, locale);
    expect(html).toContain("The bus leaves at seven.");
    expect(html).toContain('href="tel:+628123456789"');
  });

  it("what was said stands in its order, what is new under its line, and nothing does nothing when it is pressed", () => {
    const html = drawn(SAID);
    const places = [
      "This message was withdrawn",
      "We are at the gate.",
      "New messages",
      "The bus leaves at seven.",
      "aspect-ratio",
    ].map((part) => html.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(html).not.toMatch(/<(button|textarea|input)/);
  });

  it("a group that has said nothing yet reads so", () => {
    expect(drawn([])).toContain("Nobody has written yet");
  });
});
