import { readAgencyCard } from "@/lib/agencies/queries/agency";
import { query } from "@/lib/kernel/query";
import type { StatementPaper } from "../contract/out";
import { PlanRef } from "../contract/plan";
import { maySeePlan } from "../policy";
import { findPlan } from "../store/plans";
import { readStatement } from "./plans";

/** A statement with what stands around it on paper, in the caller's language. */
export const readStatementPaper = query({
  name: "savings.read_statement_paper",
  input: PlanRef,
  load: (work, { id }) => findPlan(work, id),
  allow: maySeePlan,
  run: async (work, { id }): Promise<StatementPaper> => {
    const [statement, { name, timeZone }] = [await readStatement(work, { id }), await readAgencyCard(work, {})];
    return { statement, agency: { name, timeZone, checkUrl: `${work.publicUrl}/statement` }, locale: work.locale };
  },
});
