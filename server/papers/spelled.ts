import { inWords } from "@/lib/i18n/in-words";
import { translate } from "@/lib/i18n/translate";
import type { Money } from "@/lib/kernel/money";
import { row, type Way, words } from "./base";

/** The line below a sum that stands in figures. */
export const spelled = (way: Way, money: Money) =>
  row(way, [words(way, translate(way.locale, "common.inWords", { words: inWords(way.locale, money) }))], "in words");
