import { sql } from "drizzle-orm";
import type { Call, Work } from "@/lib/kernel/call";
import { openWork } from "@/lib/kernel/work";

type Asked = { sql: string; params: unknown[] };
/** How PostgreSQL would answer each question that is asked meanwhile: one plan per statement. */
export const plansOf = (call: Call, ask: (work: Work) => Promise<unknown>): Promise<string[]> =>
  call.transact("agency", true, async (tx) => {
    const work = openWork(call, tx, "test.explain");
    const { session } = tx as unknown as { session: { prepareQuery: (query: Asked) => unknown } };
    const prepare = session.prepareQuery.bind(session);
    const queries: Asked[] = [];
    session.prepareQuery = (query, ...rest: unknown[]) => {
      queries.push(query);
      return (prepare as (...all: unknown[]) => unknown)(query, ...rest);
    };
    await ask(work);
    session.prepareQuery = prepare;
    const plans: string[] = [];
    for (const query of queries) {
      const shown = (value: unknown) => (Array.isArray(value) ? `'{${value.join()}}'` : `'${String(value)}'`);
      const text = query.sql.replace(/\$(\d+)/g, (_, n: string) => shown(query.params[Number(n) - 1]));
      const plan = await tx.execute<{ "QUERY PLAN": string }>(sql.raw(`explain ${text}`));
      plans.push(plan.map((line) => line["QUERY PLAN"]).join("\n"));
    }
    return plans;
  });
