import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { type Consent, PrivacyCard } from "@/components/map/privacy-card";
import { useWords } from "@/components/map/use-words";
import { draw } from "@/tests/support/draw";

const NOW = new Date("2026-11-21T05:18:00.000Z");
const inHours = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const SEEN: Consent = { state: "on", startsAt: inHours(-48), endsAt: inHours(48), seenToo: false };

function Card(props: { consent: Consent; blocked: boolean }) {
  return createElement(PrivacyCard, { ...props, now: NOW, words: useWords({ zone: "Asia/Riyadh" }) });
}
const read = (consent: Partial<Consent>, blocked = false) =>
  draw(createElement(Card, { consent: { ...SEEN, ...consent }, blocked }))
    .replaceAll(/<svg.*?<\/svg>|<[^>]+>/g, " ")
    .trim()
    .replaceAll(/ +/g, " ");

describe("[R56] the card over a pilgrim's map", () => {
  it("says who sees them, and until when", () => {
    expect(read({})).toBe("Your leader and the office can see where you are Stops by itself on Monday, November 23");
  });

  it("promises to nobody whose phone refuses its position that they are seen", () => {
    expect(read({}, true)).toBe("Your position cannot be read");
    expect(read({ state: "off", seenToo: true }, true)).toBe("Your position cannot be read");
    expect(read({ state: "off" }, true)).toBe(
      "Nobody can see where you are Nobody sees your position until you say so.",
    );
  });

  it("speaks of this group alone where another on the road sees them", () => {
    expect(read({ state: "off", seenToo: true })).toBe("This group does not see where you are");
    expect(read({ state: "paused", seenToo: true })).toBe(
      "This group does not see where you are Your leader cannot find you by the map while this is paused.",
    );
  });
});
