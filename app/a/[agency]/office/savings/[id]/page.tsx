import { titled } from "@/app/titled";
import { Asleep } from "@/components/savings/asleep";
import { ConvertCard } from "@/components/savings/convert-card";
import { HistoryCard } from "@/components/savings/history-card";
import { PdfButton } from "@/components/savings/pdf-button";
import { PlanEdit } from "@/components/savings/plan-edit";
import { StatementDesk } from "@/components/savings/statement-desk";
import { PageHeader } from "@/components/shell/headers";
import { PrintButton } from "@/components/shell/print-button";
import { Speak } from "@/components/shell/speak";
import { readAgency } from "@/lib/agencies/queries/agency";
import { mayKeepDesk } from "@/lib/savings/policy";
import { listPlanChanges, readStatement } from "@/lib/savings/queries/plans";
import { pageCall, read } from "@/server/doors/page";
import { change } from "../actions";

type Props = { params: Promise<{ agency: string; id: string }> };

export const generateMetadata = titled("savings.title");

export default async function StatementPage({ params }: Props) {
  const { agency: slug, id } = await params;
  const home = `/a/${slug}/office/savings`;
  const page = `${home}/${id}`;
  const call = await pageCall(slug, "office", page);
  const [statement, changes, agency] = await Promise.all([
    read(readStatement(call, { id })),
    read(listPlanChanges(call, { id, limit: 20 })),
    read(readAgency(call, {})),
  ]);
  const { plan } = statement;
  const { name, personName, balance, reserved, state } = plan;
  const zone = agency.timeZone;
  const keeps = mayKeepDesk(call.actor) && !call.readOnly && state !== "closed";
  const turns = keeps && balance.amount > reserved.amount;
  return (
    <Speak namespaces={["savings"]}>
      <PageHeader
        title={<bdi>{name}</bdi>}
        meta={<bdi>{personName}</bdi>}
        back={{ href: home, to: "savings" }}
        actions={[
          <PrintButton key="print" kind="secondary" />,
          <PdfButton key="pdf" agency={slug} planId={id} asks />,
          keeps ? <PlanEdit key="edit" plan={plan} change={change.bind(null, slug)} /> : null,
        ]}
      />
      <Asleep plan={plan} zone={zone} />
      <StatementDesk
        {...{ agency, statement, page, zone }}
        aside={
          <>
            {turns ? <ConvertCard href={`${home}/${id}/convert`} /> : null}
            <HistoryCard plan={plan} changes={changes.data} zone={zone} />
          </>
        }
      />
    </Speak>
  );
}
