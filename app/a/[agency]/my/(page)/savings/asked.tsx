import { MyWithdrawals } from "@/components/savings/my-withdrawals";
import { listWithdrawals } from "@/lib/savings/queries/desk";
import { type PageCall, read } from "@/server/doors/page";
import { takeBack } from "./actions";

type AskedProps = { call: PageCall; agency: string; planId: string; zone: string };

/** What was asked back of one plan. */
export async function Asked({ call, agency, planId, zone }: AskedProps) {
  const { data } = await read(listWithdrawals(call, { planId, limit: 20 }));
  return <MyWithdrawals withdrawals={data} zone={zone} takeBack={call.readOnly ? null : takeBack.bind(null, agency)} />;
}
