import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ApprovalDesk } from "@/components/platform/approval-desk";
import { StandingFigures } from "@/components/platform/standing-figures";
import { PageHeader } from "@/components/shell/headers";
import { KeepFresh } from "@/components/shell/keep-fresh";
import { type RawQuery, readListQuery } from "@/components/shell/list-query";
import { EmptyState } from "@/components/ui/states";
import { listAgencies, readAgencyFile, readStatistics } from "@/lib/agencies/queries/platform";
import { readHouse } from "@/server/doors/house";
import { read } from "@/server/doors/page";
import { platformCall } from "@/server/doors/platform";
import { approve, ask, reject } from "./actions";

type Props = { searchParams: Promise<RawQuery> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("platform.nav"))("approvals"),
});

/** Who waits to be let in, what is known of them, and the three decisions. */
export default async function ApprovalsPage({ searchParams }: Props) {
  const call = await platformCall("/admin");
  const { agency } = readListQuery(await searchParams, { agency: "id" });
  const [queue, { agencies }, t] = await Promise.all([
    read(listAgencies(call, { status: "pending", sort: "oldest", limit: 50 })),
    read(readStatistics(call, {})),
    getTranslations("platform.approvals"),
  ]);
  const chosen = queue.data.find(({ id }) => id === agency) ?? queue.data[0];
  const file = chosen ? await read(readAgencyFile(call, { id: chosen.id })) : null;
  const { host } = new URL(readHouse().publicUrl);
  return (
    <>
      <PageHeader
        title={t("title")}
        meta={t("waiting", { count: queue.data.length })}
        actions={<StandingFigures agencies={agencies} />}
      />
      {file ? (
        <ApprovalDesk queue={queue.data} file={file} host={host} now={call.now} {...{ approve, reject, ask }} />
      ) : (
        <>
          <KeepFresh seconds={60} />
          <EmptyState title={t("none")} text={t("noneText")} className="card min-h-80 justify-center" />
        </>
      )}
    </>
  );
}
