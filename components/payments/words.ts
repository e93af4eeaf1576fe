import { useLocale, useTranslations } from "next-intl";
import type { Status } from "@/components/ui/badge";
import { formatAge, formatMoney, formatPercent, formatShortDate } from "@/lib/i18n/formats";
import type { Money } from "@/lib/kernel/money";
import type { Check, Proof, ProofState } from "@/lib/payments/contract/proof";

export const CHECK_STATUS: Record<Check["verdict"], Status> = {
  ok: "ok",
  doubt: "warn",
  bad: "bad",
  unknown: "notYet",
  open: "notYet",
};
export const PROOF_STATUS: Record<ProofState, Status> = {
  submitted: "waiting",
  second_look: "waiting",
  approved: "ok",
  rejected: "bad",
  asked: "warn",
};

/** What the worst of the checks says, in the queue. */
export function worstOf({ checks, state }: Pick<Proof, "checks" | "state">): Check | null {
  if (state !== "submitted" && state !== "second_look") return null;
  return (
    checks.find(({ verdict }) => verdict === "bad") ??
    checks.find(({ verdict }) => verdict === "doubt") ??
    checks.find(({ verdict }) => verdict === "unknown") ??
    null
  );
}

/** Money, days and checks as this reader reads them. */
export function usePaymentWords(zone = "UTC") {
  const t = useTranslations("payments");
  const locale = useLocale();
  const money = (sum: Money) => formatMoney(locale, sum);
  const percent = (whole: number) => formatPercent(locale, whole / 100);
  const day = (at: Date) => formatShortDate(locale, at, { zone, year: true });
  const found = ({ code, about, amount }: Check) =>
    t(`found.${code}` as "found.code_fits", {
      about:
        code === "bank_line" && about
          ? formatShortDate(locale, new Date(`${about}T12:00:00Z`), { zone: "UTC" })
          : (about ?? ""),
      amount: amount ? money(amount) : "",
    });
  const age = (at: Date, now: Date) => formatAge(locale, at, now);
  return { t, money, percent, day, age, found };
}
