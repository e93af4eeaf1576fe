import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { DepositDesk } from "@/components/savings/deposit-desk";
import { WithdrawalsCard } from "@/components/savings/withdrawals-card";
import { PageHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { mayEnterBankBalance } from "@/lib/savings/policy";
import { listDeposits, listWithdrawals } from "@/lib/savings/queries/desk";
import { pageCall, read } from "@/server/doors/page";
import { approve, refuse, reject, reopenDeposit, reopenWithdrawal, takeBack, verify } from "../actions";

type Props = { params: Promise<{ agency: string }> };

export const generateMetadata = titled("savings.desk.title");

export default async function SavingsProofsPage({ params }: Props) {
  const { agency } = await params;
  const home = `/a/${agency}/office/savings`;
  const call = await pageCall(agency, "office", `${home}/proofs`);
  const [submitted, reviewed, asked, t] = await Promise.all([
    read(listDeposits(call, { state: "submitted", limit: 50 })),
    read(listDeposits(call, { state: "in_review", limit: 50 })),
    read(listWithdrawals(call, { state: "requested", limit: 50 })),
    getTranslations("savings.desk"),
  ]);
  const decides = mayEnterBankBalance(call.actor) && !call.readOnly;
  return (
    <Speak namespaces={["savings"]}>
      <PageHeader title={t("title")} back={{ href: home, to: "savings" }} />
      <DepositDesk
        agency={agency}
        deposits={[...reviewed.data, ...submitted.data]}
        verify={decides ? verify.bind(null, agency) : null}
        reject={decides ? reject.bind(null, agency) : null}
        undo={reopenDeposit.bind(null, agency)}
      />
      <WithdrawalsCard
        withdrawals={asked.data}
        acts={
          call.readOnly
            ? null
            : {
                approve: approve.bind(null, agency),
                refuse: refuse.bind(null, agency),
                takeBack: takeBack.bind(null, agency),
                undo: reopenWithdrawal.bind(null, agency),
              }
        }
      />
    </Speak>
  );
}
