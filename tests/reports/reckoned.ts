import { type SQL, sql } from "drizzle-orm";
import type { ReportRow } from "@/lib/reports/contract";
import { as, type World } from "../support/world";

type Row = Record<string, string>;
export type Schedule = { at: number; parts: { amount: number; due: Date }[]; isVoid: boolean };
/** Raw rows, as they lie in the tables. */
export type Rows = Awaited<ReturnType<typeof readRows>>;

export const readRows = (world: World) =>
  as(world.owner).transact("agency", true, async (tx) => {
    const of = async (text: SQL): Promise<readonly Row[]> => tx.execute<Row>(text);
    return {
      invoices: await of(sql`select * from invoices`),
      instalments: await of(sql`select * from invoice_instalments order by invoice_id, position`),
      payments: await of(sql`select * from payments`),
      bookings: await of(sql`select * from bookings`),
      orders: await of(sql`select * from orders`),
      plans: await of(sql`select * from savings_plans`),
      entries: await of(sql`select e.*, j.reverses from entries e join journals j on j.id = e.journal_id
        where e.phase = 'posted'`),
    };
  });

/** The calendar day there, without asking the database. */
const dayIn = (zone: string, at: Date | string) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(new Date(at));
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const monday = (day: string) => {
  const number = dayNumber(day);
  return new Date((number - ((number + 3) % 7)) * 86_400_000).toISOString().slice(0, 10);
};

type Figures = Record<string, number>;
/** The figures of a row as integers, as they are reckoned here; no number at all for a sum in another currency than the row's. */
export const plain = ({ currency, figures }: Pick<ReportRow, "currency" | "figures">): Figures =>
  Object.fromEntries(
    Object.entries(figures).map(([id, figure]) => {
      if (typeof figure === "number") return [id, figure];
      return [id, figure.currency === currency ? figure.amount : Number.NaN];
    }),
  );
type Sums = Map<string, Figures>;
const add = (sums: Sums, key: string, figures: Figures) => {
  const sum = sums.get(key) ?? {};
  for (const [name, figure] of Object.entries(figures)) sum[name] = (sum[name] ?? 0) + figure;
  sums.set(key, sum);
};
export const asTable = (sums: Sums) => Object.fromEntries([...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)));
const key = (...parts: (string | null | undefined)[]) => parts.map((one) => one ?? "").join(":");

/** What of a schedule is not paid, part by part: none is due before what is due in front of it. */
function restOf(parts: Schedule["parts"], paid: number) {
  let [left, latest] = [paid, new Date(0)];
  return parts.flatMap(({ amount, due }) => {
    latest = new Date(Math.max(latest.getTime(), due.getTime()));
    const rest = amount - Math.min(amount, left);
    left = Math.max(0, left - amount);
    return rest > 0 ? [{ rest, due: latest }] : [];
  });
}

export type Asked = { from: string; to: string; zone: string };
const isIn = ({ from, to, zone }: Asked, at: string) => dayIn(zone, at) >= from && dayIn(zone, at) <= to;
const scheduleOf = (rows: Rows, id: string) =>
  rows.instalments
    .filter(({ invoice_id }) => invoice_id === id)
    .map(({ amount, due_at }) => ({ amount: Number(amount), due: new Date(due_at!) }));

/** How each invoice stands: noted after every deed, so that a past day can be asked for. */
export const scheduleNow = (rows: Rows, at: Date): Map<string, Schedule> =>
  new Map(
    rows.invoices.map(({ id, state }) => [
      id!,
      { at: at.getTime(), parts: scheduleOf(rows, id!), isVoid: state === "void" },
    ]),
  );

const departureOf = (rows: Rows, { subject_id }: Row) =>
  rows.bookings.find(({ id }) => id === subject_id)?.departure_id;

