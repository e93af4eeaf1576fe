import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FailedJobs } from "@/components/platform/failed-jobs";
import { HealthList } from "@/components/platform/health-list";
import { PageHeader } from "@/components/shell/headers";
import { KeepFresh } from "@/components/shell/keep-fresh";
import { listPages } from "@/components/shell/list-pages";
import { type RawQuery, readListQuery } from "@/components/shell/list-query";
import { listFailedJobs } from "@/lib/agencies/queries/jobs";
import { read } from "@/server/doors/page";
import { platformCall } from "@/server/doors/platform";
import { readHealth } from "@/server/doors/platform-health";
import { drop, retry, retryAll } from "./actions";

type Props = { searchParams: Promise<RawQuery> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("platform.nav"))("health"),
});

export default async function HealthPage({ searchParams }: Props) {
  const home = "/admin/health";
  const call = await platformCall(home);
  const query = readListQuery(await searchParams, {});
  const [health, jobs, t] = await Promise.all([
    readHealth(call),
    read(listFailedJobs(call, { cursor: query.cursor })),
    getTranslations("platform.health"),
  ]);
  return (
    <>
      <KeepFresh seconds={15} />
      <PageHeader title={t("title")} meta={t(health.alone ? "alone" : "several", { node: health.node.slice(-6) })} />
      <div className="flex flex-col gap-5">
        <HealthList health={health} now={new Date()} />
        <FailedJobs jobs={jobs.data} pages={listPages(home, query, jobs)} {...{ retry, retryAll, drop }} />
      </div>
    </>
  );
}
