import { readAmount } from "@/lib/kernel/amounts";
import { splitCells } from "@/lib/kernel/csv";

/** One line of money that came in. The day as YYYY-MM-DD; minor units. */
export type FileLine = { bookedOn: string; amount: number; text: string; reference: string | null };

/** What banks of our regions call their columns. */
const NAMES = {
  day: [
    ...["tanggal", "tgl", "date", "posting date", "transaction date", "التاريخ"],
    ...["дата", "дата операции", "дата проводки", "күні", "операция күні"],
  ],
  money: [
    "kredit",
    "credit",
    "cr",
    "amount",
    "jumlah",
    "nominal",
    "mutasi",
    "кредит",
    "сумма",
    "приход",
    "поступление",
    "сома",
    "кіріс",
    "المبلغ",
    "دائن",
  ],
  text: [
    "keterangan",
    "text",
    "description",
    "uraian",
    "remark",
    "remarks",
    "berita",
    "details",
    "описание",
    "назначение",
    "назначение платежа",
    "сипаттама",
    "төлем мақсаты",
    "البيان",
  ],
  reference: ["referensi", "reference", "no. referensi", "ref", "номер", "المرجع"],
  side: ["db/cr", "d/k", "type", "dk", "тип"],
} as const;
type Places = Record<keyof typeof NAMES, number>;

/** No line of a bank, no cell of it and no amount is longer: a file comes from anybody. */
const [LINE, CELL, AMOUNT] = [2_000, 300, 60];
/** Where semicolons or tabs stand between cells, a comma stands inside of an amount. */
const cellsOf = (line: string) => {
  const text = line.slice(0, LINE);
  return splitCells(text, /[;\t]/.test(text) ? ";\t" : ",").map((cell) =>
    cell
      .slice(0, CELL)
      .replace(/\p{Cc}/gu, " ")
      .trim()
      .replace(/^"|"$/g, "")
      .trim(),
  );
};

function placesOf(cells: readonly string[]): Places | null {
  const heads = cells.map((cell) => cell.toLowerCase());
  const place = (names: readonly string[]) => heads.findIndex((head) => names.includes(head));
  const entries = Object.entries(NAMES).map(([key, names]) => [key, place(names)]);
  const places = Object.fromEntries(entries) as Places;
  return places.day >= 0 && places.money >= 0 && places.text >= 0 ? places : null;
}

/** "2026-11-21", "21/11/2026", "21.11.26"; null for what is no day. */
function readDay(typed: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(typed);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(typed);
  const short = /^(\d{1,2})[/.](\d{1,2})[/.](\d{2})(?!\d)/.exec(typed);
  const [day, month, year] = iso
    ? iso.slice(1).reverse()
    : (local?.slice(1) ?? [short?.[1], short?.[2], `20${short?.[3]}`]);
  const text = `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null;
}

/** "₸" beside an amount of tenge; another currency's stays, and its line unread. */
const signOf = (currency: string) =>
  new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "narrowSymbol" })
    .formatToParts(0)
    .find(({ type }) => type === "currency")?.value ?? "";

type Asked = { currency: string; sign: string };
function judge(cells: readonly string[], places: Places, { currency, sign }: Asked): FileLine | null {
  const at = (place: number) => cells[place] ?? "";
  if (at(places.money).length > AMOUNT) return null;
  const bare = at(places.money).replace(sign, "").trim();
  const typed = bare.replace(/^\+?(?:[A-Za-z]{2,3}\.?)?\s*(?=\d)/, "");
  const side = `${at(places.side)} ${/[A-Za-z]+$/.exec(typed)?.[0] ?? ""}`.trim().toUpperCase();
  const isOut = typed.startsWith("-") || /^(DB|D|DEBIT|DR)\b/.test(side);
  const amount = readAmount(typed.replace(/\s*\p{L}+$/u, ""), currency);
  const bookedOn = readDay(at(places.day));
  if (isOut || !amount || !bookedOn) return null;
  const reference = at(places.reference).slice(0, 120) || null;
  return { bookedOn, amount, text: at(places.text).slice(0, 300) || "–", reference };
}

/** Reads what a bank's file says came in. Comma, semicolon or tab between; what stands above the heads is passed over.
 * Null where no heads are found. */
export function readBankFile(csv: string, currency: string): { lines: FileLine[]; unread: number } | null {
  const rows = csv
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .filter((row) => row.trim() !== "")
    .map(cellsOf);
  const head = rows.findIndex((cells) => placesOf(cells));
  const places = placesOf(rows[head] ?? []);
  if (!places) return null;
  const asked = { currency, sign: signOf(currency) };
  const judged = rows.slice(head + 1).map((cells) => judge(cells, places, asked));
  const lines = judged.filter((line) => line !== null);
  return { lines, unread: judged.length - lines.length };
}
