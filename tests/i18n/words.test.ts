import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { allMessages, firstWordsOf, wordsOf } from "@/lib/i18n/load";
import { ARABIC_DIGITS, dirOf, matchLocale } from "@/lib/i18n/locales";
import { initials } from "@/lib/i18n/names";
import { dialCode, formatPhone, parsePhone, phoneDigits } from "@/lib/i18n/phone";
import { translate, translateError } from "@/lib/i18n/translate";

describe("the reader's language", () => {
  it("comes from the first language of the browser that we speak", () => {
    expect(matchLocale("ru-RU,ru;q=0.9,en;q=0.8")).toBe("ru");
    expect(matchLocale("fr-FR, kk;q=0.3, id;q=0.7")).toBe("id");
    expect(matchLocale("en;q=0, ar")).toBe("ar");
    expect(matchLocale(ARABIC_DIGITS)).toBe(ARABIC_DIGITS);
    expect(matchLocale("fr")).toBeNull();
    expect(matchLocale(undefined)).toBeNull();
    expect(["ar", "id"].map(dirOf)).toEqual(["rtl", "ltr"]);
  });

  it("sends a page only the parts it names", () => {
    expect(Object.keys(JSON.parse(wordsOf("ar", ["common", "errors"])))).toEqual(["common", "errors"]);
  });

  it("sends every page those refusals alone that a browser finds out by itself", () => {
    expect(Object.keys(JSON.parse(firstWordsOf("kk")).errors)).toEqual(["offline", "internal", "validation", "fields"]);
  });

  it("[R89] whoever chose Arabic's own digits is refused in them, too", () => {
    expect(translateError(ARABIC_DIGITS, "proof_too_large")).toContain("٥ ميغابايت");
    expect(translateError("ar", "proof_too_large")).toContain("5 ميغابايت");
  });

  it("[R89] a task speaks the recipient's language with its own plurals", () => {
    expect(translate("ru", "office.today.roadAside", { count: 2 })).toBe("2 человека");
    expect(translate("ru", "office.today.roadAside", { count: 21 })).toBe("21 человек");
    expect(translate("ar", "office.today.roadAside", { count: 2 })).toBe("شخصان");
    expect(translate("xx", "common.close")).toBe("Close");
  });

  it("counts the seats that a file of passengers needs, and what is left of them: 1 seats are needed", () => {
    const say = (locale: string, needed: number, left: number) =>
      translate(locale, "travel.import.seats", { needed, left });
    expect(say("en", 1, 1)).toBe("1 seat is needed, 1 is left.");
    expect(say("en", 1_200, 0)).toBe("1,200 seats are needed, none is left.");
    expect([1, 2, 3].map((needed) => say("ar", needed, 9).split("،")[0])).toEqual([
      "المطلوب مقعد واحد",
      "المطلوب مقعدان",
      "المطلوب 3 مقاعد",
    ]);
  });

  it("writes what is promised in the digits a reader chose, like what is counted", () => {
    const say = createTranslator({ locale: ARABIC_DIGITS, messages: allMessages("ar"), timeZone: "UTC" });
    expect(say("bookings.flow.holdText", { minutes: 30 })).toContain("٣٠");
    expect(say("savings.out.text", { days: 30 })).toContain("٣٠");
  });

  it("says any refusal in words, the unknown ones without detail", () => {
    expect(translateError("id", "forbidden")).toContain("tidak berhak");
    expect(translateError("en", "group_not_found")).toBe("Not found. It may have been removed.");
    expect(translateError("en", "something_new")).toContain("failed on our side");
    expect(translateError("en", "fields")).toContain("failed on our side");
  });
});

describe("phones", () => {
  it.each([
    ["0812-3456-7890", "ID", "+6281234567890"],
    ["62812 3456 7890", "ID", "+6281234567890"],
    ["012-345 6789", "MY", "+60123456789"],
    ["0501234567", "SA", "+966501234567"],
    ["٠٥٠١٢٣٤٥٦٧", "SA", "+966501234567"],
    ["8 701 234 56 78", "KZ", "+77012345678"],
    ["+7 912 345-67-89", "KZ", "+79123456789"],
  ] as const)("%s typed in %s is %s", (typed, country, e164) => expect(parsePhone(typed, country)).toBe(e164));

  it("refuses what cannot be dialled", () => {
    expect(parsePhone("12", "ID")).toBeNull();
    expect(parsePhone("call me", "ID")).toBeNull();
  });

  it("are shown in groups and linked as digits", () => {
    expect(formatPhone("+6281234567890")).toBe("+62 812 3456 7890");
    expect(formatPhone("not a phone")).toBe("not a phone");
    expect(phoneDigits("+77012345678")).toBe("77012345678");
    expect(dialCode("ID")).toBe("+62");
  });
});

describe("initials", () => {
  it.each([
    ["Siti Rahmawati", "SR"],
    ["Suharto", "S"],
    ["Нұрлан Әбдіғали Бекұлы", "НБ"],
    ["فهد الحربي", "ف"],
    ["  (Hj.) ibu  ratna ", "HR"],
    ["🙂", ""],
    ["", ""],
  ])("%s gives %s", (name, letters) => expect(initials(name)).toBe(letters));
});
