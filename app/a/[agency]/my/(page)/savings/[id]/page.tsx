import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { Asleep } from "@/components/savings/asleep";
import { ConvertCard } from "@/components/savings/convert-card";
import { DepositForm } from "@/components/savings/deposit-form";
import { MendForm } from "@/components/savings/mend-form";
import { MyPlan } from "@/components/savings/my-plan";
import { PdfButton } from "@/components/savings/pdf-button";
import { WithdrawForm } from "@/components/savings/withdraw-form";
import { PhoneHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { PaperLetterhead } from "@/components/ui/letterhead";
import { readAgency } from "@/lib/agencies/queries/agency";
import { dayAt } from "@/lib/i18n/wall";
import { listMethods } from "@/lib/savings/queries/desk";
import { readStatement } from "@/lib/savings/queries/plans";
import { pageCall, read } from "@/server/doors/page";
import { resubmit, submit, withdraw } from "../actions";
import { Asked } from "../asked";

type Props = { params: Promise<{ agency: string; id: string }> };

export const generateMetadata = titled("savings.my.title");

export default async function MyPlanPage({ params }: Props) {
  const { agency: slug, id } = await params;
  const call = await pageCall(slug, "my", `/a/${slug}/my/savings/${id}`);
  const [statement, methods, agency, t] = await Promise.all([
    read(readStatement(call, { id })),
    read(listMethods(call, {})),
    read(readAgency(call, {})),
    getTranslations("savings.my"),
  ]);
  const { plan } = statement;
  const free = plan.balance.amount > plan.reserved.amount;
  const today = dayAt(call.now, agency.timeZone);
  const acts =
    call.readOnly || plan.state === "closed" || methods.data.length === 0 ? null : (
      <div className="flex flex-col gap-2.5">
        <DepositForm {...{ agency: slug, plan, today }} methods={methods.data} submit={submit.bind(null, slug)} />
        {free ? <ConvertCard href={`/a/${slug}/my/savings/${id}/convert`} /> : null}
        {free && plan.reserved.amount === 0 ? <WithdrawForm plan={plan} withdraw={withdraw.bind(null, slug)} /> : null}
      </div>
    );
  return (
    <Speak namespaces={["savings"]}>
      <PaperLetterhead agency={agency} />
      <PhoneHeader title={t("title")} meta={<bdi>{plan.name}</bdi>} back={{ href: `/a/${slug}/my/settings` }} />
      <Asleep plan={plan} zone={agency.timeZone} />
      <MyPlan
        statement={statement}
        zone={agency.timeZone}
        acts={acts}
        asked={<Asked {...{ call, agency: slug }} planId={id} zone={agency.timeZone} />}
        mend={(deposit) => acts && <MendForm {...{ agency: slug, deposit }} resubmit={resubmit.bind(null, slug)} />}
      />
      <PdfButton agency={slug} planId={id} wide />
    </Speak>
  );
}
