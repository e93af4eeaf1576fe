import { sql } from "drizzle-orm";
import type { Call, Work } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import { openAccount, postJournal } from "@/lib/ledger/commands/write";
import { asFault } from "@/server/doors/answer";
import { inWork } from "../inventory/support";
import { begin } from "../savings/support";
import { as, type Somebody, type World } from "../support/world";

/** Asks again as a client does who is told that too much is going on (R3). */
export const patiently = <T>(act: () => Promise<T>): Promise<T> =>
  act().catch(async (error) => {
    if (asFault(error)?.code !== "busy" || error.code === "CONNECTION_ENDED") throw error;
    // Others have their turn first: where nothing is left to wait for this would never end.
    await new Promise(setImmediate);
    return patiently(act);
  });

/** Opens as many connections as there are clients, each waiting until all are there: in a race nobody starts ahead because
 * the others still have to connect. */
export async function gather(call: Call, clients: number): Promise<void> {
  let [arrived, open] = [0, () => {}];
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const wait = async () => {
    arrived += 1;
    if (arrived === clients) open();
    await gate;
  };
  const one = () => call.transact("agency", true, (tx) => tx.execute(sql`select 1`).then(wait));
  await Promise.all(Array.from({ length: clients }, one));
}

/** Plans with so much on each, minor units, put there by one journal. */
export async function savers(world: World, people: readonly Somebody[], amount: number): Promise<string[]> {
  return inWork(as(world.admin), async (work) => {
    const ids: string[] = [];
    for (const who of people) ids.push((await begin(work, who)).id);
    await fund(work, ids, amount);
    return ids;
  });
}

async function fund(work: Work, ids: readonly string[], amount: number) {
  const open = (kind: string, owner: string, floor: number | null) =>
    openAccount(work, { kind, owner, currency: "IDR", floor });
  const lines = [{ accountId: await open("savings.bank", "savings", null), amount: -amount * ids.length }];
  for (const id of ids) lines.push({ accountId: await open("savings.saver", `savings_plan:${id}`, 0), amount });
  await postJournal(work, { kind: "savings.deposit", reference: `test:${newId()}`, lines });
}

const claimed = (state: string) =>
  sql`coalesce((select sum(c.quantity) from claims c where c.pool_id = p.id and c.state = ${state}), 0)`;
const heldStates = sql`('draft', 'pending_payment')`;
const soldStates = sql`('partially_paid', 'paid', 'completed')`;

/** What inventory, invoices, ledger and the states of bookings say against each other; nothing, if they agree. */
export async function disagreements(call: Call): Promise<string[]> {
  const rows = await call.transact("agency", true, (tx) =>
    tx.execute<{ wrong: string }>(sql`
      select 'pool ' || p.id || ' counts what no claim holds' as wrong from pools p
        where p.held <> ${claimed("held")} or p.sold <> ${claimed("sold")}
      union all
      select 'departure ' || d.id || ' is oversold' from departures d join pools p on p.id = d.pool_id
        where p.held + p.sold > p.capacity
      union all
      select 'seat of ' || b.code || ' is ' || coalesce(c.state, 'missing') || ' while it is ' || b.status
        from booking_pilgrims g join bookings b on b.id = g.booking_id left join claims c on c.id = g.claim_id
        where g.passenger_type <> 'infant' and g.state <> 'substituted' and coalesce(c.state, '') <> case
          when g.state <> 'active' then 'released' when b.status in ${heldStates} then 'held'
          when b.status in ${soldStates} then 'sold' else 'released' end
      union all
      select 'claim ' || c.id || ' is held for nobody' from claims c where c.state <> 'released'
        and c.holder like 'booking_pilgrim:%' and not exists (select 1 from booking_pilgrims g where g.claim_id = c.id)
      union all
      select 'invoice ' || i.number || ' says ' || i.paid || ', the ledger ' || coalesce(a.balance, 0)
        from invoices i left join accounts a on a.kind = 'invoices.paid' and a.owner = 'invoice:' || i.id
        where i.paid <> coalesce(a.balance, 0)
          or i.paid <> coalesce((select sum(y.amount - y.rounding) from payments y where y.invoice_id = i.id), 0)
      union all
      select b.code || ' says ' || b.paid || ' of ' || b.owed || ', its invoice ' || i.paid || ' of ' || i.total
        from bookings b join invoices i on i.subject_id = b.id
        where b.paid <> i.paid or (b.status not in ('expired') and b.owed <> i.total)
      union all
      select b.code || ' is ' || b.status || ' with ' || b.paid || ' of ' || b.owed from bookings b
        where (b.status = 'paid' and b.paid < b.owed) or (b.status = 'partially_paid' and b.paid >= b.owed and b.owed > 0)
          or (b.status in ${heldStates} and b.paid >= b.owed and b.owed > 0)
      union all
      select 'account ' || a.id || ' says ' || a.balance from accounts a where a.balance <> coalesce(
        (select sum(e.amount) from entries e where e.account_id = a.id and e.phase = 'posted'), 0)
      union all
      select 'the books are off by ' || sum(a.balance) from accounts a having sum(a.balance) <> 0`),
  );
  return rows.map(({ wrong }) => wrong);
}
