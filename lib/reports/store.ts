import { type SQL, sql } from "drizzle-orm";
import { agencyOf, type Work } from "@/lib/kernel/call";
import type { Coming } from "./contract";
import type { SumRow } from "./rules";

/** Days of the agency's calendar, both within; one branch, or all. */
export type Span = { from: string; to: string; zone: string; branchId: string | null };

type Raw = {
  key: string;
  kind: SumRow["kind"];
  name: string | null;
  starts_at: string | null;
  time_zone: string | null;
  branch: string | null;
  currency: string;
} & Record<string, string | number | null>;

const NAMED = new Set(["key", "kind", "name", "starts_at", "time_zone", "branch", "currency"]);
function asRows(raw: readonly Raw[]): SumRow[] {
  return raw.map(({ key, kind, name, starts_at, time_zone, branch, currency, ...rest }) => ({
    key,
    kind,
    name,
    branch,
    currency,
    timeZone: time_zone,
    startsAt: starts_at ? new Date(starts_at) : null,
    figures: Object.fromEntries(
      Object.entries(rest)
        .filter(([id]) => !NAMED.has(id))
        .map(([id, figure]) => [id, Number(figure ?? 0)]),
    ),
  }));
}

const first = ({ from, zone }: Span) => sql`(${from}::date::timestamp at time zone ${zone})`;
const beyond = ({ to, zone }: Span) => sql`((${to}::date + 1)::timestamp at time zone ${zone})`;
const within = (column: SQL, span: Span) => sql`${column} >= ${first(span)} and ${column} < ${beyond(span)}`;
const ofBranch = (column: SQL, { branchId }: Span) => (branchId ? sql`and ${column} = ${branchId}::uuid` : sql``);
const ask = async (work: Work, text: SQL) => asRows(await work.tx.execute<Raw>(text));

const SOLD = sql`('partially_paid', 'paid', 'completed')`;
/** What was sold in these days: bookings by departure and branch, and the shop by branch. */
export const sumSales = (work: Work, span: Span): Promise<SumRow[]> =>
  ask(
    work,
    sql`select d.id || ':' || coalesce(b.branch_id::text, '') as key, 'departure' as kind, k.name, d.starts_at,
        d.time_zone, r.name as branch, b.currency, count(*)::int as sold, sum(b.pilgrim_count)::int as pieces,
        sum(b.owed) as owed, sum(b.paid) as paid, sum(greatest(0, b.owed - b.paid)) as open
      from bookings b join departures d on d.agency_id = b.agency_id and d.id = b.departure_id
        join packages k on k.agency_id = d.agency_id and k.id = d.package_id
        left join branches r on r.agency_id = b.agency_id and r.id = b.branch_id
      where b.agency_id = ${agencyOf(work)}::uuid and b.status in ${SOLD}
        and ${within(sql`b.created_at`, span)} ${ofBranch(sql`b.branch_id`, span)}
      group by d.id, k.name, d.starts_at, d.time_zone, r.name, b.branch_id, b.currency
      union all
      select 'shop:' || coalesce(o.branch_id::text, ''), 'shop', null, null, null, r.name, o.currency, count(*)::int,
        sum(o.pieces)::int, sum(o.total), sum(o.paid), sum(greatest(0, o.total - o.paid))
      from orders o left join branches r on r.agency_id = o.agency_id and r.id = o.branch_id
      where o.agency_id = ${agencyOf(work)}::uuid and o.state in ('verified', 'fulfilled')
        and ${within(sql`o.created_at`, span)} ${ofBranch(sql`o.branch_id`, span)}
      group by o.branch_id, r.name, o.currency
      order by starts_at nulls last, name, branch`,
  );

/** What came in and went back in each week of these days, and what was to be paid in it; weeks begin on Monday. What was
 * booked by mistake and taken back did neither. */
