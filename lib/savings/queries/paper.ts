import { languageOf, spoken } from "@/lib/agencies/queries/language";
import { readLetterhead } from "@/lib/agencies/queries/letterhead";
import { query } from "@/lib/kernel/query";
import { ReadStatementPaper } from "../contract/out";
import { maySeePlan } from "../policy";
import { findPlan } from "../store/plans";
import { readStatement } from "./plans";

const look = query({
  name: "savings.read_statement_paper",
  input: ReadStatementPaper,
  load: (work, { id }) => findPlan(work, id),
  allow: maySeePlan,
  run: async (work, { id, locale }, { userId }) => {
    const [statement, agency] = [await readStatement(work, { id }), await readLetterhead(work)];
    return {
      statement,
      agency,
      checkUrl: `${work.publicUrl}/statement`,
      ...(await languageOf(work, userId, locale)),
    };
  },
});

/** A statement with what stands around it on paper, in the saver's language unless another is asked for. */
export const readStatementPaper = spoken(look);
