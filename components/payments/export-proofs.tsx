"use client";

import { useTranslations } from "next-intl";
import { type Exported, ExportList } from "@/components/shell/export-list";
import { writeAmount } from "@/lib/kernel/amounts";
import type { ListProofs, Proof } from "@/lib/payments/contract/proof";

type Narrowing = Partial<Pick<ListProofs, "q" | "queue">>;

/** What was sent as proof of payment, as a file; the pictures stay in the house. */
export function ExportProofs(props: Exported<Narrowing, Proof>) {
  const t = useTranslations("payments");
  const head = [
    ...(["number", "payer", "title"] as const).map((key) => t(`columns.${key}`)),
    t("check.amount"),
    ...(["currency", "state"] as const).map((key) => t(`columns.${key}`)),
    ...(["sent", "decided", "decidedBy", "reason"] as const).map((key) => t(`file.${key}`)),
  ];
  const linesOf = ({ invoice, amount: sum, state, createdAt, decidedAt, decidedBy, reason }: Proof) => [
    [
      ...[invoice.number, invoice.payerName, invoice.title, writeAmount(sum.amount, sum.currency), sum.currency],
      ...[t(`state.${state}`), createdAt.toISOString(), decidedAt?.toISOString() ?? "", decidedBy ?? "", reason ?? ""],
    ],
  ];
  return <ExportList file="proofs.csv" {...{ head, linesOf }} {...props} />;
}