export function sumMoney(work: Work, span: Span): Promise<SumRow[]> {
  const week = (column: SQL) => sql`date_trunc('week', ${column} at time zone ${span.zone})`;
  const mine = sql`i.agency_id = ${agencyOf(work)}::uuid ${ofBranch(sql`i.branch_id`, span)}`;
  return ask(
    work,
    sql`select to_char(week, 'YYYY-MM-DD') as key, 'week' as kind, null as name,
        week at time zone ${span.zone} as starts_at, ${span.zone} as time_zone, null as branch, currency,
        sum(payments)::int as payments, sum(came) as "cameIn", sum(back) as "wentBack", sum(came - back) as kept,
        sum(due) as due
      from (
        select ${week(sql`p.moved_at`)} as week, i.currency,
          case p.source when 'refund' then 0 when 'reversal' then -1 else 1 end as payments,
          case p.source when 'refund' then 0 else p.amount end as came,
          case p.source when 'refund' then -p.amount else 0 end as back, 0 as due
        from payments p join invoices i on i.agency_id = p.agency_id and i.id = p.invoice_id
        where ${mine} and p.agency_id = ${agencyOf(work)}::uuid and ${within(sql`p.moved_at`, span)}
        union all
        select ${week(sql`n.due_at`)}, n.currency, 0, 0, 0, n.amount from (
          select i.currency, n.amount, ${inTurn} as due_at
          from invoice_instalments n join invoices i on i.agency_id = n.agency_id and i.id = n.invoice_id
          where ${mine} and n.agency_id = ${agencyOf(work)}::uuid and i.state <> 'void'
        ) n where ${within(sql`n.due_at`, span)}
      ) moved
      group by week, currency order by week, currency`,
  );
}

/** When an instalment is due: none before what is due in front of it. */
const inTurn = sql`max(n.due_at) over (partition by n.invoice_id order by n.position)`;
const standing = sql`select position, invoice_id, amount, due_at from invoice_instalments
  where agency_id = i.agency_id and invoice_id = i.id`;
/** The schedule of that moment: the first that was replaced since, else the one that stands. */
const standingThen = sql`${standing} and before.until_at is null
  union all select position, invoice_id, amount, due_at from past_instalments
    where agency_id = i.agency_id and invoice_id = i.id and until_at = before.until_at`;
/** What came in fills the instalments from the first on; of each what is left is due on its own day. */
const partsAfter = (paid: SQL, schedule = standing) => sql`lateral (
  select due_at, least(amount, so_far - ${paid}) as rest from (
    select ${inTurn} as due_at, n.amount, sum(n.amount) over (order by n.position) as so_far from (${schedule}) n
  ) n where so_far > ${paid}) p on true`;
/** What was owed at the end of the last of these days, by how long it had been due: what came later had not come yet, and
 * what was let go, cancelled or moved later stood as it was (R20). */
export function sumAgeing(work: Work, span: Span): Promise<SumRow[]> {
  const late = sql`(${span.to}::date - (p.due_at at time zone ${span.zone})::date)`;
  const bucket = (from: number, to: number) =>
    sql`coalesce(sum(p.rest) filter (where ${late} between ${from} and ${to}), 0)`;
  return ask(
    work,
    sql`select coalesce(d.id::text, i.subject_kind) || ':' || coalesce(i.branch_id::text, '') as key,
        case when d.id is null then 'shop' else 'departure' end as kind, k.name, d.starts_at, d.time_zone,
        r.name as branch, i.currency, count(distinct i.id)::int as invoices,
        coalesce(sum(p.rest) filter (where ${late} <= 0), 0) as "notDue", ${bucket(1, 30)} as days30,
        ${bucket(31, 60)} as days60, ${bucket(61, 90)} as days90, ${bucket(91, 100_000)} as older, sum(p.rest) as total
      from invoices i join lateral (
          select i.paid - coalesce(sum(m.amount - m.rounding), 0) as paid from payments m
          where m.agency_id = i.agency_id and m.invoice_id = i.id and m.moved_at >= ${beyond(span)}) w on true
        join lateral (select min(until_at) as until_at from past_instalments
          where agency_id = i.agency_id and invoice_id = i.id and until_at >= ${beyond(span)}) before on true
        join ${partsAfter(sql`w.paid`, standingThen)} left join bookings b on b.agency_id = i.agency_id and b.id = i.subject_id
        left join departures d on d.agency_id = b.agency_id and d.id = b.departure_id
        left join packages k on k.agency_id = d.agency_id and k.id = d.package_id
        left join branches r on r.agency_id = i.agency_id and r.id = i.branch_id
      where i.agency_id = ${agencyOf(work)}::uuid and (i.voided_at is null or i.voided_at >= ${beyond(span)})
        and i.created_at < ${beyond(span)} ${ofBranch(sql`i.branch_id`, span)}
      group by d.id, i.subject_kind, k.name, d.starts_at, d.time_zone, r.name, i.branch_id, i.currency
      order by starts_at nulls last, name, branch`,
  );
}

