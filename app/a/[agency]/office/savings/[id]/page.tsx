import { titled } from "@/app/titled";
import { ConvertCard } from "@/components/savings/convert-card";
import { PdfButton } from "@/components/savings/pdf-button";
import { PrintButton } from "@/components/savings/print-button";
import { StatementDesk } from "@/components/savings/statement-desk";
import { PageHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { readAgency } from "@/lib/agencies/queries/agency";
import { mayKeepDesk } from "@/lib/savings/policy";
import { readStatement } from "@/lib/savings/queries/plans";
import { pageCall, read } from "@/server/doors/page";

type Props = { params: Promise<{ agency: string; id: string }> };

export const generateMetadata = titled("savings.title");

export default async function StatementPage({ params }: Props) {
  const { agency: slug, id } = await params;
  const home = `/a/${slug}/office/savings`;
  const call = await pageCall(slug, "office", `${home}/${id}`);
  const [statement, agency] = await Promise.all([read(readStatement(call, { id })), read(readAgency(call, {}))]);
  const { name, personName, balance, reserved, state } = statement.plan;
  const turns = mayKeepDesk(call.actor) && !call.readOnly && state !== "closed" && balance.amount > reserved.amount;
  return (
    <Speak namespaces={["savings"]}>
      <PageHeader
        title={<bdi>{name}</bdi>}
        meta={<bdi>{personName}</bdi>}
        back={{ href: home }}
        actions={[<PrintButton key="print" />, <PdfButton key="pdf" agency={slug} planId={id} />]}
      />
      <StatementDesk
        statement={statement}
        zone={agency.timeZone}
        aside={turns ? <ConvertCard href={`${home}/${id}/convert`} /> : null}
      />
    </Speak>
  );
}
