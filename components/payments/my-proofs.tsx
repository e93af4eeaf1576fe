import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { Proof } from "@/lib/payments/contract/proof";
import { PROOF_STATUS, usePaymentWords } from "./words";

type MyProofsProps = {
  proofs: readonly Proof[];
  zone: string;
  /** `state`: as the desk calls it. */
  words?: "mine" | "state";
};

/** What became of what was sent. */
export function MyProofs({ proofs, zone, words = "mine" }: MyProofsProps) {
  const { t, money, day } = usePaymentWords(zone);
  if (proofs.length === 0) return null;
  return (
    <Card title={t("pay.sentTitle")}>
      <ul className="flex flex-col gap-4">
        {proofs.map(({ id, amount, type, createdAt, state, reason }) => (
          <li key={id} className="flex flex-col gap-1.5">
            <span className="flex flex-wrap items-center justify-between gap-3">
              <span className="tn font-semibold">{money(amount)}</span>
              <Badge status={PROOF_STATUS[state]}>{t(`${words}.${state}`)}</Badge>
            </span>
            <span className="text-ink-2">
              {t(type === "cash" ? "cash.takenOn" : "pay.sentOn", { day: day(createdAt) })}
            </span>
            {reason ? <span>{t("reasonWas", { reason })}</span> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
