"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { MoneyField } from "@/components/packages/money-field";
import { SaveCard } from "@/components/settings/save-card";
import type { Act } from "@/components/shell/use-act";
import { readAmount, writeAmount } from "@/lib/kernel/amounts";
import type { Money } from "@/lib/kernel/money";

type Wish = { policies: { secondPersonAbove: Money | null } };
/** `above`: null where one person is always enough. */
type SecondPersonCardProps = { above: Money | null; currency: string; save: Act<Wish> | undefined };

/** Above what sum the desk's first yes only opens a second look. */
export function SecondPersonCard({ above, currency, save }: SecondPersonCardProps) {
  const t = useTranslations("payments.settings");
  const written = above === null ? "" : writeAmount(above.amount, currency);
  const [typed, setTyped] = useState(written);
  const limit = typed.trim() === "" ? null : readAmount(typed, currency);
  const isWrong = typed.trim() !== "" && limit === null;
  return (
    <SaveCard<Wish>
      title={t("second")}
      text={t("secondText")}
      wish={() =>
        isWrong ? null : { policies: { secondPersonAbove: limit === null ? null : { amount: limit, currency } } }
      }
      before={() => ({ policies: { secondPersonAbove: above } })}
      save={save}
      onUndone={() => setTyped(written)}
    >
      {() => (
        <MoneyField
          label={t("above", { currency })}
          hint={t("aboveHint")}
          currency={currency}
          value={typed}
          error={isWrong ? t("aboveWrong") : null}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
    </SaveCard>
  );
}
