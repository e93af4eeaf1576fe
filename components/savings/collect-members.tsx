import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { Checkbox } from "@/components/ui/choices";
import type { Plan } from "@/lib/savings/contract/plan";
import { useWords } from "./words";

type CollectMembersProps = {
  plans: readonly Plan[];
  /** By plan, what was typed for it. */
  typed: Readonly<Record<string, string>>;
  write: (planId: string, text: string) => void;
  isWrong: (plan: Plan) => boolean;
};

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
/** In a list of fields Enter is the end of one, not of all. */
const stay = (event: KeyboardEvent) => {
  if (event.key === "Enter") event.preventDefault();
};

/** Whose how much is: every saver with a field, found by name, or only those that have an amount already. */
export function CollectMembers({ plans, typed, write, isWrong }: CollectMembersProps) {
  const t = useTranslations("savings.collect");
  const { money } = useWords();
  const [q, setQ] = useState("");
  const [given, setGiven] = useState(false);
  const shown = plans.filter(
    ({ id, personName, name }) => (!given || typed[id]) && plain(`${personName} ${name}`).includes(plain(q.trim())),
  );
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-2 font-semibold">{t("whose")}</legend>
      <div className="flex flex-wrap items-center gap-3">
        <label className="box w-auto min-w-0 grow basis-48">
          <Search aria-hidden size={16} className="flex-none text-ink-3" />
          <span className="sr-only">{t("find")}</span>
          <input
            type="search"
            placeholder={t("find")}
            maxLength={120}
            value={q}
            onChange={(event) => setQ(event.target.value)}
            onKeyDown={stay}
          />
        </label>
        <Checkbox label={t("given")} checked={given} onChange={(event) => setGiven(event.target.checked)} />
      </div>
      {shown.length === 0 ? <p className="text-ink-2">{t("nobody")}</p> : null}
      <ul className="max-h-[60dvh] divide-y divide-line overflow-y-auto border-line border-y">
        {shown.map((plan) => (
          <li key={plan.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2 pe-2">
            <label htmlFor={`amount-${plan.id}`} className="min-w-0 flex-1">
              <bdi className="font-semibold">{plan.personName}</bdi>
              <span className="block text-ink-3 text-sm">
                <bdi>{plan.name}</bdi>&nbsp;· {t("monthly", { amount: money(plan.monthly) })}
              </span>
            </label>
            <div className="box w-36 sm:w-44">
              <span className="text-ink-3">{plan.balance.currency}</span>
              <input
                id={`amount-${plan.id}`}
                inputMode="numeric"
                dir="ltr"
                maxLength={20}
                aria-invalid={isWrong(plan) || undefined}
                value={typed[plan.id] ?? ""}
                onChange={(event) => write(plan.id, event.target.value)}
                onKeyDown={stay}
              />
            </div>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
