"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ChosenBar } from "@/components/shell/chosen";
import { type Answer, useAct } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import type { BookingRow, Quote } from "@/lib/bookings/contract/booking";
import { formatMoney } from "@/lib/i18n/formats";
import type { BookingActs } from "./acts";

export type BulkActs = Pick<BookingActs, "update" | "remind" | "quote" | "cancel">;
/** What came of one booking; `why` is null where it was done. */
export type Outcome = { id: string; name: string; code: string; why: string | null };
type BulkBarProps = { chosen: readonly BookingRow[]; acts: BulkActs; over: (told: readonly Outcome[]) => void };

/** Kept and returned, each currency once; and whether a proof of any of them waits. */
function sumsOf(quotes: readonly Quote[], locale: string) {
  const say = (part: "kept" | "refund") => {
    const sums = new Map<string, number>();
    for (const { [part]: sum } of quotes) sums.set(sum.currency, (sums.get(sum.currency) ?? 0) + sum.amount);
    return [...sums].map(([currency, amount]) => formatMoney(locale, { amount, currency })).join(" + ");
  };
  const money = { kept: say("kept"), refund: say("refund") };
  return { money, proofWaits: quotes.some(({ proofWaits }) => proofWaits) };
}

/** One act for every chosen booking, each judged by itself: what was refused is named with its reason. */
export function BulkBar({ chosen, acts, over }: BulkBarProps) {
  const t = useTranslations("bookings");
  const errors = useTranslations("errors");
  const locale = useLocale();
  const { busy, act } = useAct();
  const [sums, setSums] = useState<ReturnType<typeof sumsOf> | null>(null);
  const each = (ask: (row: BookingRow) => Promise<Answer<unknown>>) =>
    act(
      async (): Promise<Answer<Outcome[]>> => {
        const told: Outcome[] = [];
        for (const row of chosen) {
          const answer = await ask(row).catch(() => null);
          const why = answer?.ok ? null : (answer?.message ?? errors("offline"));
          told.push({ id: row.id, name: row.payerName, code: row.code, why });
        }
        return { ok: true, value: told };
      },
      { done: over },
    );
  const ask = () =>
    act(
      async (): Promise<Answer<Quote[]>> => {
        const quotes: Quote[] = [];
        for (const { id } of chosen) {
          const answer = await acts.quote({ id });
          if (!answer.ok) return answer;
          quotes.push(answer.value);
        }
        return { ok: true, value: quotes };
      },
      { done: (quotes) => setSums(sumsOf(quotes, locale)) },
    );
  const cancel = () => {
    setSums(null);
    each(({ id }) => acts.cancel({ id }));
  };
  const count = chosen.length;
  return (
    <ChosenBar text={t("bulk.chosen", { count })}>
      <Button busy={busy && t("bulk.working")} onClick={() => each(({ id }) => acts.remind({ id }))}>
        {t("bulk.remind")}
      </Button>
      <Button onClick={() => each(({ id }) => acts.update({ id, extend: true }))}>{t("extend")}</Button>
      <Button kind="danger-quiet" onClick={ask}>
        {t("bulk.cancel", { count })}
      </Button>
      <Confirm
        open={sums !== null}
        onOpenChange={(open) => (open ? undefined : setSums(null))}
        title={t("bulk.ask", { count })}
        text={
          sums
            ? [t("cancel.text", sums.money), sums.proofWaits && t("cancel.proofWaits")].filter(Boolean).join(" ")
            : null
        }
        keep={t("cancel.keep")}
        verb={t("bulk.cancel", { count })}
        go={() => cancel()}
      />
    </ChosenBar>
  );
}

/** What came of an act on several bookings, until it was read. */
export function Outcomes({ told, close }: { told: readonly Outcome[]; close: () => void }) {
  const t = useTranslations("bookings.bulk");
  const common = useTranslations("common");
  if (told.length === 0) return null;
  const refused = told.filter(({ why }) => why !== null);
  return (
    <div className="mb-3 flex flex-col gap-2">
      <Banner kind={refused.length > 0 ? "warn" : "info"} action={<Button onClick={close}>{common("close")}</Button>}>
        {t("done", { count: told.length - refused.length })}
        {refused.length > 0 ? ` ${t("refused", { count: refused.length })}` : ""}
      </Banner>
      {refused.length > 0 ? (
        <ul className="card flex flex-col gap-1 p-4">
          {refused.map(({ id, name, code, why }) => (
            <li key={id}>
              <bdi className="font-semibold">{name}</bdi> <bdi dir="ltr">{code}</bdi>: {why}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
