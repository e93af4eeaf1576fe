import { getTranslations } from "next-intl/server";
import { type ReactNode, Suspense } from "react";
import { SumLines } from "@/components/shell/sum-lines";
import type { SumBookings } from "@/lib/bookings/contract/booking";
import { maySumBookings } from "@/lib/bookings/policy";
import { sumBookings } from "@/lib/bookings/queries/bookings";
import { type PageCall, read } from "@/server/doors/page";

type SumsProps = { call: PageCall; query: Partial<SumBookings> };

/** What the list comes to, for whoever may see it; the rows do not wait for it. */
export function sumsBelow({ call, query }: SumsProps): ReactNode {
  if (!maySumBookings(call.actor, { branchId: call.actor.branchId })) return null;
  return (
    <Suspense key={JSON.stringify(query)} fallback={<span />}>
      <Sums {...{ call, query }} />
    </Suspense>
  );
}

async function Sums({ call, query }: SumsProps) {
  const [{ data }, t] = await Promise.all([read(sumBookings(call, query)), getTranslations("bookings.sums")]);
  return <SumLines sums={data.map((sum) => ({ ...sum, said: t("count", { count: sum.bookings }) }))} />;
}
