import { describe, expect, it } from "vitest";
import { inWords } from "@/lib/i18n/in-words";

describe("[R89] an amount in words, as receipts and statements carry it", () => {
  const rupiah = { amount: 3_450_100_000, currency: "IDR" };
  it.each([
    ["en", "thirty-four million five hundred one thousand Indonesian rupiahs"],
    ["id", "tiga puluh empat juta lima ratus satu ribu Rupiah Indonesia"],
    ["ms", "tiga puluh empat juta lima ratus satu ribu Rupiah Indonesia"],
    ["ar", "أربعة وثلاثون مليوناً وخمسمائة وواحد ألف روبية إندونيسية"],
    ["ru", "тридцать четыре миллиона пятьсот одна тысяча индонезийских рупий"],
    ["kk", "отыз төрт миллион бес жүз бір мың Индонезия рупиясы"],
  ])("in %s", (locale, said) => expect(inWords(locale, rupiah)).toBe(said));

  const whole = (locale: string, n: number) =>
    inWords(locale, { amount: n, currency: "JPY" }).split(/ (?:йен|ين|жап)/)[0];

  it("counts Arabic groups by their last two digits", () => {
    expect(whole("ar", 1_000)).toBe("ألف");
    expect(whole("ar", 2_000_005)).toBe("مليونان وخمسة");
    expect(whole("ar", 3_015)).toBe("ثلاثة آلاف وخمسة عشر");
    expect(whole("ar", 11_100)).toBe("أحد عشر ألفاً ومائة");
    expect(whole("ar", 200_000)).toBe("مائتا ألف");
    expect(whole("ar", 110_212_000)).toBe("مائة وعشرة ملايين ومائتان واثنا عشر ألف");
    expect(whole("ar", 100_000_000)).toBe("مائة مليون");
  });

  it("takes the ending of the last Arabic number off before the currency, which nothing parts from it", () => {
    const said = (n: number) => inWords("ar", { amount: n * 100, currency: "IDR" });
    expect(said(45_000)).toBe("خمسة وأربعون ألف روبية إندونيسية");
    expect(said(34_000_000)).toBe("أربعة وثلاثون مليون روبية إندونيسية");
    expect(said(2_000)).toBe("ألفا روبية إندونيسية");
    expect(said(1_200)).toBe("ألف ومائتا روبية إندونيسية");
    expect(said(2_000_000)).toBe("مليونا روبية إندونيسية");
    expect(inWords("ar", { amount: 1_200_050, currency: "USD" })).toMatch(/^اثنا عشر ألفاً 50\/100 /);
  });

  it("follows what is counted: one she, two he, and nothing at all", () => {
    expect(inWords("ru", { amount: 200_100, currency: "IDR" })).toBe("две тысячи одна индонезийская рупия");
    expect(inWords("ru", { amount: 200, currency: "USD" })).toBe("два доллара США");
    expect(inWords("kk", { amount: 0, currency: "KZT" })).toBe("нөл Қазақстан теңгесі");
  });

  it("leaves what is less than a whole unit in figures, in the currency's own parts", () => {
    expect(inWords("en", { amount: 1_205, currency: "USD" })).toBe("twelve 05/100 US dollars");
    expect(inWords("en", { amount: 12_050, currency: "KWD" })).toBe("twelve 050/1000 Kuwaiti dinars");
    expect(inWords("en", { amount: 12, currency: "JPY" })).toBe("twelve Japanese yen");
  });

  it("spells the largest sum without a float", () => {
    expect(inWords("en", { amount: Number.MAX_SAFE_INTEGER, currency: "IDR" })).toMatch(/^ninety trillion .* 91\/100 /);
    expect(whole("kk", Number.MAX_SAFE_INTEGER)).toMatch(/^тоғыз квадриллион жеті триллион .* тоқсан бір/);
  });
});
