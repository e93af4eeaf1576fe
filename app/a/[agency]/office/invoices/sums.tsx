import { getTranslations } from "next-intl/server";
import { type ReactNode, Suspense } from "react";
import { SumLines } from "@/components/shell/sum-lines";
import type { SumInvoices } from "@/lib/invoices/contract/invoice";
import { maySumInvoices } from "@/lib/invoices/policy";
import { sumInvoices } from "@/lib/invoices/queries/invoices";
import { type PageCall, read } from "@/server/doors/page";

type Query = Partial<SumInvoices>;

/** What the list comes to, for whoever may see it; the rows do not wait for it. */
export function invoiceSums(call: PageCall, query: Query): ReactNode {
  if (!maySumInvoices(call.actor, { branchId: call.actor.branchId })) return null;
  return (
    <Suspense key={JSON.stringify(query)} fallback={<span />}>
      <Sums {...{ call, query }} />
    </Suspense>
  );
}

async function Sums({ call, query }: { call: PageCall; query: Query }) {
  const [{ data }, t] = await Promise.all([read(sumInvoices(call, query)), getTranslations("payments.sums")]);
  return <SumLines sums={data.map((sum) => ({ ...sum, said: t("count", { count: sum.count }) }))} />;
}
