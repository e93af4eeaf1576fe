import type { Wall } from "./wall";

// Chromium says it speaks kk and has no data for it ("M11 21, Sat", "-2 min"), while Node has: so these are our own.
const MONTHS = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(" ");
const WEEKDAYS = "жексенбі дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі".split(" ");
const UNITS = { meter: "м", kilometer: "км", second: "с", minute: "мин", hour: "сағ", day: "күн" };
const AGES = { minute: "мин. бұрын", hour: "сағ. бұрын", day: "күн бұрын" };

type Figure = (n: number) => string;
const monthOf = ({ month }: Wall) => MONTHS[month - 1] ?? "";

export const kazakh = {
  now: "қазір",
  tenge: "₸",

  weekday: ({ weekday }: Wall) => WEEKDAYS[weekday] ?? "",

  /** "21 қараша, сенбі", or "2026 ж. 21 қараша, сенбі". */
  date: (wall: Wall, figure: Figure, withYear: boolean) =>
    `${withYear ? `${figure(wall.year)} ж. ` : ""}${figure(wall.day)} ${monthOf(wall)}, ${WEEKDAYS[wall.weekday] ?? ""}`,

  /** "21 қар.", or "2026 ж. 21 қар." */
  shortDate: (wall: Wall, figure: Figure, withYear: boolean) =>
    `${withYear ? `${figure(wall.year)} ж. ` : ""}${figure(wall.day)} ${monthOf(wall).slice(0, 3)}.`,

  /** "2027 ж. 14–25 қаң.", "2027 ж. 25 қаң. – 3 ақп.": days of one year. */
  span(from: Wall, to: Wall, figure: Figure, withYear: boolean) {
    const last = this.shortDate(to, figure, false);
    const year = withYear ? `${figure(from.year)} ж. ` : "";
    if (from.month !== to.month) return `${year}${this.shortDate(from, figure, false)} – ${last}`;
    return from.day === to.day ? `${year}${last}` : `${year}${figure(from.day)}–${last}`;
  },

  /** "2026 ж. қар." */
  month: (wall: Wall, figure: Figure) => `${figure(wall.year)} ж. ${monthOf(wall).slice(0, 3)}.`,

  measure: (figure: string, unit: keyof typeof UNITS) => `${figure}\u00A0${UNITS[unit]}`,

  age: (figure: string, unit: keyof typeof AGES) => `${figure} ${AGES[unit]}`,
};
