import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { z } from "zod";
import { StatusLine } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { Books, Liability } from "@/lib/savings/contract/out";
import { useWords } from "./words";

const Figure = ({ name, value, detail }: { name: string; value: string; detail: ReactNode }) => (
  <div>
    <dt className="text-ink-2">{name}</dt>
    <dd className="tn font-semibold text-xl">{value}</dd>
    <dd className="text-ink-3 text-sm">{detail}</dd>
  </div>
);

type TotalsCardProps = { liability: Liability; books: z.output<typeof Books> | null; enter?: ReactNode };

/** What is owed to all savers beside what the bank holds, and whether the books are whole. */
export function TotalsCard({ liability, books, enter }: TotalsCardProps) {
  const t = useTranslations("savings");
  const { money, day } = useWords();
  return (
    <Card className="mb-5">
      {liability.data.map(({ liability: owed, checking, plans, bank, difference }) => (
        <dl key={owed.currency} className="grid gap-4 md:grid-cols-3">
          <Figure
            name={t("office.liability")}
            value={money(owed)}
            detail={
              checking.amount > 0 ? t("checking", { amount: money(checking) }) : t("office.plans", { count: plans })
            }
          />
          <Figure
            name={t("office.bank")}
            value={bank ? money(bank.amount) : "–"}
            detail={bank ? t("office.bankOn", { date: day(bank.countedOn) }) : t("office.bankNever")}
          />
          <Figure
            name={t("office.difference")}
            value={difference === null ? "–" : money(difference)}
            detail={enter ? <div className="mt-2">{enter}</div> : null}
          />
        </dl>
      ))}
      {books ? (
        <StatusLine status={books.problems.length > 0 ? "bad" : "ok"} className="mt-4">
          {books.problems.length > 0
            ? t("office.booksBad", { count: books.problems.length })
            : t("office.booksOk", { count: books.sealed })}
        </StatusLine>
      ) : null}
      <p className="mt-1 text-ink-3 text-sm">{t("notBank")}</p>
    </Card>
  );
}