/** What is still to be paid of instalments due from now on and before `until`, the largest currency first. */
export async function sumComing(work: Work, { until, branchId }: { until: Date; branchId: string | null }) {
  type Row = Record<keyof Coming, string | number>;
  const rows = await work.tx.execute<Row>(
    sql`select i.currency, sum(p.rest) as amount, count(*)::int as instalments,
        count(distinct coalesce(i.payer_user_id, i.id))::int as payers
      from invoices i join ${partsAfter(sql`i.paid`)}
      where i.agency_id = ${agencyOf(work)}::uuid and i.state in ('open', 'part_paid')
        and p.due_at >= ${work.now.toISOString()}::timestamptz and p.due_at < ${until.toISOString()}::timestamptz
        ${branchId ? sql`and i.branch_id = ${branchId}::uuid` : sql``}
      group by i.currency order by sum(p.rest) desc`,
  );
  return rows.map(
    ({ currency, amount, instalments, payers }): Coming => ({
      currency: String(currency),
      amount: Number(amount),
      instalments: Number(instalments),
      payers: Number(payers),
    }),
  );
}

/** Money in, or the mirror that takes some back: what was never there did not go out. */
const isIn = sql`((e.amount > 0) = (j.reverses is null))`;
/** What is owed to savers at the end of the last day, and what came and went in these days, by branch. Money counts on its
 * own day, also of a plan that was written down later (R20). No names. */
export const sumSavings = (work: Work, span: Span): Promise<SumRow[]> =>
  ask(
    work,
    sql`select coalesce(s.branch_id::text, 'agency') as key,
        case when s.branch_id is null then 'agency' else 'branch' end as kind, r.name, null as starts_at,
        null as time_zone, r.name as branch, s.currency, count(distinct s.id)::int as plans,
        coalesce(sum(e.amount) filter (where ${isIn} and ${within(sql`e.effective_at`, span)}), 0) as "paidIn",
        coalesce(-sum(e.amount) filter (where not ${isIn} and ${within(sql`e.effective_at`, span)}), 0) as "paidOut",
        coalesce(sum(e.amount), 0) as balance
      from savings_plans s left join branches r on r.agency_id = s.agency_id and r.id = s.branch_id
        left join entries e on e.agency_id = s.agency_id and e.account_id = s.account_id and e.phase = 'posted'
          and e.effective_at < ${beyond(span)}
        left join journals j on j.agency_id = e.agency_id and j.id = e.journal_id
      where s.agency_id = ${agencyOf(work)}::uuid and (s.created_at < ${beyond(span)} or e.journal_id is not null)
        ${ofBranch(sql`s.branch_id`, span)}
      group by s.branch_id, r.name, s.currency
      order by name nulls first`,
  );

/** Sums anew what the agency sold on each day since `from` (UTC), in figures alone: the platform sees nothing behind them. */
export async function putFigures(work: Work, from: string): Promise<void> {
  const agencyId = agencyOf(work);
  const since = sql`${from}::date::timestamp at time zone 'UTC'`;
  const day = (column: SQL) => sql`(${column} at time zone 'UTC')::date`;
  // Of two at once the second sums again: neither finds what the other has not written yet.
  await work.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`figures ${agencyId}`}, 0))`);
  await work.tx.execute(sql`delete from agency_figures where agency_id = ${agencyId}::uuid and day >= ${from}::date`);
  await work.tx.execute(sql`
    insert into agency_figures (agency_id, day, currency, bookings, orders, paid)
    select ${agencyId}::uuid, day, currency, sum(bookings), sum(orders), sum(paid) from (
      select ${day(sql`b.created_at`)} as day, b.currency, 1 as bookings, 0 as orders, b.paid from bookings b
      where b.agency_id = ${agencyId}::uuid and b.status in ${SOLD} and b.created_at >= ${since}
      union all
      select ${day(sql`o.created_at`)}, o.currency, 0, 1, o.paid from orders o
      where o.agency_id = ${agencyId}::uuid and o.state in ('verified', 'fulfilled') and o.created_at >= ${since}
    ) sold group by day, currency`);
}
