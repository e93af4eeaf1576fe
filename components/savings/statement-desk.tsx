import type { ReactNode } from "react";
import { type LetterheadAgency, PaperLetterhead } from "@/components/ui/letterhead";
import type { Statement } from "@/lib/savings/contract/out";
import { BalanceCard } from "./balance-card";
import { LinesTable } from "./lines-table";
import { ProofCard } from "./proof-card";

type StatementDeskProps = {
  agency: LetterheadAgency;
  statement: Statement;
  /** Its address. */
  page: string;
  zone: string;
  aside?: ReactNode;
};

/** A whole statement: balance against plan, why it can be believed, and each line. */
export function StatementDesk({ agency, statement, page, zone, aside }: StatementDeskProps) {
  return (
    <div className="flex flex-col gap-5">
      <PaperLetterhead agency={agency} />
      <div className="grid items-start gap-5 lg:grid-cols-[1fr_18rem]">
        <BalanceCard statement={statement} />
        <div className="flex flex-col gap-5">
          <ProofCard {...{ statement, page }} />
          {aside}
        </div>
      </div>
      <LinesTable statement={statement} zone={zone} />
    </div>
  );
}
