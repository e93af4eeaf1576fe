import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AgencyHead, Checks, OwnerCard } from "@/components/platform/application";
import { ApprovalsQueue } from "@/components/platform/approvals-queue";
import { DecideDesk } from "@/components/platform/decide-desk";
import { PageHeader } from "@/components/shell/headers";
import { type RawQuery, readListQuery } from "@/components/shell/list-query";
import { EmptyState } from "@/components/ui/states";
import { listAgencies, readAgencyFile } from "@/lib/agencies/queries/platform";
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
  const [queue, t] = await Promise.all([
    read(listAgencies(call, { status: "pending", sort: "oldest", limit: 50 })),
    getTranslations("platform.approvals"),
  ]);
  const chosen = queue.data.find(({ id }) => id === agency) ?? queue.data[0];
  const file = chosen ? await read(readAgencyFile(call, { id: chosen.id })) : null;
  const { host } = new URL(readHouse().publicUrl);
  return (
    <>
      <PageHeader title={t("title")} meta={t("waiting", { count: queue.data.length })} />
      {file ? (
        <div className="grid items-start gap-5 lg:grid-cols-[20rem_minmax(0,1fr)]">
          <ApprovalsQueue agencies={queue.data} chosen={file.id} now={call.now} />
          <div className="grid min-w-0 items-start gap-5 xl:grid-cols-[minmax(0,1fr)_20rem]">
            <div className="xl:col-span-2">
              <AgencyHead file={file} host={host} />
            </div>
            <Checks file={file} />
            <div className="flex flex-col gap-5">
              <OwnerCard file={file} />
            </div>
            <DecideDesk
              key={file.id}
              id={file.id}
              name={file.name}
              now={call.now.getTime()}
              {...{ approve, reject, ask }}
            />
          </div>
        </div>
      ) : (
        <EmptyState title={t("none")} text={t("noneText")} className="card min-h-80 justify-center" />
      )}
    </>
  );
}
