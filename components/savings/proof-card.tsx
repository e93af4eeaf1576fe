import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { Statement } from "@/lib/savings/contract/out";
import { useWords } from "./words";

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="flex flex-wrap justify-between gap-x-4 py-1.5">
    <dt className="text-ink-2">{name}</dt>
    <dd className="tn ms-auto text-end font-semibold [overflow-wrap:anywhere]">{children}</dd>
  </div>
);

type ProofCardProps = {
  statement: Statement;
  /** The address of this page: whoever checks the code comes back to it. */
  page: string;
};

/** Why a saver can believe it: whose account, what the bank said, and a code that anybody can check. */
export function ProofCard({ statement, page }: ProofCardProps) {
  const t = useTranslations("savings.proof");
  const own = useTranslations("savings");
  const { day } = useWords();
  const { plan, bank, code } = statement;
  const date = bank ? day(bank.countedOn) : "";
  return (
    <Card>
      <h2 className="flex items-center gap-2 font-semibold text-ok-ink text-md">
        <ShieldCheck aria-hidden size={20} />
        {t("title")}
      </h2>
      <p className="mt-1.5 text-ink-2">{t("text")}</p>
      <dl className="mt-3">
        <Line name={t("account")}>
          <bdi>{plan.account.number}</bdi>
        </Line>
        <Line name={t("bank")}>{bank ? t(bank.matches ? "matches" : "less", { date }) : t("never")}</Line>
        <Line name={t("code")}>
          <bdi>{code ?? t("noCode")}</bdi>
        </Line>
      </dl>
      {code ? (
        <LinkButton
          kind="soft"
          wide
          href={`/statement?${new URLSearchParams({ code, from: page })}`}
          className="mt-3 print:hidden"
        >
          {t("check")}
        </LinkButton>
      ) : null}
      <p className="mt-3 text-ink-3 text-sm">{own("notBank")}</p>
    </Card>
  );
}