export function ageing(rows: Rows, noted: readonly Map<string, Schedule>[], asked: Asked): Sums {
  const sums: Sums = new Map();
  const isBy = (at: Date | string | number) => dayIn(asked.zone, new Date(at)) <= asked.to;
  for (const invoice of rows.invoices) {
    const stood = noted
      .flatMap((one) => one.get(invoice.id!) ?? [])
      .filter(({ at }) => isBy(at))
      .at(-1);
    if (!stood || stood.isVoid) continue;
    const paid = rows.payments
      .filter(({ invoice_id, moved_at }) => invoice_id === invoice.id && isBy(moved_at!))
      .reduce((sum, { amount, rounding }) => sum + Number(amount) - Number(rounding), 0);
    const rests = restOf(stood.parts, paid);
    if (rests.length === 0) continue;
    const figures = { invoices: 1, notDue: 0, days30: 0, days60: 0, days90: 0, older: 0, total: 0 };
    for (const { rest, due } of rests) {
      const late = dayNumber(asked.to) - dayNumber(dayIn(asked.zone, due));
      const bucket = (["notDue", "days30", "days60", "days90", "older"] as const)[
        late <= 0 ? 0 : Math.min(4, Math.ceil(late / 30))
      ]!;
      figures[bucket] += rest;
      figures.total += rest;
    }
    const of = departureOf(rows, invoice) ?? invoice.subject_kind;
    add(sums, key(`${of}:${invoice.branch_id ?? ""}`, invoice.currency), figures);
  }
  return sums;
}

export function money(rows: Rows, asked: Asked): Sums {
  const sums: Sums = new Map();
  const none = { payments: 0, cameIn: 0, wentBack: 0, kept: 0, due: 0 };
  const put = (at: string, currency: string, figures: Partial<typeof none>) => {
    if (isIn(asked, at)) add(sums, key(monday(dayIn(asked.zone, at)), currency), { ...none, ...figures });
  };
  for (const { invoice_id, amount: text, source, moved_at } of rows.payments) {
    const { currency } = rows.invoices.find(({ id }) => id === invoice_id)!;
    const amount = Number(text);
    if (source === "refund") put(moved_at!, currency!, { wentBack: -amount, kept: amount });
    else put(moved_at!, currency!, { payments: source === "reversal" ? -1 : 1, cameIn: amount, kept: amount });
  }
  for (const { id, state, currency } of rows.invoices) {
    if (state === "void") continue;
    for (const { rest, due } of restOf(scheduleOf(rows, id!), 0)) put(due.toISOString(), currency!, { due: rest });
  }
  return sums;
}

export function sales(rows: Rows, asked: Asked): Sums {
  const sums: Sums = new Map();
  const put = (of: string, row: Row, pieces: number, owed: number) => {
    const paid = Number(row.paid);
    const figures = { sold: 1, pieces, owed, paid, open: Math.max(0, owed - paid) };
    if (isIn(asked, row.created_at!)) add(sums, key(`${of}:${row.branch_id ?? ""}`, row.currency), figures);
  };
  for (const row of rows.bookings)
    if (["partially_paid", "paid", "completed"].includes(row.status!))
      put(row.departure_id!, row, Number(row.pilgrim_count), Number(row.owed));
  for (const row of rows.orders)
    if (["verified", "fulfilled"].includes(row.state!)) put("shop", row, Number(row.pieces), Number(row.total));
  return sums;
}

export function savings(rows: Rows, asked: Asked): Sums {
  const sums: Sums = new Map();
  for (const { account_id, branch_id, currency, created_at } of rows.plans) {
    const until = rows.entries.filter(
      (one) => one.account_id === account_id && dayIn(asked.zone, one.effective_at!) <= asked.to,
    );
    if (until.length === 0 && dayIn(asked.zone, created_at!) > asked.to) continue;
    const figures = { plans: 1, paidIn: 0, paidOut: 0, balance: 0 };
    for (const { amount: text, effective_at, reverses } of until) {
      const amount = Number(text);
      figures.balance += amount;
      if (!isIn(asked, effective_at!)) continue;
      if (amount > 0 !== Boolean(reverses)) figures.paidIn += amount;
      else figures.paidOut -= amount;
    }
    add(sums, key(branch_id ?? "agency", currency), figures);
  }
  return sums;
}

export function coming(rows: Rows, now: Date, until: Date) {
  const sums = new Map<string, { amount: number; instalments: number; payers: Set<string> }>();
  for (const { id, state, currency, paid, payer_user_id } of rows.invoices) {
    if (state !== "open" && state !== "part_paid") continue;
    for (const { rest, due } of restOf(scheduleOf(rows, id!), Number(paid))) {
      if (due < now || due >= until) continue;
      const sum = sums.get(currency!) ?? { amount: 0, instalments: 0, payers: new Set() };
      sum.amount += rest;
      sum.instalments += 1;
      sum.payers.add(payer_user_id ?? id!);
      sums.set(currency!, sum);
    }
  }
  return [...sums].map(([currency, { payers, ...sum }]) => ({ currency, ...sum, payers: payers.size }));
}
