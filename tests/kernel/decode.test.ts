import { describe, expect, it } from "vitest";
import { decodeText } from "@/lib/kernel/decode";

const utf8 = (text: string) => new TextEncoder().encode(text);
const TABLE = "name;phone\nҚанат;+7701";

describe("a table somebody saved", () => {
  it("is read in UTF-8, with or without its mark, whatever the reader's language", () => {
    for (const locale of ["en", "ru", "kk", "ar"]) {
      expect(decodeText(utf8(TABLE), locale)).toBe(TABLE);
      expect(decodeText(utf8(`\ufeff${TABLE}`), locale)).toBe(TABLE);
    }
  });

  it("is read in both orders of UTF-16", () => {
    const little = Buffer.from(`\ufeff${TABLE}`, "utf16le");
    expect(decodeText(little, "en")).toBe(TABLE);
    expect(decodeText(Buffer.from(little).swap16(), "en")).toBe(TABLE);
  });

  it("is read in the old letters of its reader's language", () => {
    // "Иван", "محمد" and "José" as spreadsheets of these languages write them without Unicode.
    expect(decodeText(Uint8Array.of(0xc8, 0xe2, 0xe0, 0xed), "ru")).toBe("Иван");
    expect(decodeText(Uint8Array.of(0xc8, 0xe2, 0xe0, 0xed), "kk")).toBe("Иван");
    expect(decodeText(Uint8Array.of(0xe3, 0xcd, 0xe3, 0xcf), "ar")).toBe("محمد");
    expect(decodeText(Uint8Array.of(0xe3, 0xcd, 0xe3, 0xcf), "ar-u-nu-arab")).toBe("محمد");
    expect(decodeText(Uint8Array.of(0x4a, 0x6f, 0x73, 0xe9), "id")).toBe("José");
  });
});
