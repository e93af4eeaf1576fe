import { readAmount, writeAmount } from "@/lib/kernel/amounts";
import { splitCells } from "@/lib/kernel/csv";
import { NonNegativeMoney } from "@/lib/kernel/money";
import type { ImportedPrices } from "../contract/departure";
import { PassengerType, type Price, RoomType } from "../contract/package";

const HEAD = ["room", "passenger", "amount"] as const;
/** Minor units of the file's currency. */
type Priced = Omit<Price, "amount"> & { amount: number };
/** Prices as CSV, amounts as people write them; `readPrices` takes it back. */
export const writePrices = (prices: readonly Priced[], currency: string): string =>
  [
    HEAD.join(","),
    ...prices.map((one) => `${one.roomType},${one.passengerType},${writeAmount(one.amount, currency)}`),
  ].join("\n");

type Problem = ImportedPrices["problems"][number];

/** Reads a file of prices, comma, semicolon or tab between; each line is judged by itself. */
export function readPrices(csv: string, currency: string): { prices: Priced[]; problems: Problem[] } {
  const rows = csv
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .map((text, i) => ({ row: i + 1, text: text.trim() }))
    .filter(({ text }) => text !== "");
  const prices: Priced[] = [];
  const problems: Problem[] = [];
  const head = cellsOf(rows[0]?.text ?? "").map((cell) => cell.toLowerCase());
  const places = HEAD.map((name) => head.indexOf(name));
  if (places.includes(-1)) return { prices, problems: [{ row: 1, problem: "columns_missing" }] };
  for (const { row, text } of rows.slice(1)) {
    const cells = cellsOf(text);
    // An amount with commas that nobody put in quotes falls apart into cells: no part of it is the amount.
    const judged = cells.slice(head.length).some(Boolean)
      ? "amount_unreadable"
      : judgeRow(places.map((place) => cells[place] ?? "") as [string, string, string], currency, prices);
    if (typeof judged === "string") problems.push({ row, problem: judged });
    else prices.push(judged);
  }
  const isEmpty = prices.length === 0 && problems.length === 0;
  return { prices, problems: isEmpty ? [{ row: 1, problem: "prices_missing" }] : problems };
}

const cellsOf = (text: string) => splitCells(text, ";\t,").map((cell) => cell.replace(/^"|"$/g, "").trim());

function judgeRow(
  [room, passenger, typed]: [string, string, string],
  currency: string,
  before: readonly Priced[],
): Priced | Problem["problem"] {
  const roomType = RoomType.safeParse(room.toLowerCase());
  if (!roomType.success) return "room_unknown";
  const passengerType = PassengerType.safeParse(passenger.toLowerCase());
  if (!passengerType.success) return "passenger_unknown";
  const { data: amount } = NonNegativeMoney.shape.amount.safeParse(readAmount(typed, currency));
  if (amount === undefined) return "amount_unreadable";
  const isThere = before.some((one) => one.roomType === roomType.data && one.passengerType === passengerType.data);
  return isThere ? "price_twice" : { roomType: roomType.data, passengerType: passengerType.data, amount };
}
