import { describe, expect, it } from "vitest";
import { readAmount } from "@/lib/kernel/amounts";
import { parse } from "@/lib/kernel/parse";
import { line, phonePart } from "@/lib/kernel/text";

const Name = line(20);
const refusal = (value: string) => {
  try {
    return parse(Name, value);
  } catch (fault) {
    return (fault as { details: { fields: { body: string[] }; bounds?: { body: object } } }).details;
  }
};

describe("a line that somebody typed", () => {
  it.each([
    ["zero-width space", "\u200b"],
    ["word joiner", "\u2060"],
    ["Hangul filler", "\u3164"],
    ["half-width filler", "\uffa0"],
    ["soft hyphen", "\u00ad"],
    ["spaces", "   "],
  ])("of nothing but a %s is empty", (_what, character) => {
    expect(refusal(character.repeat(3))).toMatchObject({
      fields: { body: ["too_small"] },
      bounds: { body: { limit: 1, counts: "string" } },
    });
  });

  it.each([
    ["joiners", "\u200d\u200c"],
    ["a Braille blank", "\u2800"],
    ["dots", "..."],
    ["a combining mark", "\u0301"],
  ])("of %s alone has nothing to read", (_what, value) => {
    expect(refusal(value)).toEqual({ fields: { body: ["nothing_to_read"] } });
  });

  it("is refused with marks that turn its direction", () => {
    expect(refusal("Grup\u202e 4")).toEqual({ fields: { body: ["hidden_characters"] } });
  });

  it("says how long it may be", () => {
    expect(refusal("x".repeat(21))).toEqual({
      fields: { body: ["too_big"] },
      bounds: { body: { limit: 20, counts: "string" } },
    });
  });

  it("loses what nobody sees and keeps what words and emoji are made with", () => {
    expect(parse(Name, " Umrah\u200b 4\u2060 ")).toBe("Umrah 4");
    for (const name of ["می\u200cروم", "👩\u200d👩\u200d👧", "🕋", "🇮🇩", "٤", "Қажы №2", "❤\ufe0f"])
      expect(parse(Name, name)).toBe(name);
  });
});

describe("[R89] what a keyboard with digits of its own writes", () => {
  it.each([
    ["٣٤٬٥٠٠٬٠٠٠", "IDR", 3_450_000_000],
    ["٨٢٥٠٫٥٠", "SAR", 825_050],
    ["۵۰۰ ۰۰۰", "IDR", 50_000_000],
  ])("%s %s is an amount like any other", (typed, currency, minor) => {
    expect(readAmount(typed, currency)).toBe(minor);
  });

  it("finds a phone by any part of it", () => {
    expect(phonePart("٠٨١١ ٠٠٠٠")).toBe(phonePart("0811 0000"));
    expect(phonePart("٠٨١١ ٠٠٠٠")).toBe("%8110000%");
  });
});
