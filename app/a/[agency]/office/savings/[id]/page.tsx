import { titled } from "@/app/titled";
import { PrintButton } from "@/components/savings/print-button";
import { StatementDesk } from "@/components/savings/statement-desk";
import { PageHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { readAgency } from "@/lib/agencies/queries/agency";
import { readStatement } from "@/lib/savings/queries/plans";
import { pageCall, read } from "@/server/doors/page";

type Props = { params: Promise<{ agency: string; id: string }> };

export const generateMetadata = titled("savings.title");

export default async function StatementPage({ params }: Props) {
  const { agency: slug, id } = await params;
  const home = `/a/${slug}/office/savings`;
  const call = await pageCall(slug, "office", `${home}/${id}`);
  const [statement, agency] = await Promise.all([read(readStatement(call, { id })), read(readAgency(call, {}))]);
  const { name, personName } = statement.plan;
  return (
    <Speak namespaces={["savings"]}>
      <PageHeader
        title={<bdi>{name}</bdi>}
        meta={<bdi>{personName}</bdi>}
        back={{ href: home }}
        actions={<PrintButton />}
      />
      <StatementDesk statement={statement} zone={agency.timeZone} />
    </Speak>
  );
}
